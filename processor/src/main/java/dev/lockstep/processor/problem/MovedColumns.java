package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.SchemaDiff;
import java.util.stream.Stream;

/**
 * Columns in whose place a new one comes: that is the last of its table, and code that counts
 * columns instead of naming them means others then. Neither phase spares it that, so this is no
 * reason to wait until an older version is gone.
 */
record MovedColumns(ChangeScope scope) {
  Stream<Problem> of(SchemaDiff diff) {
    return diff.changes().stream()
        .filter(Change.ColumnChanged.class::isInstance)
        .map(Change.ColumnChanged.class::cast)
        .filter(this::isReplaced)
        .map(this::moved);
  }

  private boolean isReplaced(Change.ColumnChanged change) {
    return change.aspect() == Change.Aspect.TYPE
        && Retyping.of(scope, change).isOnline()
        && !scope.commands().chooses(Risk.rewrite(change.table()))
        && scope.schema().table(change.table()).columns().size() > 1;
  }

  private Problem moved(Change.ColumnChanged change) {
    return Problem.warning(
        "ColumnMoves",
        change.accept(scope.places()),
        Wording.column(change.table(), change.to().name())
            + " becomes the last of its table: INSERT without a list of columns fills others",
        "before it is applied: have every INSERT name its columns, and every SELECT that counts on"
            + " their order",
        "not moved, with the table locked: "
            + scope.commands().forChange(change, Risk.rewrite(change.table())));
  }
}
