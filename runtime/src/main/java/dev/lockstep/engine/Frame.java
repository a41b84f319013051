package dev.lockstep.engine;

import dev.lockstep.engine.HistoryTable.NewRow;

/**
 * The statements before and after the steps of a migration that goes to the server as a whole,
 * where nobody reads an answer.
 *
 * @param first makes the settings, fails where the run does not hold the lock, and writes the row
 *     of the migration
 * @param last finishes the row, fails where it is not there, and has the server tell how long the
 *     migration took
 */
record Frame(String first, String last) {
  /**
   * For one migration.
   *
   * @param fence see {@link TransactionSettings#fence}
   */
  static Frame of(HistoryTable table, String fence, NewRow row) {
    return new Frame(table.insertAfter(fence, row), table.finishOne(row));
  }
}
