package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.literal;
import static dev.lockstep.postgres.PostgresDdl.quote;

import dev.lockstep.operation.CreateSchema;
import dev.lockstep.postgres.PostgresDdl;
import java.time.Duration;

/**
 * The statements for the one row that says who migrates a schema, and until when. Each who takes it
 * gets a higher token; a time that is over says that nobody has it, also in a restored backup.
 *
 * @param schema raw name of the target schema
 * @param lockTimeout how long a statement waits for a stranger who has locked the row or the table
 */
record LeaseTable(String schema, Duration lockTimeout) {
  /** Raw name of the table; it stands in the target schema. */
  static final String NAME = "lockstep_lease";

  private static final String EQUALS = " OPERATOR(pg_catalog.=) ";
  private static final String NOW = "pg_catalog.clock_timestamp()";

  /** A call that makes the setting for the transaction at work. */
  private String patience() {
    return "pg_catalog.set_config('lock_timeout', '" + lockTimeout.toMillis() + "ms', true)";
  }

  /** The statement after the setting, to be sent as one message. */
  private String patiently(String statement) {
    return "SELECT " + patience() + ";\n" + statement;
  }

  /**
   * One row, whether the UPDATE found the row, then the columns. What the CASE asks first is done
   * before it waits.
   */
  private String whether(String update, String columns) {
    return "WITH lease AS (" + update + " RETURNING 1) SELECT CASE WHEN " + patience()
        + " IS NOT NULL THEN EXISTS (SELECT FROM lease) END" + columns;
  }

  /** Quoted and qualified. */
  String name() {
    return quote(schema) + "." + quote(NAME);
  }

  /** Schema, table and row, where they are missing; another may do so at the same time. */
  String create() {
    return patiently(PostgresDdl.portable().sql(new CreateSchema(schema)) + """
        ;
        CREATE TABLE IF NOT EXISTS %1$s (
          id integer PRIMARY KEY,
          token bigint NOT NULL,
          holder pg_catalog.text NOT NULL,
          expires_at pg_catalog.timestamptz NOT NULL,
          worker_pid integer,
          worker_started pg_catalog.timestamptz
        );
        ALTER TABLE %1$s ADD COLUMN IF NOT EXISTS worker_pid integer,
          ADD COLUMN IF NOT EXISTS worker_started pg_catalog.timestamptz;
        INSERT INTO %1$s (id, token, holder, expires_at) VALUES (1, 0, '', '-infinity')
        ON CONFLICT DO NOTHING""".formatted(name()));
  }

  /**
   * Takes the lease if its time is over, or that token is the row's: one row with the new token,
   * and whether a holder before has noted a worker; else none. Waits for nobody, so not for a
   * transaction of the token's holder that is not over.
   */
  String take(String holder, Duration time, long own) {
    return "WITH free AS (SELECT id FROM " + name() + " WHERE expires_at OPERATOR(pg_catalog.<=) "
        + NOW + " OR token" + EQUALS + own + " FOR UPDATE SKIP LOCKED) UPDATE " + name()
        + " AS l SET token = l.token"
        + " OPERATOR(pg_catalog.+) 1, holder = " + literal(holder) + ", expires_at = " + end(time)
        + " FROM free WHERE l.id" + EQUALS + "free.id RETURNING l.token, l.worker_pid IS NOT NULL";
  }

  /** Changes one row, and locks it until the transaction ends, if the token is that of the row. */
  String renew(long token, Duration time) {
    return "UPDATE " + name() + " SET expires_at = " + end(time) + " WHERE token" + EQUALS + token;
  }

  /**
   * The same, but lets be what the holder's own transaction has locked: one row, whether the token
   * is that of the row.
   */
  String beat(long token, Duration time) {
    return "WITH mine AS (SELECT id FROM " + name() + " WHERE token" + EQUALS + token
        + " FOR UPDATE SKIP LOCKED), renewed AS (UPDATE " + name() + " AS l SET expires_at = "
        + end(time) + " FROM mine WHERE l.id" + EQUALS + "mine.id) SELECT EXISTS (SELECT FROM "
        + name() + " WHERE token" + EQUALS + token + ")";
  }

  /** The same, as the first of a transaction: one row, whether it did, and those columns. */
  String pin(long token, Duration time, String columns) {
    return whether(renew(token, time), ",\n  " + columns);
  }

  /** Gives it back before its time is over. */
  String give(long token) {
    return patiently(
        "UPDATE " + name() + " SET holder = '', expires_at = '-infinity', worker_pid = NULL"
            + " WHERE token" + EQUALS + token);
  }

  /** The same of one who has not begun, for a worker before is still there. */
  String putBack(long token) {
    return patiently("UPDATE " + name() + " SET holder = '', expires_at = '-infinity' WHERE token"
        + EQUALS + token);
  }

  /**
   * Notes that this session works outside of transactions from now on: its statements know nothing
   * of the lease. One row, whether the token is that of the row.
   */
  String work(long token) {
    return whether(
        "UPDATE " + name() + " SET worker_pid = pg_catalog.pg_backend_pid(), worker_started ="
            + " (SELECT a.backend_start FROM pg_catalog.pg_stat_activity AS a WHERE a.pid" + EQUALS
            + "pg_catalog.pg_backend_pid()) WHERE token" + EQUALS + token,
        "");
  }

  /**
   * The process of a former holder that is still there, in a row; none if there is none. Of other
   * roles' sessions the server may not tell when they began.
   */
  String formerWorker() {
    return "SELECT a.pid FROM " + name() + " AS l JOIN pg_catalog.pg_stat_activity AS a ON a.pid"
        + EQUALS + "l.worker_pid AND (a.backend_start IS NULL OR a.backend_start" + EQUALS
        + "l.worker_started) WHERE a.pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid()";
  }

  /** There is none any more; another process may get its number. */
  String forgetWorker(long token) {
    return patiently("UPDATE " + name()
        + " SET worker_pid = NULL WHERE worker_pid IS NOT NULL AND token" + EQUALS + token);
  }

  /** The same, unless a transaction of the holder is not over. */
  String giveIfFree(long token) {
    return patiently("WITH free AS (SELECT id FROM " + name() + " WHERE token" + EQUALS + token
        + " FOR UPDATE SKIP LOCKED) UPDATE " + name()
        + " AS l SET holder = '', expires_at = '-infinity' FROM free WHERE l.id" + EQUALS
        + "free.id");
  }

  /** One row: the holder, and until when. */
  String holder() {
    return "SELECT holder, expires_at FROM " + name();
  }

  private static String end(Duration time) {
    return NOW + " OPERATOR(pg_catalog.+) " + literal(time.toMillis() + " milliseconds")
        + "::pg_catalog.interval";
  }
}
