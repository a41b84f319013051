package dev.lockstep.engine;

import dev.lockstep.engine.MigrationAttempt.HistoryMovedException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * How far a step in batches is, in the history row of its migration.
 *
 * @param done how many steps of the migration come before it
 */
record BatchLog(MigrationWork work, int done) {
  /**
   * Where an earlier run left the step, or its beginning.
   *
   * @throws HistoryMovedException if the migration is not at this step
   */
  BatchCursor read(Session session) throws SQLException {
    HistoryTable table = work.table();
    // Tables of older versions have no such column, and most never need it.
    if (!session.query(table.hasCursor(), row -> row.getBoolean(1)).get(0)) {
      session.execute(table.addCursor());
    }
    List<Optional<String>> rows = session.query(
        table.cursor(work.direction(), work.revision(), done),
        row -> Optional.ofNullable(row.getString(1)));
    if (rows.isEmpty()) {
      throw new HistoryMovedException();
    }
    return rows.get(0).map(BatchCursor::of).orElse(BatchCursor.START);
  }

  /** To be committed with what it tells. */
  void write(Session session, BatchCursor cursor) throws SQLException {
    move(session, Optional.of(cursor.text()));
  }

  /** To be committed with the end of the step. */
  void clear(Session session) throws SQLException {
    move(session, Optional.empty());
  }

  private void move(Session session, Optional<String> cursor) throws SQLException {
    String sql = work.table().moveCursor(work.direction(), work.revision(), done, cursor);
    if (session.update(sql) != 1) {
      throw new HistoryMovedException();
    }
  }
}
