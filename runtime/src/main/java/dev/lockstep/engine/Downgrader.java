package dev.lockstep.engine;

import dev.lockstep.DataLoss;
import dev.lockstep.Direction;
import dev.lockstep.DowngradeReport;
import dev.lockstep.engine.Configuration.Losses;
import dev.lockstep.engine.MigrationPlan.Kind;
import dev.lockstep.postgres.PostgresDdl;
import java.sql.SQLException;
import java.time.Duration;
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
      return kind == Kind.RECORD ? List.of() : undo.map(Undo::losses).orElseGet(migration::losses);
    }
  }

  /** The statements for the row of a migration that is reverted. */
  private record Rows(Prepared task, HistoryTable table, Squashes squashes)
      implements MigrationWork.Statements {
    private String id() {
      return task.migration().id();
    }

    @Override
    public String begin() {
      if (task.undo().isPresent()) {
        return table.turn(task.undo().get());
      }
      return task.kind() != Kind.RECORD && task.migration().runsInParts(Direction.DOWNGRADE)
          ? table.beginDowngradeInParts(task.migration())
          : table.beginDowngrade(id());
    }

    @Override
    public String advance(int from, int to) {
      return table.advance(Direction.DOWNGRADE, id(), from, to);
    }

    @Override
    public String end(Duration duration) {
      return task.kind() == Kind.RUN_FOR_PARTS
          ? table.delete(id(), squashes.partsOf(id()))
          : table.delete(id());
    }

    /** It is not sent as a whole. */
    @Override
    public Optional<HistoryTable.NewRow> row() {
      return Optional.empty();
    }
  }

  private final Configuration configuration;
  private final Session session;
  private final Course course;

  /** Finds what is to be reverted of what is applied. */
  private interface Planner {
    MigrationPlan plan(Set<String> applied);
  }

  /**
   * A downgrade, or what is left of it.
   *
   * @param course what it did with connections that are lost
   */
  public Downgrader(Configuration configuration, Session session, Course course) {
    this.configuration = configuration;
    this.session = session;
    this.course = course;
  }

  /** Reverts the last so many migrations. */
  public DowngradeReport downgrade(int steps) throws SQLException {
    RevisionGraph graph = configuration.graph();
    return run(applied -> course
        .kept()
        .map(kept -> MigrationPlan.downgrade(graph, applied, kept))
        .orElseGet(() -> MigrationPlan.downgrade(graph, applied, steps)));
  }

  /** Reverts what is applied beyond {@code to}, a full id or {@link RevisionGraph#BASE}. */
  public DowngradeReport downgradeTo(String to) throws SQLException {
    return run(applied -> MigrationPlan.downgrade(configuration.graph(), applied, to));
  }

  private DowngradeReport run(Planner planner) throws SQLException {
    configuration.requireSuitable(session);
    HistoryCheck before = check();
    before.requireConsistent(configuration);
    configuration.requireHistory(session, before);
    List<Prepared> planned =
        prepare(planner.plan(before.applied()), new Resumption(configuration, before));
    if (before.partWay().isEmpty() && planned.isEmpty()) {
      return report(before, planned);
    }
    requireAllowed(planned);
    MigrationLock lock = course.lock(configuration, session);
    configuration.lockWait().acquire(lock, session);
    try {
      HistoryCheck check = check();
      check.requireConsistent(configuration);
      MigrationPlan plan = planner.plan(check.applied());
      course.keep(plan.without(check.applied()));
      Resumption resumption = new Resumption(configuration, check);
      resumption.require(plan);
      List<Prepared> migrations = prepare(plan, resumption);
      requireAllowed(migrations);
      revert(migrations, resumption, lock);
      return report(check, migrations);
    } finally {
      lock.release(session);
    }
  }

  private HistoryCheck check() throws SQLException {
    HistoryCheck check = configuration.check(session);
    course.settle(check.applied());
    return check;
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
    return migrations.stream().flatMap(each -> each.losses().stream()).toList();
  }

  private void revert(List<Prepared> migrations, Resumption resumption, MigrationLock lock)
      throws SQLException {
    PostgresDdl ddl = configuration.ddl(session);
    HistoryTable table = configuration.historyTable();
    TransactionSettings settings = configuration.settings(session.serverMajor());
    List<MigrationWork> work = new ArrayList<>();
    Squashes squashes = configuration.graph().squashes();
    for (Prepared task : migrations) {
      PreparedMigration migration = task.migration();
      String id = migration.id();
      course.loses(id, task.losses());
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
          new Rows(task, table, squashes),
          task.kind() == Kind.RECORD
              ? List.of()
              : task.undo()
                  .map(undo -> undo.steps(ddl))
                  .orElseGet(() -> migration.steps(Direction.DOWNGRADE, ddl)),
          resumed,
          task.undo().isPresent()));
    }
    LockNeed.require(configuration, session, work);
    new MigrationRunner(
            session,
            course,
            configuration.listener(),
            configuration.limits(),
            new Blockers(configuration, session))
        .run(work, Beside.none());
  }

  private DowngradeReport report(HistoryCheck check, List<Prepared> migrations) {
    Set<String> left = new HashSet<>(check.applied());
    migrations.stream()
        .filter(each -> each.kind() == Kind.RUN_FOR_PARTS)
        .forEach(each -> left.removeAll(
            configuration.graph().squashes().partsOf(each.migration().id())));
    course.revisions().forEach(left::remove);
    return new DowngradeReport(
        course.finished(), configuration.graph().tips(left), course.losses());
  }
}
