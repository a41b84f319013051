package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.Member;
import dev.lockstep.schema.QualifiedName;

/**
 * The {@code renamedFrom}s that {@link RenameRules} refused, by what the comparison without them
 * found instead of a rename: an addition, a removal. Who reads what is wrong with a
 * {@code renamedFrom} needs not read that too.
 *
 * @param hints all that the model has, right or wrong
 */
record RefusedRenames(DiffHints hints) {
  /** Whether the change would not be there, or be another, if the rename were right. */
  boolean cause(Change change) {
    if (change instanceof Change.TableAdded added) {
      return hints.renamedTables().containsKey(added.table().name());
    }
    if (change instanceof Change.TableRemoved removed) {
      return hints.renamedTables().containsValue(removed.table().name());
    }
    if (change instanceof Change.ColumnAdded added) {
      return hints
          .renamedColumns()
          .containsKey(new Member(added.table(), added.column().name()));
    }
    return change instanceof Change.ColumnRemoved removed
        && isOldName(removed.table(), removed.column().name());
  }

  private boolean isOldName(QualifiedName table, String column) {
    return hints.renamedColumns().entrySet().stream()
        .anyMatch(hint -> hint.getKey().table().equals(table) && hint.getValue().equals(column));
  }
}
