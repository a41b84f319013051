package dev.lockstep.engine;

import java.sql.SQLException;

/** What answers as PostgreSQL does. */
enum Engine {
  POSTGRESQL,
  COCKROACHDB,
  YUGABYTEDB,
  CITUS_WORKER,
  AURORA_DSQL;

  /**
   * Asks the server. CockroachDB and YugabyteDB say so in their version; each node of Citus knows
   * its group, which is 0 on the coordinator; Aurora DSQL has tables of its own for its roles.
   */
  static Engine of(Session session) throws SQLException {
    Answer answer = session
        .query(
            "SELECT pg_catalog.version(),"
                + " pg_catalog.to_regclass('pg_catalog.pg_dist_local_group') IS NOT NULL,"
                + " pg_catalog.to_regclass('sys.iam_pg_role_mappings') IS NOT NULL",
            row -> new Answer(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
        .get(0);
    if (answer.version.startsWith("CockroachDB")) {
      return COCKROACHDB;
    }
    if (answer.version.contains("-YB-")) {
      return YUGABYTEDB;
    }
    if (answer.dsql) {
      return AURORA_DSQL;
    }
    return answer.citus && isWorker(session) ? CITUS_WORKER : POSTGRESQL;
  }

  private record Answer(String version, boolean citus, boolean dsql) {}

  private static boolean isWorker(Session session) throws SQLException {
    return session
        .query("SELECT g.groupid FROM pg_catalog.pg_dist_local_group AS g", row -> row.getInt(1))
        .stream()
        .anyMatch(group -> group != 0);
  }

  /**
   * YugabyteDB had none, or ones that a setting makes do nothing, before 2025.1; nobody here has
   * tried those that it has since.
   */
  boolean hasReliableAdvisoryLocks() {
    return this != YUGABYTEDB;
  }

  /**
   * Fails on what can leave half a migration, or lets two run at once.
   *
   * @throws dev.lockstep.UnsuitableServerException which names the way out
   */
  void requireTrusted() {
    switch (this) {
      case COCKROACHDB ->
        throw Failures.unsupportedEngine(
            "CockroachDB",
            "several schema changes in one transaction can fail in part there, so a migration"
                + " would not be all or nothing",
            "print the SQL and apply it statement by statement: lockstep sql FROM:TO");
      case AURORA_DSQL ->
        throw Failures.unsupportedEngine(
            "Aurora DSQL",
            "it takes one schema change in a transaction and none beside rows, so a migration and"
                + " its row in the history cannot be one",
            "print the SQL and apply it statement by statement: lockstep sql FROM:TO",
            "or use Aurora PostgreSQL, which works as PostgreSQL does");
      case CITUS_WORKER ->
        throw Failures.unsupportedEngine(
            "a worker of Citus",
            "its locks are its own, so another node could migrate at the same time",
            "connect to the coordinator");
      case POSTGRESQL, YUGABYTEDB -> {}
    }
  }
}
