package dev.lockstep.faults;

/**
 * One thing that can go wrong: how a test does it, and what has to come of it. Numbers count from
 * one and never change; those up to {@link #LAST_OF_THE_LIST} every tool that migrates meets sooner
 * or later, the others less often.
 */
public enum Scenario {
  START_TOGETHER(
      "many processes start at once on an empty database",
      "real JVMs; 32 in the full run",
      "each ends well, each migration runs once, no error in any output"),
  START_TOGETHER_UP_TO_DATE(
      "many start at once and nothing is to do",
      "32 threads through a proxy that counts, while somebody else holds the lock",
      "one SELECT each, and no lock"),
  WAIT_BESIDE_A_CONCURRENT_BUILD(
      "many wait while the holder of the lock builds an index concurrently",
      "a transaction of the application holds the build up until all wait",
      "the index becomes valid; nobody deadlocks; who waits polls"),
  KILL_IN_TRANSACTION(
      "kill -9 in a migration's transaction",
      "SIGKILL of a JVM whose backend waits in a statement that would never end",
      "the server notices within seconds and rolls back; the next start does it all"),
  KILL_BETWEEN_STEPS(
      "kill -9 between two steps of a migration in parts",
      "SIGKILL of a JVM after two of six steps",
      "the history says which step; the next start goes on behind it and builds nothing twice"),
  KILL_IN_CONCURRENT_BUILD(
      "kill -9 while an index is built concurrently",
      "SIGKILL of a JVM whose build waits; a lost answer for a build that the server ended",
      "a valid index is adopted, an INVALID one dropped and built anew; never a second copy"),
  HOLDER_TERMINATED(
      "the backend of whoever holds the lock is terminated, again and again",
      "pg_terminate_backend and SIGKILL at random beside many JVMs; 50 rounds of 32 in the full run",
      "others take over, it goes on itself; catalog, rows and history as after a run that was left alone"),
  ANSWER_TO_COMMIT_LOST(
      "the answer to COMMIT is lost",
      "a proxy that hands COMMIT on and then cuts",
      "the history tells: what is committed counts as applied and is not run again"),
  SERVER_RESTARTED(
      "the server restarts in the middle",
      "pg_ctl restart, fast and immediate, of a server of its own",
      "connected again once it is up; the same run goes on where it was cut; what a crash took is done and told again,"
          + " and reported once"),
  FAILOVER(
      "a standby takes over in the middle",
      "the primary is stopped at once, its standby promoted, the old one comes back as a standby",
      "nothing half-applied on the new primary; the old one is refused"),
  STANDBY(
      "the database is a read-only replica",
      "a standby that streams from a primary of its own",
      "up to date where all is applied; else refused before any lock or change"),
  READER_IDLE_IN_TRANSACTION(
      "a reader that is idle in its transaction holds the table",
      "an open transaction that has read the table, beside an application that goes on reading",
      "the application waits no longer than lock_timeout; the failure names the reader"),
  OLD_TRANSACTION_BESIDE_A_CONCURRENT_BUILD(
      "an old transaction beside an index that is built concurrently",
      "an open transaction, then pg_cancel_backend of the build",
      "the transaction is named while the build waits; what the cut build left is replaced"),
  SETTINGS_OF_THE_ROLE(
      "timeouts and the like are set on the role or the database",
      "ALTER DATABASE ... SET of all of them, very short",
      "the run does not notice; a borrowed connection has its own settings afterwards"),
  TRANSACTION_POOLER(
      "a transaction pooler stands in between",
      "one that speaks the protocol and hands each transaction to another session; PgBouncer",
      "told at the first migration; nothing applied, no lock left behind"),
  HISTORY_DROPPED(
      "the history table was dropped by hand",
      "DROP TABLE",
      "refused; stamp is offered; nothing is run again"),
  HISTORY_EDITED(
      "rows of the history are gone, edited, twice, of an unknown state or a newer version",
      "UPDATE and DELETE by hand, an edited migration",
      "refused with what differs, but for a checksum whose fingerprint fits and numbers of steps and places, which nobody"
          + " goes by; one named repair"),
  DATABASE_AHEAD(
      "the database is ahead of the code",
      "code that lacks the newest migration",
      "refused with an exit code of its own; never taken back by itself"),
  LATE_BRANCH(
      "two branches: the lower one arrives late",
      "migration sets with two heads, and merged",
      "two heads are refused (by the compiler first); merged, the late one is applied in its place"),
  PERMISSION_DENIED(
      "permission denied in step 3 of 5",
      "a role without CREATE on a schema",
      "in a transaction nothing stays; in parts the row says the step; after the GRANT it goes on"),
  DISK_FULL(
      "the disk is full in a rewrite or an index build",
      "a tablespace on a tmpfs of some MB",
      "53100, rolled back, the space is given back; once there is room it goes on"),
  LOCK_TABLE_FULL(
      "one migration with more objects than the lock table holds",
      "one table more than the server has room for",
      "refused before it starts, with the numbers"),
  HOSTILE_NAMES(
      "hostile names",
      "quotes, semicolons, reserved words, unicode, 63 bytes and more, mixed case, NUL",
      "quoted, or refused before anything is done; up, down and checked"),
  HOSTILE_SEARCH_PATH(
      "a hostile search_path, and objects that hide the server's own",
      "evil.now(), evil.=, evil.pg_class; a temporary history; a migration that empties the path",
      "nothing of it is used; every migration begins with its own path"),
  USER_CODE(
      "code of a migration throws, commits, closes, changes the role, is interrupted",
      "steps in Java that do so; SIGTERM of a JVM",
      "a guarded connection; rolled back, cancelled and reported; the cause is kept"),
  CLOCK_JUMPS(
      "clocks jump",
      "history rows of the year 2300 and of 1970",
      "the order is that of applying, whatever the times say"),
  TWO_APPLICATIONS(
      "two applications with histories of their own in one database",
      "two migration sets, in one schema and in two",
      "neither sees the other's; locks of two schemas are two locks"),
  MANY_SCHEMAS(
      "one application in many schemas at once",
      "a run over 30 schemas, SIGKILL, and again",
      "locks of their own; all alike in the end"),
  DEADLOCK_WITH_APPLICATION(
      "a deadlock with the application",
      "an application that takes the tables in the other order, without end",
      "the application never loses one; the migration comes to an end"),
  REFUSED_AT_START(
      "the server is not there yet",
      "a server of its own that is stopped",
      "told with what to check; once it is there the same call does it"),
  AUTHENTICATION_FAILS(
      "TLS or password are wrong",
      "a server that wants SCRAM, and has no TLS",
      "told at once, never tried again; no password in the message"),
  SERVER_VERSION(
      "the server is older or newer than those supported",
      "a proxy that changes the version that a server tells",
      "older: refused; newer: done"),
  PREPARED_TRANSACTION(
      "a prepared transaction holds a lock",
      "PREPARE TRANSACTION",
      "named, with the statement that ends it"),
  ANTI_WRAPAROUND_VACUUM(
      "a vacuum against wraparound holds the table",
      "a server whose limit is 100,000 transactions, and so many of them",
      "named; the migration goes on when it has ended"),
  DUPLICATES(
      "rows that are alike under a new UNIQUE",
      "two of them",
      "the values are named, no INVALID index stays, goes on once they are mended"),
  TIME_ZONE(
      "a cast that depends on the time zone",
      "timestamps in the hour that a role's zone has twice and the one it lacks",
      "the same values whatever the role has set"),
  OUT_OF_MEMORY(
      "the JVM runs out of memory in a migration",
      "a JVM with a small heap and a step that takes all of it",
      "rolled back, the lock is free, an exit code; the next start does it"),
  LINE_ENDINGS(
      "the same sources with other line endings", "statements with CR LF", "the same checksum"),
  TWO_CLASS_LOADERS(
      "the library is loaded by two class loaders",
      "two of them in one JVM, at once",
      "each migration runs once");

  /** How many every tool meets. */
  static final int LAST_OF_THE_LIST = 25;

  private final String fault;
  private final String injection;
  private final String outcome;

  Scenario(String fault, String injection, String outcome) {
    this.fault = fault;
    this.injection = injection;
    this.outcome = outcome;
  }

  int number() {
    return ordinal() + 1;
  }

  String fault() {
    return fault;
  }

  /** How it is done. */
  String injection() {
    return injection;
  }

  /** What has to come of it. */
  String outcome() {
    return outcome;
  }
}
