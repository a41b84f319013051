package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.operation.Execution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to be done for one migration.
 *
 * @param settings of its transactions
 * @param lock which the session has to hold all the time
 * @param table where the history is
 * @param statements those for its row in the history
 * @param steps what the migration does
 * @param resumed how many of them an earlier run committed; empty if none began
 * @param undo whether they take back what an earlier run left half-way
 */
record MigrationWork(
    Direction direction,
    String revision,
    TransactionSettings settings,
    MigrationLock lock,
    HistoryTable table,
    Statements statements,
    List<Step> steps,
    OptionalInt resumed,
    boolean undo) {
  /** What is written to the history; each changes one row where that is as expected. */
  interface Statements {
    /** Writes the row of a migration that begins. */
    String begin();

    /** Notes how many steps are done; the last statement of a part. */
    String advance(int from, int to);

    /** Finishes a migration that took so long; its last statement. */
    String end(Duration duration);

    /** That of a migration that may go to the server as a whole; empty if it may not. */
    Optional<HistoryTable.NewRow> row();
  }

  List<MigrationPart> parts() {
    return MigrationPart.of(steps, resumed);
  }

  /** Whether a run in the other direction takes so many committed steps back. */
  boolean canBeUndone(int done) {
    return !undo
        && Undo.isKnown(steps.subList(0, done).stream().map(Step::operation).toList());
  }

  /** The query that begins the transaction of a part; see {@link TransactionSettings#apply}. */
  String pin(MigrationPart part) {
    // What runs alone may wait: it blocks nobody meanwhile.
    return part.execution() == Execution.OWN_TRANSACTION
        ? settings.patient().apply(lock)
        : settings.apply(lock);
  }
}
