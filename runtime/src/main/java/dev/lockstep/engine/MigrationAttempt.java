package dev.lockstep.engine;

import dev.lockstep.MigrationListener;
import dev.lockstep.engine.Step.OutsideStep;
import dev.lockstep.operation.Execution;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One try to run one part of a migration and its change of the history row in one transaction. */
final class MigrationAttempt {
  private static final Logger LOG = System.getLogger("dev.lockstep");

  private final Session session;
  private final MigrationWork work;
  private final MigrationPart part;
  private final MigrationListener listener;
  private final Batches batches;
  private final LocksFirst locks;
  private final Optional<OneMessage> message;
  private @Nullable Step current;
  private Optional<Duration> committing = Optional.empty();
  private boolean progressed;

  MigrationAttempt(
      Session session,
      MigrationWork work,
      MigrationPart part,
      MigrationListener listener,
      Batches batches,
      LocksFirst locks,
      Optional<OneMessage> message) {
    this.session = session;
    this.work = work;
    this.part = part;
    this.listener = listener;
    this.batches = batches;
    this.locks = locks;
    this.message = message;
  }

  /** What was at work last; null if no step was. */
  @Nullable
  Step current() {
    return current;
  }

  /**
   * The time that the migration took up to the commit; empty unless it failed so late that the
   * server may have committed.
   */
  Optional<Duration> committing() {
    return committing;
  }

  /** Whether a part of the part is committed, so that the next try does less. */
  boolean progressed() {
    return progressed;
  }

  /**
   * Runs and commits; rolls back before it throws. What runs outside a transaction or in many comes
   * first, and stays.
   *
   * @param before the time that earlier parts took
   * @return the time that it took with them
   * @throws TransactionEndedException if a step ended the transaction
   * @throws HistoryMovedException if the history row is not where this run left it
   */
  Duration run(Duration before) throws SQLException {
    if (message.isPresent()) {
      Optional<Duration> duration = send(message.get(), before);
      if (duration.isPresent()) {
        return duration.get();
      }
    }
    return runStepByStep(before);
  }

  /**
   * Sends the whole; empty if the server refused it, for a reason that it tells step by step:
   * nothing has happened then.
   */
  private Optional<Duration> send(OneMessage whole, Duration before) throws SQLException {
    long start = System.nanoTime();
    int number = part.done();
    for (Step step : part.steps()) {
      number++;
      announce(step, number);
    }
    current = whole.waiting();
    // Whatever breaks from here on may do so after the commit.
    committing = Optional.of(before);
    try {
      session.execute(whole.sql());
      current = null;
      return Optional.of(before.plusNanos(System.nanoTime() - start));
    } catch (SQLException e) {
      session.rollBackBegun(e);
      if (LostConnection.in(e).isPresent()) {
        throw e;
      }
      committing = Optional.empty();
      if (MigrationRunner.isWorthAnotherTry(e) || Interruption.isReasonFor(e, session.source())) {
        throw e;
      }
      LOG.log(Level.DEBUG, "{0} goes step by step: {1}", work.revision(), Failures.text(e));
      current = null;
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      session.rollBackBegun(e);
      throw e;
    }
  }

  private Duration runStepByStep(Duration before) throws SQLException {
    long start = System.nanoTime();
    if (part.execution() == Execution.OUTSIDE) {
      runOutside();
    } else if (part.execution() == Execution.BATCHES) {
      runBatches();
    }
    try {
      List<String> restore = part.handWritten()
          ? session.begin(work.settings().beforeSteps(), row -> row.getString(1))
          : List.of();
      session.setAutoCommit(false);
      Fence fence = Fence.take(session, work.lock(), work.pin(part));
      if (part.begins()) {
        changeOne(work.statements().begin());
      }
      if (!part.runsBefore()) {
        runSteps(fence);
      }
      if (!restore.isEmpty()) {
        // What is put back is so after the commit; until then nothing may time out.
        session.execute(String.join(";\n", restore) + ";\n" + work.settings().local());
      }
      Duration duration = before.plusNanos(System.nanoTime() - start);
      record(duration);
      work.lock().renew(session);
      committing = Optional.of(duration);
      session.commit();
      return duration;
    } catch (SQLException | RuntimeException | Error e) {
      session.rollBackBegun(e);
      throw e;
    }
  }

  private void runBatches() throws SQLException {
    Step.BatchStep step = (Step.BatchStep) part.steps().get(0);
    announce(step, part.doneAfter());
    BatchedFill fill = new BatchedFill(session, work, step, part.done(), listener, batches);
    try {
      fill.run();
    } finally {
      progressed = fill.progressed();
    }
  }

  private void runOutside() throws SQLException {
    TransactionSettings settings = work.settings().patient();
    String restore = session.query(settings.inForce(), row -> row.getString(1)).get(0);
    try {
      work.lock().requireOneSession(session);
      Fence.take(session, work.lock(), settings.applyToSession(work.lock()));
      for (Step step : part.steps()) {
        announce(step, part.doneAfter());
        watched(() -> ((OutsideStep) step).work().run(session, work.settings()));
      }
      current = null;
      session.query(restore, row -> row.getString(1));
    } catch (SQLException | RuntimeException | Error e) {
      restore(restore, e);
      throw e;
    }
  }

  private void restore(String restore, Throwable reason) {
    session.source().cleanUp(() -> restoreOrDiscard(restore, reason));
  }

  private void restoreOrDiscard(String restore, Throwable reason) {
    try {
      session.query(restore, row -> row.getString(1));
    } catch (SQLException e) {
      reason.addSuppressed(e);
      session.discard("its settings could not be put back", e);
    }
  }

  private void runSteps(Fence fence) throws SQLException {
    int number = part.done();
    LockBudget budget =
        new LockBudget(session, work.settings().lockTimeout(), fence.deadlockTimeout());
    locks.take(session, budget, step -> current = step);
    for (Step step : part.steps()) {
      number++;
      announce(step, number);
      if (step == part.steps().get(0) && LocksFirst.maybeSeveral(step)) {
        budget.renew();
      }
      run(step);
      if (number < part.doneAfter()) {
        if (step.handWritten() && !part.steps().get(number - part.done()).handWritten()) {
          fenceAgain(fence.transaction());
          budget.restart();
        }
        budget.renew();
      }
    }
    current = null;
    requireTransaction(fence.transaction());
  }

  /** What a person wrote may have set what a generated step relies on. */
  private void fenceAgain(String transaction) throws SQLException {
    Fence again = Fence.take(session, work.lock(), work.pin(part));
    if (!again.transaction().equals(transaction)) {
      throw new TransactionEndedException();
    }
  }

  private void run(Step step) throws SQLException {
    if (step instanceof Step.JavaStep java) {
      try (GuardedConnection guarded = new GuardedConnection(session.connection())) {
        java.work().run(guarded.connection());
      }
    } else if (part.execution() == Execution.OWN_TRANSACTION) {
      watched(() -> session.execute(step.text()));
    } else {
      session.execute(step.text());
    }
  }

  private void watched(Watcher.Work statement) throws SQLException {
    Watcher.watch(session, work.revision(), listener, statement);
  }

  private void announce(Step step, int number) {
    current = step;
    listener.stepStarted(
        work.revision(), Secrets.hidden(step.text()), number, work.steps().size());
  }

  private void record(Duration duration) throws SQLException {
    if (part.execution() == Execution.BATCHES) {
      new BatchLog(work, part.done()).clear(session);
    }
    if (!part.isWhole()
        && session.update(work.statements().advance(part.done(), part.doneAfter())) != 1) {
      throw new HistoryMovedException();
    }
    if (part.ends()) {
      changeOne(work.statements().end(duration));
    }
  }

  /** Hand-written SQL can hold what ends a transaction; generated SQL cannot. */
  private void requireTransaction(String begun) throws SQLException {
    if (!part.handWritten()) {
      return;
    }
    List<String> now =
        session.query("SELECT pg_catalog.pg_current_xact_id()", row -> row.getString(1));
    if (!now.equals(List.of(begun))) {
      throw new TransactionEndedException();
    }
  }

  private void changeOne(String sql) throws SQLException {
    if (session.update(sql) != 1) {
      throw new HistoryMovedException();
    }
  }

  /** The transaction is not the one that was begun. */
  @SuppressWarnings("serial")
  static final class TransactionEndedException extends RuntimeException {}

  /** Somebody else, or a step, changed the history row. */
  @SuppressWarnings("serial")
  static final class HistoryMovedException extends RuntimeException {}
}
