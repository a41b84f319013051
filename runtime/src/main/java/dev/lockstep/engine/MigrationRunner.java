package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.FinishedMigration;
import dev.lockstep.LockstepException;
import dev.lockstep.MigrationListener;
import dev.lockstep.engine.MigrationAttempt.MigrationWork;
import dev.lockstep.engine.MigrationAttempt.TransactionEndedException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Runs migrations one after the other, each as a whole or not at all. */
final class MigrationRunner {
  private static final Logger LOG = System.getLogger("dev.lockstep");

  /** Lock timeout, deadlock, serialization failure. */
  private static final Set<String> TRY_AGAIN = Set.of("55P03", "40P01", "40001");

  private static final long SHORTEST_PAUSE = 100;
  private static final long LONGEST_PAUSE = 5_000;

  private final Session session;
  private final Direction direction;
  private final MigrationListener listener;
  private final Duration retryFor;
  private final Blockers blockers;
  private final List<FinishedMigration> finished = new ArrayList<>();

  MigrationRunner(
      Session session,
      Direction direction,
      MigrationListener listener,
      Duration retryFor,
      Blockers blockers) {
    this.session = session;
    this.direction = direction;
    this.listener = listener;
    this.retryFor = retryFor;
    this.blockers = blockers;
  }

  /**
   * Runs them all, or up to the first that fails.
   *
   * @throws LockstepException which says how far it got
   */
  List<FinishedMigration> run(List<MigrationWork> migrations) throws SQLException {
    int number = 0;
    for (MigrationWork work : migrations) {
      number++;
      LOG.log(Level.DEBUG, "{0} {1}", direction, work.revision());
      listener.migrationStarted(direction, work.revision(), number, migrations.size());
      Duration duration = runWithRetries(work);
      finished.add(new FinishedMigration(work.revision(), duration));
      listener.migrationFinished(direction, work.revision(), duration);
    }
    return List.copyOf(finished);
  }

  private Duration runWithRetries(MigrationWork work) {
    long start = System.nanoTime();
    long pause = SHORTEST_PAUSE;
    while (true) {
      MigrationAttempt attempt = new MigrationAttempt(session, work, listener);
      try {
        return attempt.run();
      } catch (SQLException e) {
        Duration tried = Duration.ofNanos(System.nanoTime() - start);
        Blockage blockage = blockers.of(work, attempt.current(), e);
        if (!isRetried(e, tried)) {
          throw failure(work, attempt, tried, e, blockage);
        }
        waitBefore(work, pause, blockage.reason(Failures.text(e)));
        pause = Math.min(LONGEST_PAUSE, pause * 2);
      } catch (TransactionEndedException e) {
        throw MigrationFailures.transactionEnded(direction, work.revision(), revisions());
      } catch (LockstepException e) {
        throw e;
      } catch (RuntimeException e) {
        throw MigrationFailures.rolledBack(
            direction, work.revision(), attempt.current(), revisions(), e);
      }
    }
  }

  private boolean isRetried(SQLException e, Duration tried) {
    return e.getSQLState() != null
        && TRY_AGAIN.contains(e.getSQLState())
        && tried.compareTo(retryFor) < 0;
  }

  private void waitBefore(MigrationWork work, long pause, String reason) {
    long jittered = pause / 2 + ThreadLocalRandom.current().nextLong(pause);
    LOG.log(Level.INFO, "{0} is tried again: {1}", work.revision(), reason);
    listener.retrying(work.revision(), reason, Duration.ofMillis(jittered));
    Pause.of(jittered);
  }

  private LockstepException failure(
      MigrationWork work,
      MigrationAttempt attempt,
      Duration tried,
      SQLException e,
      Blockage blockage) {
    String state = String.valueOf(e.getSQLState());
    if (attempt.committing() && (state.startsWith("08") || state.startsWith("57P"))) {
      return MigrationFailures.commitUnknown(direction, work.revision(), revisions(), e);
    }
    if (state.equals("25006")) {
      return Failures.of(e);
    }
    return TRY_AGAIN.contains(state)
        ? MigrationFailures.blocked(
            direction, work.revision(), attempt.current(), revisions(), tried, blockage, e)
        : MigrationFailures.rolledBack(
            direction, work.revision(), attempt.current(), revisions(), e);
  }

  private List<String> revisions() {
    return finished.stream().map(FinishedMigration::revision).toList();
  }
}
