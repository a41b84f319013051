package dev.lockstep;

import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Servers that answer as PostgreSQL does, played by a PostgreSQL whose catalog says so: what these
 * engines do beyond that is not tried here.
 */
class EngineTest {
  private final DataSource database = Postgres.newDatabase(Postgres.NEWEST);

  private void says(String version) throws SQLException {
    execute(
        database,
        "CREATE OR REPLACE FUNCTION pg_catalog.version() RETURNS text LANGUAGE sql STABLE AS $$"
            + " SELECT '" + version + "' $$");
  }

  private UnsuitableServerException refusal() throws SQLException {
    UnsuitableServerException refusal =
        assertThrows(UnsuitableServerException.class, migrator(database)::upgrade);
    assertEquals(7, refusal.outcome().exitCode());
    assertEquals(
        List.of(), query(database, "SELECT 1 FROM pg_tables WHERE tablename LIKE 'lockstep%'"));
    return refusal;
  }

  @Test
  void cockroachIsRefused() throws SQLException {
    says("CockroachDB CCL v25.2.0 (x86_64-pc-linux-gnu, built 2025/05/09)");

    assertEquals("""
        [lockstep:EngineUnsupported] the server is CockroachDB: several schema changes in one transaction can fail in part there, so a migration would not be all or nothing
            print the SQL and apply it statement by statement: lockstep sql FROM:TO""", refusal().getMessage());
  }

  @Test
  void yugabyteIsMigratedUnderALease() throws SQLException {
    says("PostgreSQL 15.12-YB-2025.1.0.0-b0 on x86_64-pc-linux-gnu, compiled by clang, 64-bit");

    assertEquals(2, migrator(database).upgrade().applied().size());
    assertEquals(List.of("1"), query(database, "SELECT token FROM lockstep_lease"));

    Migrator.builder(database)
        .migrations(Shop.migrations())
        .lock(LockKind.ADVISORY)
        .build()
        .downgrade(1);
    assertEquals(List.of("1"), query(database, "SELECT token FROM lockstep_lease"));
  }

  @Test
  void citusIsMigratedFromItsCoordinator() throws SQLException {
    execute(
        database,
        "SET allow_system_table_mods = on;"
            + " CREATE TABLE pg_catalog.pg_dist_local_group (groupid int);"
            + " INSERT INTO pg_catalog.pg_dist_local_group VALUES (3)");

    assertEquals("EngineUnsupported", refusal().code());

    execute(database, "UPDATE pg_catalog.pg_dist_local_group SET groupid = 0");
    assertEquals(2, migrator(database).upgrade().applied().size());
  }

  @Test
  void auroraDsqlIsRefused() throws SQLException {
    execute(database, "CREATE SCHEMA sys; CREATE VIEW sys.iam_pg_role_mappings AS SELECT 1 AS x");

    assertEquals("EngineUnsupported", refusal().code());
  }
}
