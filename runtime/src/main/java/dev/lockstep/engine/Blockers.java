package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.literal;

import dev.lockstep.impact.Impact;
import dev.lockstep.impact.Work;
import dev.lockstep.schema.QualifiedName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds who holds the tables that a step waited for in vain. It looks after the rollback, on the
 * same connection: who let go in between is not found.
 */
final class Blockers {
  private static final Logger LOG = System.getLogger("dev.lockstep");
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Configuration configuration;
  private final Session session;
  private final StepImpacts impacts;

  Blockers(Configuration configuration, Session session) {
    this.configuration = configuration;
    this.session = session;
    this.impacts = new StepImpacts(configuration, session);
  }

  /**
   * Who held up an attempt that was rolled back. Never fails: where the server does not answer,
   * nobody is named.
   *
   * @param step that failed; null if it was the history or the commit
   */
  Blockage of(MigrationWork work, @Nullable Step step, SQLException failure) {
    if (!LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
      return Blockage.NONE;
    }
    try {
      Optional<String> wanted =
          impact(work, step).map(this::conflicts).filter(each -> !each.isEmpty());
      return new Blockage(
          wanted.isPresent(), LockHolders.of(session, holders(wanted.orElseGet(this::anyLock))));
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "the server does not say who blocks", e);
      return Blockage.NONE;
    }
  }

  private Optional<Impact> impact(MigrationWork work, @Nullable Step failed) throws SQLException {
    return failed == null ? Optional.empty() : impacts.of(work, failed);
  }

  /** What the next tries of a migration can learn from the one that failed. */
  LocksFirst locksFirst() throws SQLException {
    return new LocksFirst(impacts, configuration.ddl(session));
  }

  /** A condition on the locks that what is done must wait for; empty if it must for none. */
  private String conflicts(Impact impact) {
    SortedMap<QualifiedName, String> modes = new TreeMap<>();
    impact.work().forEach((table, kinds) -> {
      if (kinds.contains(Work.UPDATE) || kinds.contains(Work.UPDATE_SOME)) {
        modes.put(table, LockConflicts.ofRowWrites());
      }
    });
    for (var lock : impact.locks().entrySet()) {
      modes.merge(lock.getKey(), LockConflicts.of(lock.getValue()), (a, b) -> a + "," + b);
    }
    return modes.entrySet().stream()
        .map(each -> "(" + on(each.getKey()) + " AND l.mode OPERATOR(pg_catalog.=) ANY ('{"
            + each.getValue() + "}'::pg_catalog.text[]))")
        .collect(Collectors.joining("\n OR "));
  }

  private String on(QualifiedName table) {
    String schema = table.schema().isEmpty() ? configuration.schema() : table.schema();
    return "n.nspname OPERATOR(pg_catalog.=) " + literal(schema)
        + " AND c.relname OPERATOR(pg_catalog.=) " + literal(table.name());
  }

  /** Whoever uses the target schema at all. */
  private String anyLock() {
    return "n.nspname OPERATOR(pg_catalog.=) " + literal(configuration.schema());
  }

  private static String holders(String condition) {
    return """
        JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) l.relation
        JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        WHERE l.locktype OPERATOR(pg_catalog.=) 'relation' AND l.granted
          AND l.database OPERATOR(pg_catalog.=) (SELECT d.oid FROM pg_catalog.pg_database AS d
            WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())
          AND (%s)""".formatted(condition);
  }
}
