package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.LockstepException;
import dev.lockstep.MigrationListener;
import dev.lockstep.engine.MigrationAttempt.HistoryMovedException;
import dev.lockstep.engine.MigrationAttempt.TransactionEndedException;
import dev.lockstep.engine.MigrationFailures.Stop;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs migrations one after the other, and each of their parts as a whole or not at all. */
final class MigrationRunner {
  private static final Logger LOG = System.getLogger("dev.lockstep");

  /** Lock timeout, deadlock, serialization failure. */
  private static final Set<String> TRY_AGAIN = Set.of("55P03", "40P01", "40001");

  private static final long SHORTEST_PAUSE = 100;
  private static final long LONGEST_PAUSE = 5_000;

  private final Session session;
  private final Direction direction;
  private final MigrationListener listener;
  private final Limits limits;
  private final Blockers blockers;
  private final Course course;
  /** A commit that waits for the disk, where the last one may not have. */
  private Optional<MigrationWork> unsettled = Optional.empty();

  MigrationRunner(
      Session session,
      Course course,
      MigrationListener listener,
      Limits limits,
      Blockers blockers) {
    this.session = session;
    this.course = course;
    this.direction = course.direction();
    this.listener = listener;
    this.limits = limits;
    this.blockers = blockers;
  }

  /**
   * Runs them all, or up to the first that fails.
   *
   * @throws LockstepException which says how far it got
   */
  void run(List<MigrationWork> migrations, Beside beside) throws SQLException {
    Optional<PreparedFrame> prepared = PreparedFrame.of(session, migrations);
    try {
      run(migrations, new MessagesAhead(migrations, prepared, beside));
    } finally {
      prepared.ifPresent(PreparedFrame::close);
    }
  }

  private void run(List<MigrationWork> migrations, MessagesAhead messages) throws SQLException {
    // Whoever listens hears of each before it begins.
    boolean bundles = listener == MigrationListener.NONE;
    int done = 0;
    try {
      while (done < migrations.size()) {
        Optional<Bundle> bundle = bundles ? messages.together() : Optional.empty();
        int together = 0;
        if (bundle.isPresent()) {
          together = send(bundle.get());
          messages.skip(together);
          // What the server refuses once it may refuse always.
          bundles = together == bundle.get().migrations().size();
        }
        if (together == 0) {
          run(migrations.get(done), migrations.size() - done, messages.next());
        }
        done += Math.max(1, together);
      }
    } catch (SQLException | RuntimeException | Error e) {
      settle(e);
      throw e;
    }
  }

  private void run(MigrationWork work, int open, Optional<OneMessage> message) throws SQLException {
    LOG.log(Level.DEBUG, "{0} {1}", direction, work.revision());
    course.begin(work, open);
    for (MigrationPart part : work.parts()) {
      course.committed(runWithRetries(work, part, message));
      unsettled = message.isPresent() ? Optional.of(work) : Optional.empty();
    }
    course.finish();
  }

  /**
   * Sends the whole.
   *
   * @return how many of its migrations are committed; the first of the others has to tell by itself
   *     why it is not
   */
  private int send(Bundle bundle) throws SQLException {
    LOG.log(Level.DEBUG, "{0} {1}", direction, bundle.revisions());
    long start = System.nanoTime();
    course.sent(bundle.revisions());
    int committed = bundle.migrations().size();
    try {
      session.execute(bundle.sql());
    } catch (SQLException e) {
      session.rollBackBegun(e);
      if (LostConnection.in(e).isPresent()) {
        Stop first = stop(bundle.migrations().get(0));
        throw MigrationFailures.commitsUnknown(first, bundle.revisions(), e);
      }
      LOG.log(Level.DEBUG, "{0} go one by one: {1}", bundle.revisions(), Failures.text(e));
      committed = committed(bundle);
    } catch (RuntimeException | Error e) {
      session.rollBackBegun(e);
      throw e;
    }
    course.finish(committed, Duration.ofNanos(System.nanoTime() - start));
    if (committed > 0) {
      unsettled = Optional.of(bundle.migrations().get(committed - 1));
    }
    return committed;
  }

  /** How many of a message that the server refused; asked also where the run is to end. */
  private int committed(Bundle bundle) throws SQLException {
    List<String> revisions = bundle.revisions();
    String asked = bundle.migrations().get(0).table().applied(revisions);
    Set<String> applied = Set.copyOf(session.queryCleaningUp(asked, row -> row.getString(1)));
    int committed = 0;
    while (committed < revisions.size() && applied.contains(revisions.get(committed))) {
      committed++;
    }
    return committed;
  }

  /**
   * What was told to be finished is on the disk before the failure is told, too: a commit that
   * waits brings all before it there.
   */
  private void settle(Throwable reason) {
    unsettled.ifPresent(work -> session.source().cleanUp(() -> {
      try {
        if (session.isInAutoCommit()) {
          touch(work);
        }
      } catch (SQLException e) {
        reason.addSuppressed(e);
      }
    }));
  }

  /** Waits for whoever has the row no longer than for any lock; the lock of the run may be gone. */
  private void touch(MigrationWork work) throws SQLException {
    session.inTransaction(() -> {
      session.query(work.settings().local(), row -> true);
      session.update(work.table().touch(work.revision()));
    });
  }

  private Duration runWithRetries(
      MigrationWork work, MigrationPart part, Optional<OneMessage> message) throws SQLException {
    LocksFirst locks = blockers.locksFirst();
    // What a try does by itself, perhaps for minutes, is no waiting for others.
    OptionalLong blockedSince = OptionalLong.empty();
    long pause = SHORTEST_PAUSE;
    while (true) {
      long tryBegan = System.nanoTime();
      MigrationAttempt attempt = new MigrationAttempt(
          session,
          work,
          part,
          listener,
          limits.batches(),
          locks,
          message.filter(whole -> !locks.isNeeded()));
      try {
        return attempt.run(course.duration());
      } catch (SQLException e) {
        if (attempt.progressed()) {
          course.progressed();
          pause = SHORTEST_PAUSE;
        }
        if (attempt.progressed() || blockedSince.isEmpty()) {
          blockedSince = OptionalLong.of(beginningOfWait(tryBegan));
        }
        Duration tried = Duration.ofNanos(System.nanoTime() - blockedSince.getAsLong());
        Blockage blockage = blockers.of(work, attempt.current(), e);
        boolean interrupted = Interruption.isReasonFor(e, session.source());
        if (interrupted && attempt.committing().isEmpty()) {
          throw MigrationFailures.interrupted(stop(work, part, attempt), e);
        }
        if (!isRetried(attempt.current(), e, tried)) {
          if (LockTable.isFull(e)) {
            throw MigrationFailures.outOfLocks(
                stop(work, part, attempt), LockTable.read(session), e);
          }
          attempt.committing().ifPresent(duration -> course.inDoubt(part, duration));
          boolean committing = attempt.committing().isPresent();
          throw failure(stop(work, part, attempt), committing, tried, e, blockage);
        }
        locks.learn(work, part, attempt.current());
        waitBefore(
            work,
            pause,
            blockage.reason(Failures.text(e)),
            () -> MigrationFailures.interrupted(stop(work, part, attempt), e));
        pause = Math.min(LONGEST_PAUSE, pause * 2);
      } catch (TransactionEndedException e) {
        throw MigrationFailures.transactionEnded(direction, work.revision(), course.revisions());
      } catch (HistoryMovedException e) {
        throw MigrationFailures.historyMoved(stop(work, part, attempt));
      } catch (LockstepException e) {
        throw e;
      } catch (RuntimeException e) {
        Stop stop = stop(work, part, attempt);
        throw Interruption.isReasonFor(e, session.source())
            ? MigrationFailures.interrupted(stop, e)
            : MigrationFailures.rolledBack(stop, e);
      }
    }
  }

  /** Of a try that has just failed. */
  private long beginningOfWait(long tryBegan) {
    long lockTimeout = limits.lockTimeout().toNanos();
    long now = System.nanoTime();
    return now - Math.min(now - tryBegan, lockTimeout);
  }

  private boolean isRetried(@Nullable Step step, SQLException e, Duration tried) {
    return (isWorthAnotherTry(e) || LostRace.isOne(step, e))
        && tried.compareTo(limits.retryFor()) < 0;
  }

  /** Whether the same can succeed when others are done. */
  static boolean isWorthAnotherTry(SQLException e) {
    return e.getSQLState() != null && TRY_AGAIN.contains(e.getSQLState());
  }

  private void waitBefore(
      MigrationWork work, long pause, String reason, Supplier<LockstepException> interrupted) {
    course.failedTry();
    long jittered = pause / 2 + ThreadLocalRandom.current().nextLong(pause);
    LOG.log(Level.INFO, "{0} is tried again: {1}", work.revision(), reason);
    listener.retrying(work.revision(), reason, Duration.ofMillis(jittered));
    Pause.of(jittered, interrupted);
  }

  private static LockstepException failure(
      Stop stop, boolean committing, Duration tried, SQLException e, Blockage blockage) {
    String state = String.valueOf(e.getSQLState());
    if (committing && (state.startsWith("08") || state.startsWith("57P"))) {
      return MigrationFailures.commitUnknown(stop, e);
    }
    if (state.equals("25006")) {
      return Failures.of(e);
    }
    return TRY_AGAIN.contains(state)
        ? MigrationFailures.blocked(stop, tried, blockage, e)
        : MigrationFailures.rolledBack(stop, e);
  }

  /** Of one that has not begun, as far as anybody knows. */
  private Stop stop(MigrationWork work) {
    return new Stop(
        direction,
        work.revision(),
        OptionalInt.empty(),
        false,
        work.steps().size(),
        null,
        course.revisions());
  }

  private Stop stop(MigrationWork work, MigrationPart part, MigrationAttempt attempt) {
    return new Stop(
        direction,
        work.revision(),
        part.begins() ? OptionalInt.empty() : OptionalInt.of(part.done()),
        !part.begins() && work.canBeUndone(part.done()),
        work.steps().size(),
        attempt.current(),
        course.revisions());
  }
}
