package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.HistoryEntry;
import dev.lockstep.HistoryEntry.State;
import dev.lockstep.operation.CreateSchema;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.postgres.Quotes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statements for the history table of one migration set, which mean the same whatever the
 * search path; the same ones are executed and printed in scripts.
 */
final class HistoryTable {
  /** Raw name of the table; it stands in the target schema. */
  static final String NAME = "lockstep_history";

  private static final String EQUALS = " OPERATOR(pg_catalog.=) ";
  private static final String HASH = "pg_catalog.hashtextextended";

  private final String schema;
  private final String set;

  /** What the row of a migration that begins has from the migration; each is an SQL expression. */
  record NewRow(
      String revision,
      String ordinal,
      String description,
      String checksum,
      String fingerprint,
      String steps) {
    static NewRow of(PreparedMigration migration, int ordinal) {
      return new NewRow(
          Quotes.text(migration.id()),
          String.valueOf(ordinal),
          Quotes.text(migration.entry().description()),
          Quotes.text(migration.checksum()),
          Quotes.text(migration.entry().fingerprint()),
          String.valueOf(migration.upgradeSteps()));
    }
  }

  /**
   * For one migration set.
   *
   * @param schema raw name of the target schema
   */
  HistoryTable(String schema, String set) {
    this.schema = schema;
    this.set = set;
  }

  /** Quoted and qualified. */
  String name() {
    return Quotes.name(schema) + "." + Quotes.name(NAME);
  }

  /** The target schema, unless it is there. */
  String createSchema() {
    return PostgresDdl.portable().sql(new CreateSchema(schema));
  }

  String create() {
    return "CREATE TABLE IF NOT EXISTS " + name() + """
         (
          migration_set pg_catalog.text NOT NULL,
          revision pg_catalog.text NOT NULL,
          ordinal integer NOT NULL,
          description pg_catalog.text NOT NULL,
          checksum pg_catalog.text NOT NULL,
          fingerprint pg_catalog.text NOT NULL,
          state pg_catalog.text NOT NULL,
          steps_done integer NOT NULL,
          steps integer NOT NULL,
          started_at pg_catalog.timestamptz NOT NULL,
          finished_at pg_catalog.timestamptz,
          milliseconds bigint,
          library_version pg_catalog.text NOT NULL,
          database_user pg_catalog.text NOT NULL,
          host pg_catalog.text NOT NULL,
          batch_cursor pg_catalog.text,
          PRIMARY KEY (migration_set, revision)
        )""";
  }

  /** One row: whether the table is there. */
  String exists() {
    return "SELECT EXISTS (SELECT FROM pg_catalog.pg_tables AS t WHERE t.schemaname" + EQUALS
        + Quotes.text(schema) + " AND t.tablename" + EQUALS + Quotes.text(NAME) + ")";
  }

  /** One row: whether the table has the column for cursors, which older versions did not make. */
  String hasCursor() {
    return "SELECT EXISTS (SELECT FROM pg_catalog.pg_attribute AS a WHERE a.attrelid" + EQUALS
        + Quotes.text(name()) + "::pg_catalog.regclass AND a.attname" + EQUALS
        + "'batch_cursor' AND NOT a.attisdropped)";
  }

  /** Forgets how far a step in batches is; changes one row. */
  String clearCursor(String revision) {
    return "UPDATE " + name() + " SET batch_cursor = NULL" + only(revision);
  }

  /** Gives a table of an older version the column for cursors. */
  String addCursor() {
    return "ALTER TABLE " + name() + " ADD COLUMN IF NOT EXISTS batch_cursor pg_catalog.text";
  }

  /**
   * How far the step is that runs in batches; no row if the migration is not there, or not at it.
   */
  String cursor(Direction direction, String revision, int done) {
    return "SELECT batch_cursor FROM " + name() + at(direction, revision, done);
  }

  /**
   * Notes how far the step is that runs in batches; changes one row if it is where this run left
   * it.
   *
   * @param cursor empty if the step is not begun or done
   */
  String moveCursor(Direction direction, String revision, int done, Optional<String> cursor) {
    return "UPDATE " + name() + " SET batch_cursor = "
        + cursor.map(Quotes::text).orElse("NULL") + at(direction, revision, done);
  }

  /** Revision, fingerprint and state of each row. */
  String marks() {
    return "SELECT revision, fingerprint, state FROM " + name() + " WHERE migration_set" + EQUALS
        + Quotes.text(set);
  }

  /**
   * One row: the digest of all rows as in {@link dev.lockstep.CompleteHistory}, without its prefix,
   * which is null if there is none, and how many rows there are. The digest does not depend on an
   * order, for sorting takes the server longer than sending the rows. Two rows that are alike
   * cancel each other out in it, and one with a NULL adds nothing: so they are counted in the same
   * look.
   */
  String digest() {
    return "SELECT pg_catalog.bit_xor(" + HASH + "(state, " + HASH + "(fingerprint, " + HASH
        + "(revision, 0)))), pg_catalog.count(*) FROM " + name() + " WHERE migration_set" + EQUALS
        + Quotes.text(set);
  }

  String entries() {
    return "SELECT revision, ordinal, description, checksum, fingerprint, state, steps_done, steps,"
        + " started_at, finished_at, milliseconds, library_version, database_user, host FROM "
        + name() + " WHERE migration_set" + EQUALS + Quotes.text(set)
        + " ORDER BY ordinal, revision";
  }

  /** The row of a migration that begins. */
  String insert(PreparedMigration migration, int ordinal) {
    return insertBegun(migration, ordinal, Origin.host());
  }

  /**
   * The same in one statement with a query that has to come first.
   *
   * @param before the query; it answers one row
   */
  String insertAfter(String before, NewRow row) {
    return "WITH before AS MATERIALIZED (" + before + ")\n" + columns() + "\nSELECT "
        + values(row, begun(), Origin.host()) + " FROM before";
  }

  /** The same with another host. */
  String insertBegun(PreparedMigration migration, int ordinal, String host) {
    return insert(migration, ordinal, begun(), host);
  }

  private static List<String> begun() {
    return List.of(state(State.UPGRADING), "0", clock(), "NULL", "NULL");
  }

  /** The row of a migration that is applied, though not measured. */
  String insertApplied(PreparedMigration migration, int ordinal, String host) {
    return insert(
        migration,
        ordinal,
        List.of(
            state(State.APPLIED), String.valueOf(migration.upgradeSteps()), clock(), clock(), "0"),
        host);
  }

  /** The row of a migration that is done; changes one row. */
  String finish(String revision, Duration duration) {
    return finishWhere(Quotes.text(revision), String.valueOf(duration.toMillis()));
  }

  /**
   * The same where nobody reads the answer: the server tells how long it took, and fails unless it
   * is one row, which rules and triggers on the table can see to.
   */
  String finishOne(NewRow row) {
    String finish = finishWhere(
        row.revision,
        "pg_catalog.round(1000 OPERATOR(pg_catalog.*) pg_catalog.date_part('epoch', " + clock()
            + " OPERATOR(pg_catalog.-) started_at))");
    // By zero: the server works out beforehand only what does not depend on rows.
    return "WITH done AS (" + finish + " RETURNING 1)\n"
        + "SELECT 1 OPERATOR(pg_catalog./) CASE WHEN pg_catalog.count(*)" + EQUALS
        + "1 THEN 1 ELSE 0 END FROM done";
  }

  private String finishWhere(String revision, String milliseconds) {
    return "UPDATE " + name() + " SET state = " + state(State.APPLIED)
        + ", steps_done = steps, finished_at = " + clock() + ", milliseconds = " + milliseconds
        + where(revision);
  }

  /** Changes nothing, but its commit is one. */
  String touch(String revision) {
    return "UPDATE " + name() + " SET state = state" + only(revision);
  }

  /** The row of a migration whose downgrade begins; changes one row. */
  String beginDowngrade(String revision) {
    return "UPDATE " + name() + " SET state = " + state(State.DOWNGRADING) + only(revision);
  }

  /**
   * The row of a migration whose downgrade begins, and runs in parts: what is counted and compared
   * are the steps of the downgrade from here on. Changes one row.
   */
  String beginDowngradeInParts(PreparedMigration migration) {
    return "UPDATE " + name() + " SET state = " + state(State.DOWNGRADING)
        + ", steps_done = 0, steps = " + migration.downgrade().size() + ", checksum = "
        + Quotes.text(migration.downgradeChecksum()) + only(migration.id());
  }

  /**
   * The row of a migration that was left half-way and is taken back: what is counted and compared
   * are the steps of that from here on. Changes one row if the migration is where it was left.
   */
  String turn(Undo undo) {
    State state = undo.direction() == Direction.UPGRADE ? State.UPGRADING : State.DOWNGRADING;
    return "UPDATE " + name() + " SET state = " + state(state) + ", steps_done = 0, steps = "
        + undo.operations().size() + ", checksum = " + Quotes.text(undo.checksum())
        + at(undo.direction().opposite(), undo.migration().id(), undo.done());
  }

  /** The row of a migration whose downgrade is taken back; changes one row. */
  String finishAgain(PreparedMigration migration) {
    return "UPDATE " + name() + " SET state = " + state(State.APPLIED) + ", steps_done = "
        + migration.upgradeSteps() + ", steps = " + migration.upgradeSteps() + ", checksum = "
        + Quotes.text(migration.checksum()) + only(migration.id());
  }

  /** The statements of an applied migration as the code has them; changes one row. */
  String repair(HistoryEntry before, PreparedMigration after) {
    return "UPDATE " + name() + " SET checksum = " + Quotes.text(after.checksum())
        + ", fingerprint = "
        + Quotes.text(after.entry().fingerprint()) + ", steps_done = " + after.upgradeSteps()
        + ", steps = " + after.upgradeSteps() + only(before.revision()) + " AND checksum" + EQUALS
        + Quotes.text(before.checksum()) + " AND state" + EQUALS + state(State.APPLIED);
  }

  /** Notes how many steps are done; changes one row if it is where this run left it. */
  String advance(Direction direction, String revision, int from, int to) {
    return "UPDATE " + name() + " SET steps_done = " + to + at(direction, revision, from);
  }

  /** A condition: so many steps of that migration are done, and not all. */
  String stands(Direction direction, String revision, int done) {
    return "EXISTS (SELECT FROM " + name() + at(direction, revision, done) + ")";
  }

  /** A condition: there is a row of that revision, in whatever state. */
  String recorded(String revision) {
    return "EXISTS (SELECT FROM " + name() + only(revision) + ")";
  }

  /** A condition: that revision is applied as a whole. */
  String applied(String revision) {
    return "EXISTS (SELECT FROM " + name() + only(revision) + " AND state" + EQUALS
        + state(State.APPLIED) + ")";
  }

  /** Those of the revisions that are applied as a whole. */
  String applied(Collection<String> revisions) {
    return "SELECT revision FROM " + name() + where(revisions) + " AND state" + EQUALS
        + state(State.APPLIED);
  }

  String delete(String revision) {
    return "DELETE FROM " + name() + only(revision);
  }

  /** Deletes the rows of a squash and of its parts; changes one row, that of the squash. */
  String delete(String revision, Collection<String> parts) {
    return "WITH parts AS (DELETE FROM " + name() + where(parts) + ") " + delete(revision);
  }

  /** New fingerprints by revision. */
  String refresh(Map<String, String> fingerprints) {
    String values = fingerprints.entrySet().stream()
        .map(each -> "(" + Quotes.text(each.getKey()) + ", " + Quotes.text(each.getValue()) + ")")
        .sorted()
        .collect(Collectors.joining(", "));
    return "UPDATE " + name() + " AS h SET fingerprint = v.fingerprint FROM (VALUES " + values
        + ") AS v (revision, fingerprint) WHERE h.migration_set" + EQUALS + Quotes.text(set)
        + " AND h.revision" + EQUALS + "v.revision";
  }

  private String insert(
      PreparedMigration migration, int ordinal, List<String> progress, String host) {
    return columns() + "\nVALUES (" + values(NewRow.of(migration, ordinal), progress, host) + ")";
  }

  private String columns() {
    return "INSERT INTO " + name() + " (migration_set, revision, ordinal, description, checksum,"
        + " fingerprint, state, steps_done, steps, started_at, finished_at, milliseconds,"
        + " library_version, database_user, host)";
  }

  private String values(NewRow row, List<String> progress, String host) {
    return String.join(
        ", ",
        Quotes.text(set),
        row.revision,
        row.ordinal,
        row.description,
        row.checksum,
        row.fingerprint,
        progress.get(0),
        progress.get(1),
        row.steps,
        progress.get(2),
        progress.get(3),
        progress.get(4),
        Quotes.text(Origin.libraryVersion()),
        "CURRENT_USER",
        Quotes.text(host));
  }

  private String at(Direction direction, String revision, int done) {
    State running = direction == Direction.UPGRADE ? State.UPGRADING : State.DOWNGRADING;
    return only(revision) + " AND state" + EQUALS + state(running) + " AND steps_done" + EQUALS
        + done;
  }

  private String only(String revision) {
    return where(Quotes.text(revision));
  }

  private String where(Collection<String> revisions) {
    String literals = revisions.stream().map(Quotes::text).collect(Collectors.joining(", "));
    return where("ANY (ARRAY[" + literals + "])");
  }

  private String where(String revision) {
    return " WHERE migration_set" + EQUALS + Quotes.text(set) + " AND revision" + EQUALS + revision;
  }

  private static String clock() {
    return "pg_catalog.clock_timestamp()";
  }

  private static String state(State state) {
    return Quotes.text(state.name().toLowerCase(Locale.ROOT));
  }
}
