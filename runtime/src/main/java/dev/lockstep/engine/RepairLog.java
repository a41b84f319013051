package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.literal;
import static dev.lockstep.postgres.PostgresDdl.quote;

import dev.lockstep.HistoryEntry;

/**
 * The statements for the table of repairs, which only ever grows; it is there once something was
 * repaired.
 *
 * @param schema raw name of the target schema
 * @param set name of the migration set
 */
record RepairLog(String schema, String set) {
  /** Raw name of the table; it stands in the target schema. */
  static final String NAME = "lockstep_repair";

  private String name() {
    return quote(schema) + "." + quote(NAME);
  }

  String create() {
    return """
        CREATE TABLE IF NOT EXISTS %s (
          repaired_at pg_catalog.timestamptz NOT NULL,
          migration_set pg_catalog.text NOT NULL,
          revision pg_catalog.text NOT NULL,
          checksum_before pg_catalog.text NOT NULL,
          checksum_after pg_catalog.text NOT NULL,
          steps_before integer NOT NULL,
          steps_after integer NOT NULL,
          library_version pg_catalog.text NOT NULL,
          database_user pg_catalog.text NOT NULL,
          host pg_catalog.text NOT NULL
        )""".formatted(name());
  }

  /** Notes one repair. */
  String append(HistoryEntry before, PreparedMigration after) {
    return "INSERT INTO " + name() + " (repaired_at, migration_set, revision, checksum_before,"
        + " checksum_after, steps_before, steps_after, library_version, database_user, host)\n"
        + "VALUES ("
        + String.join(
            ", ",
            "pg_catalog.clock_timestamp()",
            literal(set),
            literal(before.revision()),
            literal(before.checksum()),
            literal(after.checksum()),
            String.valueOf(before.steps()),
            String.valueOf(after.upgradeSteps()),
            literal(Origin.libraryVersion()),
            "CURRENT_USER",
            literal(Origin.host()))
        + ")";
  }
}
