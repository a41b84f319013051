package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.MigrationListener;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One try to run one migration and its history row in one transaction. */
final class MigrationAttempt {
  private final Session session;
  private final MigrationWork work;
  private final MigrationListener listener;
  private @Nullable Step current;
  private boolean committing;

  /** What the server answers when the settings are made. */
  private record Fence(boolean locked, String transaction) {
    static Fence read(ResultSet row) throws SQLException {
      return new Fence(row.getBoolean(1), row.getString(2));
    }
  }

  /**
   * What a transaction has to do.
   *
   * @param pin query that makes the settings, see {@link TransactionSettings#apply}
   * @param begin statement that writes the history row
   * @param steps what the migration does
   * @param end makes the statement that finishes the history row, from the time it took
   */
  record MigrationWork(
      Direction direction, String revision, String pin, String begin, List<Step> steps, End end) {
    /** The last statement of the transaction. */
    interface End {
      String sql(Duration duration);
    }
  }

  MigrationAttempt(Session session, MigrationWork work, MigrationListener listener) {
    this.session = session;
    this.work = work;
    this.listener = listener;
  }

  /** What was at work last; null if no step was. */
  @Nullable
  Step current() {
    return current;
  }

  /** Whether it failed so late that the server may have committed. */
  boolean committing() {
    return committing;
  }

  /**
   * Runs and commits; rolls back before it throws.
   *
   * @throws TransactionEndedException if a step ended the transaction
   */
  Duration run() throws SQLException {
    long start = System.nanoTime();
    session.setAutoCommit(false);
    try {
      Fence fence = session.query(work.pin(), Fence::read).get(0);
      if (!fence.locked) {
        throw Failures.pooler();
      }
      changeOne(work.begin());
      runSteps();
      requireTransaction(fence.transaction);
      Duration duration = Duration.ofNanos(System.nanoTime() - start);
      changeOne(work.end().sql(duration));
      committing = true;
      session.connection().commit();
      session.setAutoCommit(true);
      return duration;
    } catch (SQLException | RuntimeException | Error e) {
      session.rollBack(e);
      throw e;
    }
  }

  private void runSteps() throws SQLException {
    int number = 0;
    for (Step step : work.steps()) {
      number++;
      current = step;
      listener.stepStarted(
          work.revision(), Secrets.hidden(step.text()), number, work.steps().size());
      if (step instanceof Step.JavaStep java) {
        java.work().run(GuardedConnection.of(session.connection()));
      } else {
        session.execute(step.text());
      }
    }
    current = null;
  }

  /** Hand-written SQL can hold what ends a transaction; generated SQL cannot. */
  private void requireTransaction(String begun) throws SQLException {
    if (work.steps().stream().noneMatch(Step::handWritten)) {
      return;
    }
    String now = session
        .query("SELECT pg_catalog.pg_current_xact_id()", row -> row.getString(1))
        .get(0);
    if (!now.equals(begun)) {
      throw new TransactionEndedException();
    }
  }

  private void changeOne(String sql) throws SQLException {
    if (session.update(sql) != 1) {
      throw new TransactionEndedException();
    }
  }

  /** The transaction is not the one that was begun. */
  @SuppressWarnings("serial")
  static final class TransactionEndedException extends RuntimeException {}
}
