package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.postgres.CanonicalSchema;
import dev.lockstep.postgres.CatalogReader;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.postgres.SqlObjectChecker;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.RandomSchemas;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A check finds nothing after any upgrade and any downgrade. {@code -Dlockstep.checks=N} sets how
 * many random edits each server sees, {@code -Dlockstep.seed=N} the first seed.
 */
class DriftLawTest {
  private static final int PAIRS = Integer.getInteger("lockstep.checks", 40);
  private static final long FIRST_SEED = Long.getLong("lockstep.seed", 0);

  @Test
  void thereIsNoDriftAfterAnUpgradeAndADowngrade() {
    Postgres.onEach(DriftLawTest::tryAll);
  }

  private static void tryAll(int major) throws SQLException {
    PostgresDdl ddl = new PostgresDdl("public", major);
    try (Connection connection = Postgres.newDatabase(major).getConnection()) {
      for (long seed = FIRST_SEED; seed < FIRST_SEED + PAIRS; seed++) {
        new Trial(seed, ddl, connection).run();
      }
    }
  }

  /** One edit. */
  private record Trial(long seed, PostgresDdl ddl, Connection connection) {
    void run() throws SQLException {
      RandomSchemas.Edit edit = RandomSchemas.edit(seed);
      SchemaDiff diff = SchemaDiffer.diff(edit.from(), edit.to(), edit.hints());
      clean();

      step(SchemaDiffer.diff(Schema.EMPTY, edit.from()).operations(), edit.from());
      step(diff.operations(), diff.to());
      step(Operations.reverse(diff.operations(), edit.from()), edit.from());
    }

    private void step(List<Operation> operations, Schema after) throws SQLException {
      String sql = operations.stream().map(ddl::sql).collect(Collectors.joining(";\n"));
      apply(operations, sql);
      Schema expected = CanonicalSchema.of(connection, after, Schema.EMPTY, "public");
      Schema found = CatalogReader.read(connection, "public", CanonicalSchema.namespacesOf(after));
      ShortWay.assertSameAsLongWay(connection, after, () -> "seed " + seed);
      String differences = Stream.concat(
              SchemaDiffer.changes(expected, FoundSchema.of(found, expected)).stream()
                  .flatMap(change -> DriftWords.describe(change).stream()),
              SqlObjectChecker.check(connection, after, "public").stream()
                  .map(ObjectDriftWords::describe))
          .map(Object::toString)
          .collect(Collectors.joining("\n"));
      assertEquals("", differences, () -> "seed " + seed + "\n" + sql);
    }

    private void apply(List<Operation> operations, String all) throws SQLException {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute("SET LOCAL TimeZone = 'UTC'; SET LOCAL search_path = public, pg_temp");
        for (Operation operation : operations) {
          statement.execute(ddl.sql(operation));
        }
      } catch (SQLException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + all, e);
      }
      connection.commit();
      connection.setAutoCommit(true);
    }

    private void clean() throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET client_min_messages = warning");
        for (String schema : List.of("public", "app", "App \"x\"")) {
          statement.execute("DROP SCHEMA IF EXISTS " + PostgresDdl.quote(schema) + " CASCADE");
        }
        statement.execute("CREATE SCHEMA public");
      }
    }
  }
}
