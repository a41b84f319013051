package dev.lockstep.impact;

import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.testing.TrialDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * What a server really does for one statement: the locks that its transaction holds at the end, the
 * files that were written anew, and what it says at level DEBUG1 of the rows that it reads.
 *
 * @param locks on relations that were there before, by the names that they had
 * @param work on them
 */
record ObservedImpact(
    SortedMap<QualifiedName, LockMode> locks, SortedMap<QualifiedName, Set<Work>> work) {
  private static final String RELATIONS = """
      SELECT c.oid, n.nspname, c.relname, pg_relation_filenode(c.oid), c.relkind = 'r',
        pg_stat_get_xact_numscans(c.oid)
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm')
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')""";
  private static final String LOCKS = """
      SELECT relation, mode FROM pg_locks
      WHERE pid = pg_backend_pid() AND locktype = 'relation' AND granted""";
  private static final Map<String, LockMode> MODES = Map.of(
      "ShareUpdateExclusiveLock", LockMode.SHARE_UPDATE_EXCLUSIVE,
      "ShareLock", LockMode.SHARE,
      "ShareRowExclusiveLock", LockMode.SHARE_ROW_EXCLUSIVE,
      "ExclusiveLock", LockMode.EXCLUSIVE,
      "AccessExclusiveLock", LockMode.ACCESS_EXCLUSIVE);
  private static final Pattern VERIFYING = Pattern.compile("verifying table \"(.*)\"");
  private static final Pattern BUILDING =
      Pattern.compile("building index \".*\" on table \"(.*)\" .*");
  private static final Pattern VALIDATING =
      Pattern.compile("validating foreign key constraint \"(.*)\"");

  /** A relation as it was before the statement. */
  private record Relation(QualifiedName name, long file, boolean hasRows, long scans) {}

  /** Runs the statement in the open transaction and looks; the caller commits. */
  static ObservedImpact of(Connection connection, String target, String sql) throws SQLException {
    Map<Long, Relation> before = relations(connection, target);
    Observation observation = new Observation(before);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL client_min_messages = debug1");
      statement.execute("SET LOCAL debug_print_plan = on");
      statement.clearWarnings();
      statement.execute(sql);
      for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
        observation.message(each.getMessage());
      }
      statement.execute("SET LOCAL client_min_messages = error");
      statement.execute("SET LOCAL debug_print_plan = off");
      try (ResultSet row = statement.executeQuery(LOCKS)) {
        while (row.next()) {
          observation.lock(row.getLong(1), row.getString(2));
        }
      }
    }
    observation.validated(connection);
    observation.files(relations(connection, target));
    return observation.result();
  }

  /**
   * As {@link #of}, of a statement that runs in no transaction: another session has written to all
   * tables and makes it wait, and looks at its locks then.
   */
  static ObservedImpact outside(TrialDatabase database, String target, String sql)
      throws SQLException {
    Connection connection = database.connection();
    Map<Long, Relation> before = relations(connection, target);
    connection.commit();
    Observation observation = new Observation(before);
    try (Connection other = database.newConnection();
        Statement looking = other.createStatement()) {
      other.setAutoCommit(false);
      for (Relation each : before.values()) {
        if (each.hasRows()) {
          looking.execute("LOCK TABLE "
              + PostgresDdl.quote(
                  each.name().schema().isEmpty() ? target : each.name().schema())
              + "." + PostgresDdl.quote(each.name().name()) + " IN ROW EXCLUSIVE MODE");
        }
      }
      int pid = connection.unwrap(PGConnection.class).getBackendPID();
      connection.setAutoCommit(true);
      CompletableFuture<List<String>> messages =
          CompletableFuture.supplyAsync(() -> messagesOf(connection, sql));
      while (!messages.isDone() && !isWaiting(looking, pid)) {
        Thread.onSpinWait();
      }
      try (ResultSet row = looking.executeQuery(LOCKS.replace("pg_backend_pid()", "" + pid))) {
        while (row.next()) {
          observation.lock(row.getLong(1), row.getString(2));
        }
      }
      other.rollback();
      messages.join().forEach(observation::message);
    }
    connection.setAutoCommit(false);
    observation.files(relations(connection, target));
    return observation.result();
  }

  private static boolean isWaiting(Statement looking, int pid) throws SQLException {
    try (ResultSet row = looking.executeQuery(
        "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pid = " + pid + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static List<String> messagesOf(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET client_min_messages = debug1");
      statement.clearWarnings();
      statement.execute(sql);
      List<String> messages = new ArrayList<>();
      for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
        messages.add(each.getMessage());
      }
      statement.execute("SET client_min_messages = error");
      return messages;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Map<Long, Relation> relations(Connection connection, String target)
      throws SQLException {
    Map<Long, Relation> relations = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RELATIONS)) {
      while (row.next()) {
        String schema = row.getString(2).equals(target) ? "" : row.getString(2);
        relations.put(
            row.getLong(1),
            new Relation(
                new QualifiedName(schema, row.getString(3)),
                row.getLong(4),
                row.getBoolean(5),
                row.getLong(6)));
      }
    }
    return relations;
  }

  /** What was seen so far. */
  private static final class Observation {
    private final Map<Long, Relation> before;
    private final TreeMap<QualifiedName, LockMode> locks = new TreeMap<>();
    private final TreeMap<QualifiedName, Set<Work>> work = new TreeMap<>();
    private boolean planned;
    private final Set<String> validated = new TreeSet<>();

    Observation(Map<Long, Relation> before) {
      this.before = before;
    }

    void message(String message) {
      Matcher verifying = VERIFYING.matcher(message);
      Matcher building = BUILDING.matcher(message);
      Matcher validating = VALIDATING.matcher(message);
      if (message.equals("plan:")) {
        planned = true;
      } else if (verifying.matches()) {
        work(verifying.group(1), Work.SCAN);
      } else if (building.matches()) {
        work(building.group(1), Work.INDEX_BUILD);
      } else if (validating.matches()) {
        validated.add(validating.group(1));
      }
    }

    private void work(String table, Work kind) {
      before.values().stream()
          .filter(each -> each.name().name().equals(table))
          .forEach(each -> work(each.name(), kind));
    }

    private void work(QualifiedName table, Work kind) {
      work.computeIfAbsent(table, key -> EnumSet.noneOf(Work.class)).add(kind);
    }

    void lock(long relation, String mode) {
      Relation locked = before.get(relation);
      LockMode felt = MODES.get(mode);
      if (locked != null && locked.hasRows() && mode.equals("RowExclusiveLock")) {
        work(locked.name(), Work.UPDATE);
      }
      if (locked != null && felt != null) {
        locks.merge(locked.name(), felt, (a, b) -> a.compareTo(b) > 0 ? a : b);
      }
    }

    /** The server names the constraints whose rows it went through; those tables are locked. */
    void validated(Connection connection) throws SQLException {
      for (String constraint : validated) {
        try (PreparedStatement query = connection.prepareStatement(
            "SELECT conrelid FROM pg_constraint WHERE contype = 'f' AND conname = ?"
                + " AND xmin::text = (pg_current_xact_id()::text::bigint % 4294967296)::text")) {
          query.setString(1, constraint);
          try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
              Relation table = before.get(row.getLong(1));
              if (table != null && table.hasRows() && locks.containsKey(table.name())) {
                work(table.name(), Work.SCAN);
              }
            }
          }
        }
      }
    }

    void files(Map<Long, Relation> after) {
      before.forEach((relation, old) -> {
        Relation now = after.get(relation);
        if (now != null && now.file() != old.file()) {
          work(old.name(), Work.REWRITE);
        }
        if (now != null
            && now.scans() > old.scans()
            && !planned
            && locks.containsKey(old.name())
            && locks.get(old.name()).blocksWrites()
            && !work.containsKey(old.name())) {
          work(old.name(), Work.SCAN);
        }
      });
    }

    ObservedImpact result() {
      work.values().stream()
          .filter(kinds -> kinds.contains(Work.REWRITE))
          .forEach(kinds -> kinds.retainAll(Set.of(Work.REWRITE)));
      return new ObservedImpact(locks, work);
    }
  }
}
