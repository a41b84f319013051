package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.HistoryMismatchException;
import dev.lockstep.LockstepException;
import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.Phase;
import dev.lockstep.UpgradeReport;
import dev.lockstep.engine.MigrationPlan.Kind;
import dev.lockstep.postgres.PostgresDdl;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** Applies what is not applied yet. */
public final class Upgrader {
  private static final Logger LOG = System.getLogger("dev.lockstep");

  /**
   * A task of the plan whose class is loaded; or it takes back a downgrade.
   *
   * @param steps of the migration, perhaps still being made
   */
  private record Prepared(
      PreparedMigration migration, Kind kind, Optional<Undo> undo, Supplier<List<Step>> steps) {}

  /** The statements for the row of a migration that is applied, or that is once more. */
  private record Rows(Prepared task, HistoryTable table, int ordinal)
      implements MigrationWork.Statements {
    @Override
    public String begin() {
      Optional<Undo> undo = task.undo();
      return undo.isPresent() ? table.turn(undo.get()) : table.insert(task.migration(), ordinal);
    }

    @Override
    public String advance(int from, int to) {
      return table.advance(Direction.UPGRADE, task.migration().id(), from, to);
    }

    @Override
    public String end(Duration duration) {
      return task.undo().isPresent()
          ? table.finishAgain(task.migration())
          : table.finish(task.migration().id(), duration);
    }

    @Override
    public Optional<HistoryTable.NewRow> row() {
      return task.undo().isPresent()
          ? Optional.empty()
          : Optional.of(HistoryTable.NewRow.of(task.migration(), ordinal));
    }
  }

  private final Configuration configuration;
  private final Session session;
  private final Course course;
  private final History history;
  private final RevisionGraph graph;
  private final String to;
  private final Phase phase;
  private final Set<String> wanted;

  /**
   * An upgrade to a state, or what is left of it.
   *
   * @param course what it did with connections that are lost
   * @param to full id or {@link RevisionGraph#BASE}
   * @param phase the last of which migrations are applied
   */
  public Upgrader(
      Configuration configuration, Session session, Course course, String to, Phase phase) {
    this.configuration = configuration;
    this.session = session;
    this.course = course;
    this.history = configuration.history();
    this.graph = configuration.graph();
    this.to = to;
    // Nobody runs an older version of the application on what this run made.
    this.phase = course.isOnEmpty() ? Phase.CONTRACT : phase;
    this.wanted = graph.upTo(to);
  }

  /** One round trip if nothing is to do; else takes the lock and applies what is missing. */
  public UpgradeReport upgrade() throws SQLException {
    Optional<Set<String>> enough = enough();
    if (enough.isPresent()) {
      return upToDate(enough.get());
    }
    try (Beside beside = Beside.start()) {
      WarmUp.begin(beside);
      return upgrade(beside);
    }
  }

  private UpgradeReport upgrade(Beside beside) throws SQLException {
    configuration.requireSuitable(session);
    HistoryCheck check = check();
    check.requireConsistent(configuration);
    if (check.partWay().isEmpty()) {
      MigrationPlan plan = plan(check).now();
      if (plan.isEmpty()) {
        refreshFingerprints(check.stale());
        return report(check);
      }
      WarmUp.begin(beside, configuration.migrations(), plan);
    }
    return upgradeUnderLock(beside);
  }

  private UpgradeReport upgradeUnderLock(Beside beside) throws SQLException {
    MigrationLock lock = course.lock(configuration, session);
    if (!configuration.lockWait().acquire(lock, session, () -> enough().isPresent())) {
      return report(check());
    }
    try {
      HistoryCheck check = check();
      check.requireConsistent(configuration);
      if (check.upgraded().isEmpty()) {
        course.beganOnEmpty();
      }
      apply(check, lock, beside);
      return report(check);
    } finally {
      lock.release(session);
    }
  }

  /** What is applied, if that leaves nothing to do; in one round trip. */
  private Optional<Set<String>> enough() throws SQLException {
    Optional<Set<String>> applied = history.applied(session, graph);
    applied.ifPresent(course::settle);
    return applied.filter(this::isEnough);
  }

  private HistoryCheck check() throws SQLException {
    HistoryCheck check = configuration.check(session);
    course.settle(check.upgraded());
    return check;
  }

  private boolean isEnough(Set<String> applied) {
    return applied.containsAll(wanted)
        || (phase == Phase.EXPAND
            && !applied.isEmpty()
            && wanted.stream()
                .filter(id -> !applied.contains(id))
                .allMatch(id -> PhasedPlan.canWait(graph.entry(id), graph)));
  }

  private UpgradeReport upToDate(Set<String> applied) {
    List<String> held = graph.entries().stream()
        .map(Entry::id)
        .filter(id -> wanted.contains(id) && !applied.contains(id))
        .toList();
    Set<String> reached = new HashSet<>(wanted);
    held.forEach(reached::remove);
    return new UpgradeReport(course.finished(), graph.tips(reached), held);
  }

  private PhasedPlan plan(HistoryCheck check) {
    return PhasedPlan.of(MigrationPlan.upgrade(graph, check.upgraded(), to), graph, phase, check);
  }

  private void apply(HistoryCheck check, MigrationLock lock, Beside beside) throws SQLException {
    MigrationPlan plan = plan(check).now();
    Resumption resumption = new Resumption(configuration, check);
    resumption.require(plan);
    List<Prepared> prepared = new ArrayList<>();
    PostgresDdl ddl = configuration.ddl(session);
    for (MigrationPlan.Task task : plan.tasks()) {
      prepared.add(prepared(task, resumption, ddl, beside));
    }
    List<MigrationWork> work = work(prepared, check.nextOrdinal(), resumption, lock);
    if (check.entries().isEmpty()) {
      requireNoTables(prepared.stream().map(Prepared::migration).toList(), lock);
    }
    LockNeed.require(configuration, session, work);
    FencedChange fenced = configuration.fenced(session, lock);
    history.create(fenced);
    if (!check.stale().isEmpty()) {
      history.refresh(fenced, check.stale());
    }
    new MigrationRunner(
            session,
            course,
            configuration.listener(),
            configuration.limits(),
            new Blockers(configuration, session))
        .run(work, beside);
  }

  private Prepared prepared(
      MigrationPlan.Task task, Resumption resumption, PostgresDdl ddl, Beside beside) {
    PreparedMigration migration = configuration.prepare(task.entry());
    Optional<Undo> undo = resumption.undo(task.id(), Direction.UPGRADE);
    Supplier<List<Step>> steps = beside.begin(() -> task.kind() == Kind.RECORD
        ? List.of()
        : undo.map(each -> each.steps(ddl))
            .orElseGet(() -> migration.steps(Direction.UPGRADE, ddl)));
    return new Prepared(migration, task.kind(), undo, steps);
  }

  private void requireNoTables(List<PreparedMigration> migrations, MigrationLock lock)
      throws SQLException {
    try {
      ExistingTables.requireNone(configuration, session, migrations);
    } catch (HistoryMismatchException e) {
      // Who lost a lease meanwhile sees what its new holder has done since.
      configuration.fenced(session, lock).make(() -> {});
      throw e;
    }
  }

  private List<MigrationWork> work(
      List<Prepared> tasks, int firstOrdinal, Resumption resumption, MigrationLock lock)
      throws SQLException {
    PostgresDdl ddl = configuration.ddl(session);
    HistoryTable table = configuration.historyTable();
    TransactionSettings settings = configuration.settings(session.serverMajor());
    List<MigrationWork> work = new ArrayList<>();
    int ordinal = firstOrdinal;
    for (Prepared task : tasks) {
      PreparedMigration migration = task.migration();
      if (task.kind() != Kind.RECORD) {
        configuration.requireSupported(migration, Direction.UPGRADE, ddl);
      }
      String id = migration.id();
      OptionalInt resumed = resumption.done(id, Direction.UPGRADE);
      if (task.undo().isPresent() && resumed.isEmpty()) {
        task.undo().get().forgetCursor(configuration.fenced(session, lock), table);
      }
      work.add(new MigrationWork(
          Direction.UPGRADE,
          id,
          settings,
          lock,
          table,
          new Rows(task, table, ordinal),
          task.steps().get(),
          resumed,
          task.undo().isPresent()));
      // What an earlier run has begun has its row already.
      ordinal += resumed.isPresent() || task.undo().isPresent() ? 0 : 1;
    }
    return work;
  }

  private UpgradeReport report(HistoryCheck check) {
    Set<String> all = new HashSet<>(check.applied());
    all.addAll(course.revisions());
    return new UpgradeReport(course.finished(), graph.tips(all), held(all));
  }

  /** What is still to be applied when all is done that the phase allows. */
  private List<String> held(Set<String> applied) {
    return phase == Phase.CONTRACT
        ? List.of()
        : MigrationPlan.upgrade(graph, applied, to).tasks().stream()
            .filter(task -> task.kind() == Kind.RUN)
            .map(MigrationPlan.Task::id)
            .toList();
  }

  /**
   * Spares the next start the closer look. It is nobody's task to wait for: a standby, a missing
   * right or a busy lock leave it to a later start.
   */
  private void refreshFingerprints(Map<String, String> stale) {
    if (stale.isEmpty()) {
      return;
    }
    try {
      MigrationLock lock = configuration.lock(session);
      if (lock.tryAcquire(session)) {
        try {
          history.refresh(configuration.fenced(session, lock), stale);
        } finally {
          lock.release(session);
        }
      }
    } catch (SQLException | LockstepException e) {
      LOG.log(Level.DEBUG, "the fingerprints stay as they are", e);
    }
  }
}
