package dev.lockstep.engine;

import dev.lockstep.MigrationListener;
import dev.lockstep.operation.Backfill;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A backfill in batches. Each batch looks at neighbouring rows, fills the open ones and notes where
 * it is, in one transaction; so a cut run goes on behind the last batch that is committed.
 *
 * <p>The first pass leaves out rows that others have locked; the second waits for those. A pass
 * finds again what moved past the one before, such as a row whose key has changed; they end with
 * one that fills nothing. What the application inserts without a value meanwhile may be filled or
 * not, as with a plain UPDATE.
 */
final class BatchedFill {
  /** Somebody who writes NULLs all the time must not keep it going for ever. */
  private static final int MOST_PASSES = 5;

  private final Session session;
  private final MigrationWork work;
  private final Step.BatchStep step;
  private final BatchLog log;
  private final MigrationListener listener;
  private final Batches batches;
  private final ReplicationLag lag;
  private boolean progressed;

  /** What is done in one transaction. */
  private interface Task<R> {
    R run() throws SQLException;
  }

  /** Where it is, and what is there. */
  private record Place(BatchCursor cursor, List<BatchRelation> relations) {}

  /** One that is done, and whether it was the last of its relation. */
  private record Batch(BatchCursor cursor, boolean end) {}

  BatchedFill(
      Session session,
      MigrationWork work,
      Step.BatchStep step,
      int done,
      MigrationListener listener,
      Batches batches) {
    this.session = session;
    this.work = work;
    this.step = step;
    this.log = new BatchLog(work, done);
    this.listener = listener;
    this.batches = batches;
    this.lag = new ReplicationLag(session, work.revision(), listener);
  }

  /** Whether at least one batch is committed. */
  boolean progressed() {
    return progressed;
  }

  /**
   * Goes on to the end.
   *
   * @throws Step.StepRefusedException if the thread is interrupted
   */
  void run() throws SQLException {
    Place place = inTransaction(() -> new Place(log.read(session), relations()));
    if (place.relations.isEmpty()) {
      inTransaction(() -> session.update(step.text()));
      return;
    }
    BatchCursor cursor = pass(place);
    while (cursor.pass() == 1 || (cursor.filled() > 0 && cursor.pass() < MOST_PASSES)) {
      cursor = pass(new Place(cursor.nextPass(), inTransaction(this::relations)));
    }
  }

  private List<BatchRelation> relations() throws SQLException {
    Backfill backfill = step.operation();
    return BatchRelation.of(
        session, step.ddl().name(backfill.table()), backfill.table().name(), backfill.column());
  }

  private BatchCursor pass(Place place) throws SQLException {
    BatchCursor cursor = place.cursor;
    BatchMeter meter = new BatchMeter(cursor, place.relations);
    for (BatchRelation relation : place.relations) {
      if (relation.number() >= cursor.relation()) {
        BatchRelation now = inTransaction(() -> relation.asOfNow(session));
        cursor = goThrough(now, cursor.at(now.number(), now.order().name()), meter);
      }
    }
    return cursor;
  }

  private BatchCursor goThrough(BatchRelation relation, BatchCursor start, BatchMeter meter)
      throws SQLException {
    BatchCursor cursor = start;
    int rows = batches.first();
    while (true) {
      BatchCursor from = cursor;
      int size = rows;
      long began = System.nanoTime();
      Optional<Batch> batch = inTransaction(() -> batch(relation, from, size));
      if (batch.isEmpty()) {
        return cursor;
      }
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      cursor = batch.get().cursor;
      progressed = true;
      listener.progress(work.revision(), meter.at(cursor));
      lag.await();
      rest(batches.pauseAfter(took));
      if (batch.get().end) {
        return cursor;
      }
      rows = batches.after(rows, took);
    }
  }

  private Optional<Batch> batch(BatchRelation relation, BatchCursor cursor, int rows)
      throws SQLException {
    Optional<RowWindow> window = relation.order().next(session, cursor.after(), rows);
    if (window.isEmpty()) {
      return Optional.empty();
    }
    boolean again = cursor.pass() > 1;
    BatchSql sql = new BatchSql(step.ddl(), step.operation(), relation, again);
    BatchCursor next = cursor.behind(window.get(), fill(sql, window.get()));
    log.write(session, next);
    return Optional.of(new Batch(next, window.get().end()));
  }

  /** How many rows got a value. A second statement sees those that the first waited for. */
  private long fill(BatchSql sql, RowWindow window) throws SQLException {
    if (sql.waits() && session.query(sql.lock(window), row -> true).isEmpty()) {
      return 0;
    }
    return session.query(sql.fill(window), row -> row.getBoolean(1)).stream()
        .filter(filled -> filled)
        .count();
  }

  private <R> R inTransaction(Task<R> task) throws SQLException {
    session.setAutoCommit(false);
    try {
      // In a stricter one a row that others change meanwhile would be an error.
      session.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED;"
          + " SET LOCAL idle_in_transaction_session_timeout = 0");
      Fence.take(session, work.lock(), work.settings().exact().apply(work.lock()));
      R result = task.run();
      work.lock().renew(session);
      session.commit();
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      session.rollBack(e);
      throw e;
    }
  }

  static void rest(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Step.StepRefusedException("between two batches");
    }
  }
}
