package dev.lockstep.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.schema.Casts.Cast;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * That {@link Casts} says what a server does, for each ordered pair of the types in
 * {@link CastSamples}: what ALTER COLUMN TYPE does to an empty table, and each sample's way there
 * and back.
 */
class CastsOnServerTest {
  /** Of a pair; {@code witness} is a sample that fails or comes back as another, or null. */
  private record Measured(
      String from,
      String to,
      Cast cast,
      boolean rewrites,
      @Nullable String witness) {
    String differences() {
      SqlType source = SqlType.parse(from);
      SqlType target = SqlType.parse(to);
      List<String> differences = new ArrayList<>();
      if (Casts.between(source, target) != cast) {
        differences.add("cast " + cast);
      }
      if (Casts.rewrites(source, target) != rewrites) {
        differences.add(rewrites ? "rewrites" : "rewrites nothing");
      }
      if (Casts.narrows(source, target) != (witness != null || cast != Cast.ASSIGNMENT)) {
        differences.add(witness == null ? "loses nothing" : "loses " + witness);
      }
      return String.join(", ", differences);
    }
  }

  /** What a pair does on every server: the weakest cast, and a rewrite or a loss on any of them. */
  private static Measured both(Measured one, Measured other) {
    return new Measured(
        one.from(),
        one.to(),
        one.cast().compareTo(other.cast()) > 0 ? one.cast() : other.cast(),
        one.rewrites() || other.rewrites(),
        one.witness() == null ? other.witness() : one.witness());
  }

  @Test
  void sayWhatTheServersDo() throws SQLException {
    Map<String, Measured> pairs = new LinkedHashMap<>();
    for (int major : Postgres.majors()) {
      measure(major)
          .forEach(
              pair -> pairs.merge(pair.from() + " -> " + pair.to(), pair, CastsOnServerTest::both));
    }
    assertEquals(
        "",
        pairs.entrySet().stream()
            .filter(pair -> !pair.getValue().differences().isEmpty())
            .map(pair -> pair.getKey() + ": " + pair.getValue().differences())
            .collect(Collectors.joining("\n")));
  }

  private static List<Measured> measure(int major) throws SQLException {
    try (Connection connection = Postgres.newDatabase(major).getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : CastSamples.SETUP) {
        statement.execute(sql);
      }
      insertSamples(connection);
      statement.execute("SELECT prepare()");
      List<Measured> measured = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("SELECT * FROM measure()")) {
        while (rows.next()) {
          measured.add(new Measured(
              rows.getString(1),
              rows.getString(2),
              Cast.valueOf(rows.getString(3)),
              rows.getBoolean(4),
              rows.getString(5)));
        }
      }
      return measured;
    }
  }

  private static void insertSamples(Connection connection) throws SQLException {
    try (var insert = connection.prepareStatement("INSERT INTO samples VALUES (?, ?)")) {
      for (Map.Entry<String, List<String>> type : CastSamples.samples().entrySet()) {
        for (String value : type.getValue()) {
          insert.setString(1, type.getKey());
          insert.setString(2, value);
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }
}
