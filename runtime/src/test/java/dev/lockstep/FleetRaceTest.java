package dev.lockstep;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What schemas of one database share. */
class FleetRaceTest {
  private static final int ROUNDS = 3;

  private static final String COUNT =
      "SELECT count(*) FROM pg_extension WHERE extname IN ('pgcrypto', 'hstore')";

  static List<Integer> majors() {
    return Postgres.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void schemasMayWantTheSameExtensionAtTheSameMoment(int major) throws SQLException {
    WrittenMigrations set = new WrittenMigrations()
        .add(
            "M0001_Begin",
            schema -> {
              schema.createExtension("pgcrypto");
              schema.createExtension("hstore");
              schema.createTable("t", column("a", text()));
            },
            schema -> {
              schema.dropTable("t");
              schema.dropExtension("hstore");
              schema.dropExtension("pgcrypto");
            });
    for (int round = 0; round < ROUNDS; round++) {
      DataSource database = Postgres.newDatabase(major);
      execute(
          database,
          IntStream.range(0, 8)
              .mapToObj(i -> "CREATE SCHEMA t" + i)
              .collect(Collectors.joining(";")));

      Fleet fleet = Fleet.builder()
          .database("main", database)
          .schemas("t*")
          .parallel(8)
          .settings(each -> each.migrations(set))
          .build();

      FleetReport<UpgradeReport> up = fleet.upgrade();
      assertEquals("8 targets: 8 done", up.summary(), up.toString());
      assertEquals(List.of("2"), query(database, COUNT));

      FleetReport<DowngradeReport> down = fleet.downgradeTo("base");
      assertEquals("8 targets: 8 done", down.summary(), down.toString());
      assertEquals(List.of("0"), query(database, COUNT));
    }
  }
}
