package dev.lockstep.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** An order in which a backfill goes through the rows of one relation. */
sealed interface RowOrder permits KeyOrder, BlockOrder, WholeOrder {
  /** Tells it from other orders of the same relation. */
  String name();

  /**
   * The same up to the last row that is there now: else a pass would run after an application that
   * adds rows as fast as it fills them.
   */
  default RowOrder asOfNow(Session session) throws SQLException {
    return this;
  }

  /**
   * The rows that come next; empty if none do.
   *
   * @param after where the window before ended; empty for the first
   * @param rows about how many are wanted
   */
  Optional<RowWindow> next(Session session, List<String> after, int rows) throws SQLException;
}
