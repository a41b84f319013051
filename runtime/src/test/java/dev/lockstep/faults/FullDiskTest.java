package dev.lockstep.faults;

import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrations;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.lockstep.MigrationFailedException;
import dev.lockstep.SchemaEditor;
import dev.lockstep.testing.OwnServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table on a disk of some megabytes, most of which something else has taken. */
class FullDiskTest {
  private static final int MEGABYTES = 16;
  private static final String THIRD = "M0003_Third";

  static List<Integer> majors() {
    return Suite.majors();
  }

  private static OwnServer server(int major) throws IOException {
    try {
      return OwnServer.startWithDisk(major, MEGABYTES);
    } catch (IOException e) {
      return abort("this user cannot mount a tmpfs in a namespace of its own: " + e.getMessage());
    }
  }

  /** Six of sixteen megabytes are the table's, six are another's. */
  private static DataSource shop(OwnServer server) throws SQLException {
    DataSource database = server.dataSource();
    execute(database, "CREATE TABLESPACE small LOCATION '" + server.disk() + "'");
    migrator(database).upgrade();
    execute(database, "ALTER TABLE \"user\" SET TABLESPACE small");
    execute(database, "CREATE TABLE public.ballast (x text) TABLESPACE small");
    fill(database, "ballast (x)", 40_000);
    execute(database, "ALTER TABLE \"user\" DROP CONSTRAINT user_email_key, DROP id");
    fill(database, "\"user\" (email)", 40_000);
    return database;
  }

  private static void fill(DataSource database, String table, int rows) throws SQLException {
    execute(
        database,
        "INSERT INTO " + table + " SELECT n || repeat('x', 100) FROM generate_series(1, " + rows
            + ") AS n");
  }

  private static String size(DataSource database) throws SQLException {
    return query(database, "SELECT pg_tablespace_size('small')").get(0);
  }

  /** Fails for want of room, leaves no file, and does it once there is room. */
  private static void goesOnWhenThereIsRoom(
      int major, String code, Consumer<SchemaEditor> step, String before) throws Exception {
    try (OwnServer server = server(major)) {
      DataSource database = shop(server);
      execute(database, "SET default_tablespace = small; " + before);
      execute(database, "CHECKPOINT");
      String size = size(database);
      var migrator = migrator(database, migrations().add(THIRD, step::accept));

      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, migrator::upgrade);

      assertEquals(code, failure.code());
      assertEquals("53100", failure.failure().sqlState(), failure.getMessage());
      assertTrue(failure.getMessage().contains("No space left on device"), failure.getMessage());
      execute(database, "CHECKPOINT");
      assertEquals(size, size(database), "bytes on the disk");
      assertEquals(
          List.of(), query(database, "SELECT indexrelid FROM pg_index WHERE NOT indisvalid"));
      execute(database, "DROP TABLE ballast");
      execute(database, "CHECKPOINT");
      assertEquals(List.of(THIRD), migrator.upgrade().at());
    }
  }

  @Fault(Scenario.DISK_FULL)
  @ParameterizedTest
  @MethodSource("majors")
  void aRewriteIsRolledBack(int major) throws Exception {
    goesOnWhenThereIsRoom(
        major,
        "MigrationFailed",
        schema -> schema.sql("ALTER TABLE \"user\" ALTER address TYPE int USING 1"),
        "");
  }

  @Fault(Scenario.DISK_FULL)
  @ParameterizedTest
  @MethodSource("majors")
  void anIndexBuildLeavesNothing(int major) throws Exception {
    goesOnWhenThereIsRoom(
        major,
        "StoppedPartWay",
        schema -> schema.createIndexConcurrently("user", index("user_email", "email")),
        "ALTER DATABASE postgres SET default_tablespace = small");
  }
}
