package dev.lockstep.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Asks the server who holds locks. Waits for no lock itself.
 *
 * <p>The locks of a prepared transaction have no process; what they have in common is the virtual
 * transaction. Its lock on its own number tells which transaction it is: the manual's way (54.12
 * pg_locks), {@code -1/number}, holds only after a restart of the server.
 */
final class LockHolders {
  private LockHolders() {}

  /**
   * The others who hold a lock, the oldest transaction first; each once, with a parallel worker's
   * locks under the process that it works for.
   *
   * @param locks what stands after {@code FROM pg_catalog.pg_locks AS l}: joins, {@code WHERE} and
   *     a condition
   */
  static List<Blocker> of(Session session, String locks) throws SQLException {
    return session.query("""
        WITH held AS (
          SELECT DISTINCT COALESCE(w.leader_pid, l.pid) AS pid,
            CASE WHEN l.pid IS NULL THEN l.virtualtransaction END AS prepared
          FROM (SELECT l.* FROM pg_catalog.pg_locks AS l %s) AS l
          LEFT JOIN pg_catalog.pg_stat_activity AS w ON w.pid OPERATOR(pg_catalog.=) l.pid
          WHERE l.granted)
        SELECT h.pid, a.application_name, COALESCE(a.usename, p.owner), a.state, a.backend_type,
          EXTRACT(epoch FROM pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-)
            COALESCE(a.xact_start, p.prepared))::pg_catalog.int8 AS seconds,
          a.query, p.gid
        FROM held AS h
        LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid OPERATOR(pg_catalog.=) h.pid
        LEFT JOIN pg_catalog.pg_locks AS x ON x.pid IS NULL
          AND x.locktype OPERATOR(pg_catalog.=) 'transactionid'
          AND x.virtualtransaction OPERATOR(pg_catalog.=) h.prepared
        LEFT JOIN pg_catalog.pg_prepared_xacts AS p
          ON p.transaction OPERATOR(pg_catalog.=) x.transactionid
        WHERE (a.pid IS NOT NULL OR p.gid IS NOT NULL)
          AND (h.pid IS NULL
            OR h.pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid())
        ORDER BY COALESCE(a.xact_start, p.prepared) NULLS LAST, h.pid, p.gid""".formatted(locks), LockHolders::read);
  }

  private static Blocker read(ResultSet row) throws SQLException {
    long seconds = row.getLong("seconds");
    // The server's clock may be set back.
    long age = row.wasNull() ? -1 : Math.max(0, seconds);
    return new Blocker(
        row.getInt(1),
        text(row, 2),
        text(row, 3),
        text(row, 4),
        text(row, 5),
        age,
        text(row, 7),
        text(row, 8));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
