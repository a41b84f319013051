package dev.lockstep.engine;

import dev.lockstep.BrokenMigrationsException;
import dev.lockstep.DataLoss;
import dev.lockstep.DatabaseException;
import dev.lockstep.DriftException;
import dev.lockstep.DriftReport.Difference;
import dev.lockstep.HistoryEntry;
import dev.lockstep.HistoryMismatchException;
import dev.lockstep.IrreversibleException;
import dev.lockstep.LockTimeoutException;
import dev.lockstep.LockstepException;
import dev.lockstep.UnsuitableServerException;
import dev.lockstep.UsageException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The wording of everything that can stop a run, but for what a migration itself does. */
public final class Failures {
  /** A message is no report. */
  private static final int FEW_DIFFERENCES = 3;

  private static final int MOST_CANDIDATES = 12;

  private Failures() {}

  static UsageException duplicateRevision(String id) {
    return usage("RevisionTwice", "two migrations of the set have the id " + id);
  }

  static UsageException parentMissing(String id, String parent) {
    return usage(
        "ParentMissing",
        id + " comes after " + parent + ", which is not in the migration set",
        "restore: bring back the file of " + parent);
  }

  static UsageException replacesItself(String id) {
    return usage("ReplacesItself", id + " replaces itself, or what it replaces does");
  }

  static UsageException replacedTwice(String part, String one, String other) {
    return usage(
        "ReplacedTwice",
        one + " and " + other + " both replace " + part + ", and neither replaces the other",
        "let the later one name the earlier: replaces = {\"" + one + "\", ...}");
  }

  static BrokenMigrationsException brokenMigrations(String database, List<String> faults) {
    List<String> details = new ArrayList<>(faults);
    details.add("restore: bring back the migrations as they were generated");
    details.add("or say what hand-written SQL does: schema.sql(\"...\").meaning(effect -> ...)");
    return new BrokenMigrationsException(
        "MigrationsContradict",
        "the migrations of database \"" + database + "\" do not fit together",
        details,
        faults);
  }

  static UsageException circle(List<String> ids) {
    return usage(
        "RevisionCircle", "each of these migrations comes after itself: " + String.join(", ", ids));
  }

  static UsageException unknownRevision(String typed, Collection<String> known) {
    return usage(
        "RevisionUnknown",
        "there is no revision \"" + typed + "\"",
        known.isEmpty() ? "known: none, the migration set is empty" : "known: " + list(known));
  }

  static UsageException emptyRevision() {
    return usage(
        "RevisionEmpty",
        "the revision is empty",
        "name one: an id, a unique beginning of one, head or base");
  }

  static UsageException ambiguousRevision(String typed, List<String> candidates) {
    return usage(
        "RevisionAmbiguous",
        "\"" + typed + "\" can mean " + candidates.size() + " revisions",
        "candidates: " + list(candidates));
  }

  static UsageException severalHeads(List<String> heads) {
    return usage(
        "SeveralHeads",
        "the migrations end in " + heads.size() + " heads: " + String.join(", ", heads),
        "merge: mvn compile -Dlockstep.migrate=\"Merge\"",
        "or name the one to go to: upgrade " + heads.get(0));
  }

  static UsageException baseIsNoMigration() {
    return usage(
        "RevisionUnknown", "base is the state before the first migration, not a migration");
  }

  static UsageException notApplied(String id) {
    return usage("RevisionNotApplied", id + " is not applied, so there is no way down to it");
  }

  static UsageException stepsOutOfRange(int steps, int applied) {
    return usage(
        "StepsOutOfRange",
        "cannot revert " + steps + " migrations, " + applied + (applied == 1 ? " is" : " are")
            + " applied");
  }

  static IrreversibleException irreversible(List<DataLoss> losses) {
    List<String> details =
        new ArrayList<>(losses.stream().map(DataLoss::toString).toList());
    details.add("lose it: --accept data-loss, or a Migrator built without refuseIrreversible()");
    return new IrreversibleException(
        "DowngradeLosesData",
        "this downgrade does not bring everything back; nothing was done",
        details,
        losses);
  }

  static UsageException noMigrationSet() {
    return usage(
        "NoMigrations",
        "no migration set is on the class path",
        "first migration: mvn compile -Dlockstep.migrate=\"Initial migration\"",
        "on the module path: the module needs \"provides dev.lockstep.MigrationSet with ...\"");
  }

  static UsageException severalMigrationSets(List<String> names) {
    return usage(
        "SeveralDatabases",
        "there are migrations of several databases: " + String.join(", ", names),
        "choose: Migrator.builder(dataSource).database(\"" + names.get(0) + "\")",
        "choose: --database " + names.get(0));
  }

  static UsageException unknownMigrationSet(String name, List<String> names) {
    return usage(
        "DatabaseUnknown",
        "there are no migrations of a database \"" + name + "\"",
        "known: " + list(names));
  }

  static UsageException migrationSetTwice(String name, List<String> classes) {
    return usage(
        "DatabaseTwice",
        "two migration sets have the name \"" + name + "\": " + String.join(", ", classes),
        "rename one: @Database(name = \"...\")");
  }

  static UsageException brokenMigrationSet(Throwable cause) {
    return new UsageException(
        "MigrationsBroken",
        "a migration set cannot be loaded: " + cause.getMessage(),
        List.of("build anew: mvn clean compile"),
        cause);
  }

  static UsageException schemaName(String name, String reason) {
    return usage(
        "SchemaName",
        "the name \"" + name + "\" of the target schema " + reason,
        "another one: @Database(schema = \"shop\")",
        "or: Migrator.builder(dataSource).schema(\"shop\"), or --schema shop");
  }

  static UsageException schemaPattern(String pattern, String reason) {
    return usage(
        "SchemaPattern",
        "the pattern \"" + pattern + "\" for schemas " + reason,
        "as: --schemas 'tenant_*', with * for any text and ? for one character");
  }

  static UsageException noSchemaMatches(List<String> patterns, Collection<String> there) {
    return usage(
        "NoSchemaMatches",
        "no schema matches " + list(patterns),
        "there are: " + (there.isEmpty() ? "no others" : list(there)),
        "make a new one: upgrade --schema NAME, or Migrator.builder(dataSource).schema(\"NAME\")");
  }

  public static UsageException schemaAndPatterns(String schema) {
    return usage(
        "SchemaAndPatterns",
        "one schema is named, \"" + schema
            + "\", and patterns for several: only one of both can be",
        "add it to the patterns: --schemas " + schema);
  }

  public static UsageException targetTwice(String name) {
    return usage("TargetTwice", "two of the databases have the name \"" + name + "\"");
  }

  public static UsageException noTargets() {
    return usage(
        "NoTargets", "no database is named", "as: Fleet.builder().database(\"shop\", dataSource)");
  }

  public static UsageException parallelOutOfRange(int parallel) {
    return usage(
        "LimitOutOfRange",
        "parallel cannot be " + parallel + ": at least one target is migrated at a time",
        "as: parallel(4), or --parallel 4");
  }

  static UsageException limitOutOfRange(String limit, Duration given, Duration least, int days) {
    return usage(
        "LimitOutOfRange",
        limit + " cannot be " + given + ": it is from " + least.toMillis() + " ms to " + days
            + " days",
        "as: " + limit + "(Duration.ofSeconds(30))");
  }

  static UsageException batchOutOfRange(int rows) {
    return usage(
        "LimitOutOfRange",
        "backfillBatch cannot be " + rows + ": it is at least one row",
        "as: backfillBatch(10_000)");
  }

  static UsageException openTransaction() {
    return usage(
        "TransactionOpen",
        "the connection given is not in autocommit, so a transaction may be open");
  }

  static UsageException notScriptable(String revision, String step) {
    return usage(
        "NotScriptable",
        revision + " has the step \"" + step + "\" in Java, which no SQL script can do",
        "instead: upgrade, or script what comes before it and after it");
  }

  static UsageException wrongWay(String from, String to) {
    return usage(
        "NoWay", "there is no way from " + from + " to " + to + ": neither comes after the other");
  }

  static UsageException transactionControl(String revision, String statement) {
    return usage(
        "TransactionControl",
        revision + " ends or begins a transaction by itself: " + statement,
        "remove that statement: a migration runs in one transaction, which Lockstep commits");
  }

  static UsageException behindContract(String expand, String contract) {
    return usage(
        "BehindContract",
        expand + " comes after " + contract
            + ", which waits until no older version of the application runs; nothing was done",
        "once only versions run that can do without what " + contract + " takes away: upgrade "
            + contract,
        "then again: upgrade --phase expand",
        "without a rolling deployment: stop the application, then upgrade");
  }

  static HistoryMismatchException databaseAhead(List<String> unknown) {
    return mismatch(
        "DatabaseAhead",
        "the database has applied what this code does not know: " + list(unknown),
        "newer code was here: deploy it, or downgrade with it first",
        "or its file was removed: bring it back");
  }

  /** Of names that the database has recorded, to those that the code has. */
  static HistoryMismatchException renamed(Map<String, String> renamed) {
    String names = renamed.entrySet().stream()
        .map(each -> each.getKey() + " is " + each.getValue() + " in this code")
        .collect(Collectors.joining(", "));
    return mismatch(
        "MigrationRenamed",
        "what the database has applied was renamed: " + names,
        "rename back: the file, its class, and the parents of what comes after it",
        "or, if both are meant to be: newer code was here: deploy it, or downgrade with it first");
  }

  /**
   * A stamp of a database that is something else.
   *
   * @param differences at least one
   */
  static DriftException stampDiffers(String revision, List<Difference> differences) {
    String place = revision.equals(RevisionGraph.BASE) ? "before the first migration" : revision;
    return new DriftException(
        "StampDiffers",
        "this database is not what it is at " + place + ", so nothing was recorded: "
            + (differences.size() == 1 ? "1 difference" : differences.size() + " differences"),
        Stream.concat(
                differences.stream()
                    .limit(FEW_DIFFERENCES)
                    .map(each -> "differs: " + each.object() + ": expected " + each.expected()
                        + ", found " + each.found()),
                Stream.of(
                    "mend the database, or record it all the same: stamp " + revision + " --force"))
            .toList(),
        differences);
  }

  static HistoryMismatchException historyGap(String missing, String recorded) {
    return mismatch(
        "HistoryGap",
        missing + " is not recorded, but " + recorded + " is, which comes after it",
        "its row was deleted, and this database has what it does: stamp " + recorded,
        "it was put before " + recorded + " later: give it a place after what is applied");
  }

  static UsageException replaced(String id, String squash) {
    return usage(
        "RevisionReplaced",
        squash + " replaces " + id + ", and this database has none of what it replaces",
        "go to: upgrade " + squash);
  }

  static HistoryMismatchException partsMissing(String squash, List<String> missing) {
    return mismatch(
        "SquashPartsMissing",
        "the database is among the migrations that " + squash
            + " replaces, but the code has no longer " + list(missing),
        "bring back the files of those that it replaces, until every database has passed them",
        "or upgrade with the version that has them first");
  }

  /** What is applied differs from the code; a line tells of each how. */
  static HistoryMismatchException changed(List<String> revisions, List<String> differences) {
    return mismatch(
        "MigrationChanged",
        String.join(", ", revisions) + (revisions.size() == 1 ? " is" : " are")
            + " not what was applied here: the statements differ",
        "restore: bring back the file as it was applied, and write a new migration for the rest",
        "or, if this database already is what the file says now: repair " + revisions.get(0),
        "differs: " + list(differences));
  }

  public static UsageException repairNeedsId(String typed) {
    return usage(
        "RepairNeedsId",
        "a repair is of one migration by its full id, and \"" + typed + "\" is none",
        "see them: history");
  }

  static UsageException nothingRecorded(String revision) {
    return usage(
        "RevisionNotApplied",
        revision + " is not applied, so there is nothing to repair",
        "apply it: upgrade " + revision,
        "or, if this database already is what it does: stamp " + revision);
  }

  static UsageException nothingToRepair(String revision) {
    return usage(
        "NothingToRepair", revision + " is recorded as the code has it; nothing was changed");
  }

  static HistoryMismatchException historyMoved(String revision) {
    return mismatch(
        "HistoryMoved",
        "somebody else changed the history row of " + revision + " meanwhile; nothing was done",
        "see: status");
  }

  static HistoryMismatchException changedPartWay(HistoryEntry entry) {
    String revision = entry.revision();
    return mismatch(
        "MigrationChanged",
        revision + " is not what was begun here: the statements differ, and "
            + MigrationFailures.committed(entry.stepsDone(), entry.steps()),
        "restore: bring back the file as it was begun, and write a new migration for the rest",
        "or bring the database by hand to where it is applied, then: stamp " + revision);
  }

  static HistoryMismatchException withoutHistory(List<String> tables, String head) {
    return mismatch(
        "ObjectsWithoutHistory",
        "no migration is recorded, but tables that they create are there: " + list(tables),
        "if they are what the migrations say: stamp " + head + " (or an earlier revision)",
        "if not: use another schema or database");
  }

  static HistoryMismatchException unreadableHistory(String table, String found, Exception cause) {
    return new HistoryMismatchException(
        "HistoryUnreadable",
        table + " is not a history table that this version can read: " + found,
        List.of("newer code was here: use its version of Lockstep"),
        cause);
  }

  /** Somebody has taken NOT NULL from the column, and its value from the row. */
  static HistoryMismatchException damagedRow(String table, String row, String column) {
    return mismatch(
        "HistoryUnreadable",
        table + " has no " + column + " in the row of " + row + ": it is NULL",
        "see it: SELECT * FROM " + table + " WHERE " + column + " IS NULL",
        "give it the value that it had, as in a backup, then: ALTER TABLE " + table
            + " ALTER COLUMN " + column + " SET NOT NULL");
  }

  static LockTimeoutException busy(Duration waited, String holder) {
    return new LockTimeoutException(
        "Busy",
        "another process migrates this database; waited " + waited.toSeconds() + " s for " + holder,
        List.of("wait longer: lockWait(Duration.ofMinutes(30)), or --lock-wait 1800"),
        null);
  }

  static LockTimeoutException interrupted() {
    return new LockTimeoutException(
        "Interrupted",
        "interrupted while waiting for another process; nothing was done",
        List.of(),
        null);
  }

  /** Somebody asked for the end of a run while it was in no migration. */
  public static DatabaseException interrupted(SQLException cause) {
    return new DatabaseException(
        "Interrupted",
        "the run was interrupted: " + text(cause),
        List.of("what had begun was rolled back; the same again goes on where the history stands"),
        cause);
  }

  static UnsuitableServerException notPrimary() {
    return unsuitable(
        "NotPrimary",
        "the server is a standby and cannot be written to",
        "connect to the primary: jdbc:postgresql://host1,host2/db?targetServerType=primary");
  }

  static UnsuitableServerException tooOld(int major, int oldest) {
    return unsuitable(
        "ServerTooOld", "the server is PostgreSQL " + major + ", Lockstep needs " + oldest);
  }

  static UnsuitableServerException notPostgres(String product) {
    return unsuitable("NotPostgres", "the server is " + product + ", Lockstep needs PostgreSQL");
  }

  static UnsuitableServerException unsupportedEngine(
      String engine, String reason, String... wayOut) {
    return unsuitable("EngineUnsupported", "the server is " + engine + ": " + reason, wayOut);
  }

  static UsageException leaseNeedsDataSource() {
    return usage(
        "LeaseNeedsDataSource",
        "a lease is renewed from a second connection, and only one was given",
        "as: Migrator.builder(dataSource).lock(LockKind.LEASE)");
  }

  static LockTimeoutException leaseLost(Duration time) {
    return new LockTimeoutException(
        "LeaseLost",
        "another process has taken the lease, which was not renewed for " + time.toSeconds()
            + " s; what was not committed before is rolled back",
        List.of(
            "next upgrade: goes on where the history stands",
            "where this machine stops for so long: leaseTime(Duration.ofMinutes(5)), or --lease 5m"),
        null);
  }

  static UnsuitableServerException poolerOutside() {
    return unsuitable(
        "TransactionPooler",
        "a step outside a transaction needs a session, and a transaction pooler hands our"
            + " statements to different ones; that step was not begun",
        "for this upgrade connect to PostgreSQL itself, or to a pool in session mode");
  }

  static UnsuitableServerException pooler() {
    return unsuitable(
        "TransactionPooler",
        "a transaction pooler hands our statements to different sessions; no lock was taken",
        "connect to PostgreSQL itself, or to a pool in session mode");
  }

  /** The session that is at work does not have the lock that the run took. */
  static UnsuitableServerException lockGone() {
    return unsuitable(
        "TransactionPooler",
        "the run's lock is not there any more: a step gave it back, or a transaction pooler is between",
        "what was committed before stays; what was at work is rolled back; see: status",
        "a step: take pg_advisory_unlock_all() out of it, and run again",
        "a pooler: connect to PostgreSQL itself, or to a pool in session mode");
  }

  /** Whatever the database allows, nobody is to write here. */
  static UnsuitableServerException readOnlyConnection() {
    return unsuitable(
        "ReadOnly",
        "the connection is read-only (Connection.isReadOnly)",
        "a URL: without readOnly=true",
        "a pool: setReadOnly(false) for this one");
  }

  /** What an error that belongs to no migration means. */
  public static LockstepException of(SQLException cause) {
    String state = Objects.requireNonNullElse(cause.getSQLState(), "");
    if (state.equals("25006")) {
      return new UnsuitableServerException(
          "ReadOnly", "the database is read-only: " + text(cause), List.of(), cause);
    }
    if (state.equals("42501")) {
      return new DatabaseException(
          "NoPermission",
          text(cause),
          List.of(
              "grant what the server names: USAGE, CREATE ON SCHEMA; CREATE ON DATABASE to make the"
                  + " schema",
              "to look only: USAGE ON SCHEMA, SELECT ON lockstep_history; tables it alters must be"
                  + " the role's own"),
          cause);
    }
    return ConnectionFailures.of(cause)
        .orElseGet(() -> new DatabaseException("DatabaseError", text(cause), List.of(), cause));
  }

  /** The server's message in one line with its SQLSTATE: {@code relation "x" exists (42P07)}. */
  static String text(SQLException cause) {
    String message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    String line = message
        .strip()
        .replaceFirst("^(ERROR|FATAL): ", "")
        .replaceFirst("\\R\\s*Position: \\d+", "")
        .replaceAll("\\s*\\R\\s*", "; ");
    return cause.getSQLState() == null ? line : line + " (" + cause.getSQLState() + ")";
  }

  private static String list(Collection<String> names) {
    String some =
        names.stream().limit(MOST_CANDIDATES).reduce((a, b) -> a + ", " + b).orElse("");
    int more = names.size() - MOST_CANDIDATES;
    return more > 0 ? String.format(Locale.ROOT, "%s and %d more", some, more) : some;
  }

  private static UsageException usage(String code, String sentence, String... details) {
    return new UsageException(code, sentence, List.of(details), null);
  }

  private static HistoryMismatchException mismatch(
      String code, String sentence, String... details) {
    return new HistoryMismatchException(code, sentence, List.of(details), null);
  }

  private static UnsuitableServerException unsuitable(
      String code, String sentence, String... details) {
    return new UnsuitableServerException(code, sentence, List.of(details), null);
  }
}
