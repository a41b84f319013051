package dev.lockstep.engine;

import dev.lockstep.DataLoss;
import dev.lockstep.Direction;
import dev.lockstep.DowngradeReport;
import dev.lockstep.FinishedMigration;
import dev.lockstep.engine.Configuration.Losses;
import dev.lockstep.engine.MigrationAttempt.MigrationWork;
import dev.lockstep.postgres.PostgresDdl;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reverts what is applied. */
public final class Downgrader {
  private final Configuration configuration;
  private final Session session;

  /** Finds what is to be reverted of what is applied. */
  private interface Planner {
    MigrationPlan plan(Set<String> applied);
  }

  public Downgrader(Configuration configuration, Session session) {
    this.configuration = configuration;
    this.session = session;
  }

  /** Reverts the last so many migrations. */
  public DowngradeReport downgrade(int steps) throws SQLException {
    return run(applied -> MigrationPlan.downgrade(configuration.graph(), applied, steps));
  }

  /** Reverts what is applied beyond {@code to}, a full id or {@link RevisionGraph#BASE}. */
  public DowngradeReport downgradeTo(String to) throws SQLException {
    return run(applied -> MigrationPlan.downgrade(configuration.graph(), applied, to));
  }

  private DowngradeReport run(Planner planner) throws SQLException {
    configuration.requireSuitable(session);
    HistoryCheck before = configuration.check(session);
    before.requireConsistent();
    configuration.requireHistory(session, before);
    List<PreparedMigration> planned = prepare(planner.plan(before.applied()));
    if (planned.isEmpty()) {
      return report(before, List.of(), planned);
    }
    requireAllowed(planned);
    MigrationLock lock = configuration.lock();
    lock.acquire(session, () -> false);
    try {
      HistoryCheck check = configuration.check(session);
      check.requireConsistent();
      List<PreparedMigration> migrations = prepare(planner.plan(check.applied()));
      requireAllowed(migrations);
      return report(check, revert(migrations), migrations);
    } finally {
      lock.release(session);
    }
  }

  private List<PreparedMigration> prepare(MigrationPlan plan) {
    return plan.entries().stream().map(configuration::prepare).toList();
  }

  private void requireAllowed(List<PreparedMigration> migrations) {
    List<DataLoss> losses = losses(migrations);
    if (configuration.losses() == Losses.REFUSE && !losses.isEmpty()) {
      throw Failures.irreversible(losses);
    }
  }

  private static List<DataLoss> losses(List<PreparedMigration> migrations) {
    return migrations.stream().flatMap(each -> each.losses().stream()).toList();
  }

  private List<FinishedMigration> revert(List<PreparedMigration> migrations) throws SQLException {
    PostgresDdl ddl = configuration.ddl(session);
    HistoryTable table = configuration.historyTable();
    String pin = configuration.settings(session.serverMajor()).apply(configuration.lockKey());
    List<MigrationWork> work = new ArrayList<>();
    for (PreparedMigration migration : migrations) {
      String id = migration.id();
      work.add(new MigrationWork(
          Direction.DOWNGRADE,
          id,
          pin,
          table.beginDowngrade(id),
          migration.steps(Direction.DOWNGRADE, ddl),
          duration -> table.delete(id)));
    }
    return new MigrationRunner(
            session,
            Direction.DOWNGRADE,
            configuration.listener(),
            configuration.limits().retryFor())
        .run(work);
  }

  private DowngradeReport report(
      HistoryCheck check, List<FinishedMigration> reverted, List<PreparedMigration> migrations) {
    Set<String> left = new HashSet<>(check.applied());
    reverted.forEach(each -> left.remove(each.revision()));
    return new DowngradeReport(reverted, configuration.graph().tips(left), losses(migrations));
  }
}
