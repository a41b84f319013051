package dev.lockstep.cli;

import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;

import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A database with schemas for {@link TenantMigrations}, and a gate in them that a test can shut.
 */
final class TenantDatabase {
  private static final int GATE = 42;

  /** Everything that a tenant has, as text without its name. */
  private static final String CONTENT = """
      SELECT n.nspname, (
        SELECT string_agg(concat_ws(' ', c.relname, c.relkind, a.attname, a.attnum,
          format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attisdropped), ';'
          ORDER BY c.relname, a.attnum)
        FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
        WHERE c.relnamespace = n.oid)
      || (
        SELECT string_agg(replace(pg_get_indexdef(i.indexrelid), n.nspname, '') || i.indisvalid, ';'
          ORDER BY c.relname)
        FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
        WHERE c.relnamespace = n.oid)
      || (
        SELECT string_agg(c.conname || pg_get_constraintdef(c.oid), ';' ORDER BY c.conname)
        FROM pg_constraint AS c WHERE c.connamespace = n.oid)
      || query_to_xml(format('SELECT * FROM %I.account ORDER BY id', n.nspname), true, true, '')
      || query_to_xml(format('SELECT migration_set, revision, ordinal, description, checksum,'
        ' fingerprint, state, steps_done, steps, batch_cursor FROM %I.lockstep_history'
        ' ORDER BY ordinal', n.nspname), true, true, '') AS content
      FROM pg_namespace AS n WHERE n.nspname LIKE 'tenant\\_%'
      """;

  private final DataSource database = Postgres.newDatabase(Postgres.NEWEST);

  TenantDatabase(int tenants) throws SQLException {
    execute(
        database,
        "CREATE SEQUENCE public.passed; CREATE FUNCTION public.pass() RETURNS void LANGUAGE plpgsql"
            + " AS $$ BEGIN IF nextval('public.passed') > " + tenants / 3 + " THEN"
            + " PERFORM pg_catalog.pg_advisory_xact_lock_shared(" + GATE + "); END IF; END $$;"
            + " DO $$ BEGIN FOR i IN 1.." + tenants + " LOOP"
            + " EXECUTE format('CREATE SCHEMA tenant_%s', lpad(i::text, 4, '0'));"
            + " END LOOP; END $$");
  }

  Map<String, String> environment() {
    return CommandLineRun.environment(database);
  }

  /** Holds up all but a third, until it is closed. */
  Connection shutGate() throws SQLException {
    Connection keeper = database.getConnection();
    try (var statement = keeper.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + GATE + ")");
    }
    return keeper;
  }

  /** Comes back when a tenant stands before the gate. */
  void awaitGate() throws SQLException {
    while (query(
            database,
            "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = " + GATE
                + " AND NOT granted")
        .isEmpty()) {
      Thread.onSpinWait();
    }
  }

  /** How many have all that the first of them has, and how many there are that differ. */
  List<String> groups() throws SQLException {
    return query(
        database,
        "SELECT count(*) FROM (" + CONTENT + ") AS t GROUP BY content ORDER BY count(*) DESC");
  }

  /** All that tenants have, each kind of tenant once. */
  String contents() throws SQLException {
    return String.join(
        "\n\n", query(database, "SELECT DISTINCT content FROM (" + CONTENT + ") AS t"));
  }

  /** All that one tenant has. */
  String content() throws SQLException {
    return query(database, "SELECT min(content) FROM (" + CONTENT + ") AS t").get(0);
  }

  int finished() throws SQLException {
    return query(
            database,
            "SELECT 1 FROM pg_namespace AS n WHERE n.nspname LIKE 'tenant\\_%' AND EXISTS (SELECT"
                + " FROM pg_attribute AS a WHERE a.attname = 'age' AND a.attrelid ="
                + " to_regclass(n.nspname || '.account'))")
        .size();
  }

  List<String> locks() throws SQLException {
    return query(
        database,
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid <> " + GATE
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
  }
}
