package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.operation.Execution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * What is to be done for one migration.
 *
 * @param settings of its transactions
 * @param lock which the session has to hold all the time
 * @param table where the history is
 * @param begin makes the statement that writes the history row
 * @param advance makes the statement that notes in it how many steps are done
 * @param end makes the statement that finishes it, from the time it took
 * @param steps what the migration does
 * @param resumed how many of them an earlier run committed; empty if none began
 * @param undo whether they take back what an earlier run left half-way
 * @param inOneMessage makes the one statement for the history of a migration that may go to the
 *     server as a whole; empty if it may not
 */
record MigrationWork(
    Direction direction,
    String revision,
    TransactionSettings settings,
    MigrationLock lock,
    HistoryTable table,
    Supplier<String> begin,
    Advance advance,
    End end,
    List<Step> steps,
    OptionalInt resumed,
    boolean undo,
    Optional<Supplier<String>> inOneMessage) {
  /** The last statement of a part; changes one row where the history is as expected. */
  interface Advance {
    String sql(int from, int to);
  }

  /** The last statement of the migration. */
  interface End {
    String sql(Duration duration);
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
