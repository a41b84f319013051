package dev.lockstep.engine;

import dev.lockstep.DataLoss;
import dev.lockstep.Direction;
import dev.lockstep.DowngradeReport;
import dev.lockstep.FinishedMigration;
import dev.lockstep.engine.Configuration.Losses;
import dev.lockstep.engine.MigrationPlan.Kind;
import dev.lockstep.postgres.PostgresDdl;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reverts what is applied. */
public final class Downgrader {
  /** A task of the plan whose class is loaded; or it takes back an upgrade. */
  private record Prepared(PreparedMigration migration, Kind kind, Optional<Undo> undo) {
    List<DataLoss> losses() {
      return undo.map(Undo::losses).orElse(migration.losses());
    }
  }

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
    before.requireConsistent(configuration);
    configuration.requireHistory(session, before);
    List<Prepared> planned =
        prepare(planner.plan(before.applied()), new Resumption(configuration, before));
    if (before.partWay().isEmpty() && planned.isEmpty()) {
      return report(before, List.of(), planned);
    }
    requireAllowed(planned);
    MigrationLock lock = configuration.lock(session);
    configuration.lockWait().acquire(lock, session);
    try {
      HistoryCheck check = configuration.check(session);
      check.requireConsistent(configuration);
      MigrationPlan plan = planner.plan(check.applied());
      Resumption resumption = new Resumption(configuration, check);
      resumption.require(plan);
      List<Prepared> migrations = prepare(plan, resumption);
      requireAllowed(migrations);
      return report(check, revert(migrations, resumption, lock), migrations);
    } finally {
      lock.release(session);
    }
  }

  private List<Prepared> prepare(MigrationPlan plan, Resumption resumption) {
    return plan.tasks().stream()
        .map(task -> new Prepared(
            configuration.prepare(task.entry()),
            task.kind(),
            resumption.undo(task.id(), Direction.DOWNGRADE)))
        .toList();
  }

  private void requireAllowed(List<Prepared> migrations) {
    List<DataLoss> losses = losses(migrations);
    if (configuration.losses() == Losses.REFUSE && !losses.isEmpty()) {
      throw Failures.irreversible(losses);
    }
  }

  private static List<DataLoss> losses(List<Prepared> migrations) {
    return migrations.stream()
        .filter(each -> each.kind() != Kind.RECORD)
        .flatMap(each -> each.losses().stream())
        .toList();
  }

  private List<FinishedMigration> revert(
      List<Prepared> migrations, Resumption resumption, MigrationLock lock) throws SQLException {
    PostgresDdl ddl = configuration.ddl(session);
    HistoryTable table = configuration.historyTable();
    TransactionSettings settings = configuration.settings(session.serverMajor());
    List<MigrationWork> work = new ArrayList<>();
    Squashes squashes = configuration.graph().squashes();
    for (Prepared task : migrations) {
      PreparedMigration migration = task.migration();
      String id = migration.id();
      String end = task.kind() == Kind.RUN_FOR_PARTS
          ? table.delete(id, squashes.partsOf(id))
          : table.delete(id);
      if (task.kind() != Kind.RECORD) {
        configuration.requireSupported(migration, Direction.DOWNGRADE, ddl);
      }
      OptionalInt resumed = resumption.done(id, Direction.DOWNGRADE);
      if (task.undo().isPresent() && resumed.isEmpty()) {
        task.undo().get().forgetCursor(configuration.fenced(session, lock), table);
      }
      work.add(new MigrationWork(
          Direction.DOWNGRADE,
          id,
          settings,
          lock,
          table,
          begin(task, table),
          (from, to) -> table.advance(Direction.DOWNGRADE, id, from, to),
          duration -> end,
          task.kind() == Kind.RECORD
              ? List.of()
              : task.undo()
                  .map(undo -> undo.steps(ddl))
                  .orElseGet(() -> migration.steps(Direction.DOWNGRADE, ddl)),
          resumed,
          task.undo().isPresent()));
    }
    LockNeed.require(configuration, session, work);
    return new MigrationRunner(
            session,
            Direction.DOWNGRADE,
            configuration.listener(),
            configuration.limits(),
            new Blockers(configuration, session))
        .run(work);
  }

  private static String begin(Prepared task, HistoryTable table) {
    if (task.undo().isPresent()) {
      return table.turn(task.undo().get());
    }
    return task.kind() != Kind.RECORD && task.migration().runsInParts(Direction.DOWNGRADE)
        ? table.beginDowngradeInParts(task.migration())
        : table.beginDowngrade(task.migration().id());
  }

  private DowngradeReport report(
      HistoryCheck check, List<FinishedMigration> reverted, List<Prepared> migrations) {
    Set<String> left = new HashSet<>(check.applied());
    migrations.stream()
        .filter(each -> each.kind() == Kind.RUN_FOR_PARTS)
        .forEach(each -> left.removeAll(
            configuration.graph().squashes().partsOf(each.migration().id())));
    reverted.forEach(each -> left.remove(each.revision()));
    return new DowngradeReport(reverted, configuration.graph().tips(left), losses(migrations));
  }
}
