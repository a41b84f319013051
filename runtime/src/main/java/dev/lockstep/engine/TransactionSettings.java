package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.literal;
import static dev.lockstep.postgres.PostgresDdl.quote;

import dev.lockstep.postgres.PostgresDdl;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a migration's transaction fixes, so that it means the same whatever the role, the database
 * and the pool have set. All is local to the transaction: nothing has to be put back.
 */
final class TransactionSettings {
  private static final int TRANSACTION_TIMEOUT_SINCE = 17;

  /** The systems on which a server can see that its client has gone; elsewhere it refuses to. */
  private static final String SEES_ITS_CLIENT = "(linux|darwin|bsd)";

  private static final String CLIENT_CHECK = "client_connection_check_interval";

  /**
   * A server notices at the end of a statement that the client has died, unless it looks: so long
   * would it hold the lock and go on with what nobody wants any more. By these it does within
   * seconds, of a process at once and of a machine after some 25 s.
   */
  private static final SortedMap<String, String> CLIENT = new TreeMap<>(Map.of(
      CLIENT_CHECK,
      "1s",
      "tcp_keepalives_idle",
      "10",
      "tcp_keepalives_interval",
      "5",
      "tcp_keepalives_count",
      "3"));

  /**
   * What hand-written steps set beside these and must be put back first; who sets the session's
   * user resets its role.
   */
  private static final List<String> OTHERS = List.of(
      "session_authorization",
      "role",
      "session_replication_role",
      "row_security",
      "check_function_bodies",
      "client_min_messages",
      "default_tablespace",
      "default_table_access_method");

  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Duration lockTimeout;
  /** What is the same for each migration of a run. */
  private final Map<String, String> fences = new ConcurrentHashMap<>();

  private TransactionSettings(TransactionSettings other) {
    this.settings.putAll(other.settings);
    this.lockTimeout = other.lockTimeout;
  }

  TransactionSettings(String schema, int serverMajor, Duration lockTimeout) {
    this.lockTimeout = lockTimeout;
    settings.put("search_path", searchPath(schema));
    settings.put("lock_timeout", lockTimeout.toMillis() + "ms");
    settings.put("statement_timeout", "0");
    settings.put("idle_in_transaction_session_timeout", "0");
    if (serverMajor >= TRANSACTION_TIMEOUT_SINCE) {
      settings.put("transaction_timeout", "0");
    }
    settings.put("TimeZone", "UTC");
    settings.put("DateStyle", "ISO, MDY");
    settings.put("IntervalStyle", "postgres");
    settings.put("standard_conforming_strings", "on");
    settings.putAll(CLIENT);
  }

  /** How long a statement may wait for a lock that the application feels. */
  Duration lockTimeout() {
    return lockTimeout;
  }

  /**
   * A query that makes the settings and answers one row: whether this run holds the lock, the
   * number of the transaction, and after how many seconds the server looks for deadlocks.
   */
  String apply(MigrationLock lock) {
    return apply(lock, "true");
  }

  /**
   * The same for a statement that goes on from it in a message with others, as the text of a query
   * with one row: it fails where this run does not hold the lock. Empty if the lock cannot tell so.
   *
   * @param durable whether the transaction's commit waits for the disk. One that does not can be
   *     lost if the server crashes within a second, and only with all that was committed after it:
   *     so change and history row are both there or both not, and a later commit that waits, the
   *     last one of a run, keeps all before it (PostgreSQL manual, 28.4).
   */
  Optional<String> fence(MigrationLock lock, boolean durable) {
    Optional<String> held = lock.held();
    if (held.isEmpty()) {
      return held;
    }
    String known = fences.get(durable + held.get());
    if (known == null) {
      known = fence(held.get(), durable);
      fences.put(durable + held.get(), known);
    }
    return Optional.of(known);
  }

  private String fence(String held, boolean durable) {
    TransactionSettings all = new TransactionSettings(this);
    if (!durable) {
      all.settings.put("synchronous_commit", "off");
    }
    // No such setting: the way for an expression to fail that nobody works out beforehand.
    return "SELECT pg_catalog.num_nulls(CASE WHEN NOT " + held
        + " THEN pg_catalog.current_setting('lockstep.lock') END,\n  " + all.configs("true") + ")";
  }

  /** A query that makes the settings, whoever holds the lock. */
  String local() {
    return "SELECT " + configs("true");
  }

  /** A query that sets the search path alone. */
  String pathAlone() {
    return "SELECT pg_catalog.set_config('search_path', " + literal(value("search_path"))
        + ", true)";
  }

  /** The same for the whole session; {@link #inForce} tells what to put back. */
  String applyToSession(MigrationLock lock) {
    return apply(lock, "false");
  }

  /** The same, but each statement waits for its locks as long as it takes. */
  TransactionSettings patient() {
    TransactionSettings patient = new TransactionSettings(this);
    patient.settings.put("lock_timeout", "0");
    return patient;
  }

  /** The same, and numbers become text without loss. */
  TransactionSettings exact() {
    TransactionSettings exact = new TransactionSettings(this);
    exact.settings.put("extra_float_digits", "1");
    return exact;
  }

  /** A query for a statement that makes the settings for the session that are in force now. */
  String inForce() {
    return "SELECT 'SELECT ' OPERATOR(pg_catalog.||) pg_catalog.string_agg(pg_catalog.format("
        + "'pg_catalog.set_config(%L, %L, false)', s.name, pg_catalog.current_setting(s.name)),"
        + " ', ') FROM pg_catalog.unnest(ARRAY["
        + settings.keySet().stream().map(PostgresDdl::literal).collect(Collectors.joining(", "))
        + "]) AS s (name)";
  }

  /**
   * A query for others, a row for each, which make the session's settings what they are now
   * wherever a hand-written step has made something else of them: to be asked before this makes its
   * own, and sent before the commit that would keep what the step has set. A second statement,
   * which has no rows, keeps the session alive until then.
   */
  String beforeSteps() {
    return named() + "\nUNION ALL\n" + set()
        + ";\n SET LOCAL idle_in_transaction_session_timeout = 0";
  }

  /** Of those that matter here, and those that no list of settings has. */
  private String named() {
    return "SELECT 'SELECT pg_catalog.set_config(s.name, s.value, false) FROM (VALUES '"
        + " OPERATOR(pg_catalog.||) pg_catalog.string_agg(pg_catalog.format('(%L, %L)', s.name,"
        + " pg_catalog.current_setting(s.name)), ', ' ORDER BY s.number) OPERATOR(pg_catalog.||) ')"
        + " AS s (name, value) WHERE pg_catalog.current_setting(s.name)"
        + " OPERATOR(pg_catalog.<>) s.value' FROM pg_catalog.unnest(ARRAY[" + names()
        + "]) WITH ORDINALITY AS s (name, number)";
  }

  /** Of all others: those that the session has set stay so, the rest is what it began with. */
  private String set() {
    String others = " s.source OPERATOR(pg_catalog.=) 'session' AND s.context"
        + " OPERATOR(pg_catalog.=) ANY (ARRAY['user', 'superuser']) AND s.name"
        + " OPERATOR(pg_catalog.<>) ALL (ARRAY[" + names() + "])";
    return "SELECT "
        + literal("SELECT pg_catalog.set_config(s.name, COALESCE(b.value, s.reset_val),"
            + " false) FROM pg_catalog.pg_settings AS s LEFT JOIN (VALUES (NULL, NULL)")
        + " OPERATOR(pg_catalog.||) COALESCE(pg_catalog.string_agg(pg_catalog.format(', (%L, %L)',"
        + " s.name, s.setting), '' ORDER BY s.name), '') OPERATOR(pg_catalog.||) "
        + literal(") AS b (name, value) ON b.name OPERATOR(pg_catalog.=) s.name WHERE" + others
            + " AND s.setting OPERATOR(pg_catalog.<>) COALESCE(b.value, s.reset_val)")
        + " FROM pg_catalog.pg_settings AS s WHERE" + others;
  }

  private String names() {
    return Stream.concat(OTHERS.stream(), settings.keySet().stream())
        .map(PostgresDdl::literal)
        .collect(Collectors.joining(", "));
  }

  private String apply(MigrationLock lock, String local) {
    return lock.pin("pg_catalog.pg_current_xact_id(),\n"
        + "  pg_catalog.date_part('epoch',"
        + " pg_catalog.current_setting('deadlock_timeout')::pg_catalog.interval),\n  "
        + configs(local));
  }

  private String configs(String local) {
    StringBuilder configs = new StringBuilder();
    for (Map.Entry<String, String> each : settings.entrySet()) {
      configs
          .append(configs.isEmpty() ? "" : ",\n  ")
          .append("pg_catalog.set_config(")
          .append(literal(each.getKey()))
          .append(", ")
          .append(value(each))
          .append(", ")
          .append(local)
          .append(")");
    }
    return configs.toString();
  }

  private static String value(Map.Entry<String, String> setting) {
    String value = literal(setting.getValue());
    return setting.getKey().equals(CLIENT_CHECK)
        ? "CASE WHEN pg_catalog.version() OPERATOR(pg_catalog.~) " + literal(SEES_ITS_CLIENT)
            + " THEN " + value + " ELSE '0' END"
        : value;
  }

  /** The same for a script: {@code SET LOCAL} statements. */
  String script() {
    return statements("SET LOCAL ");
  }

  /** The same for a script and the whole session. */
  String sessionScript() {
    return statements("SET ");
  }

  /** Puts back what {@link #sessionScript} sets. */
  String resetScript() {
    return known().map(name -> "RESET " + name + ";").collect(Collectors.joining("\n"));
  }

  private String statements(String set) {
    return known()
        .map(name -> set + name + " = "
            + (name.equals("search_path") ? value(name) : literal(value(name))) + ";")
        .collect(Collectors.joining("\n"));
  }

  private String value(String name) {
    return Objects.requireNonNull(settings.get(name));
  }

  /** To every server that a script may be for; how psql's connection ends is no part of one. */
  private Stream<String> known() {
    return settings.keySet().stream()
        .filter(name -> !name.equals("transaction_timeout") && !CLIENT.containsKey(name));
  }

  /**
   * First the target schema, then {@code public} for what extensions put there; temporary tables
   * last, so that none hides a table. {@code pg_catalog} comes before all by itself.
   */
  private static String searchPath(String schema) {
    return schema.equals("public") ? "public, pg_temp" : quote(schema) + ", public, pg_temp";
  }
}
