package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.EnumMember;
import dev.lockstep.diff.Member;
import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.schema.QualifiedName;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code renamedFrom}s, and replacements of enum values, that {@link RenameRules} refused, by
 * what the comparison without them found instead of a rename: an addition, a removal. Who reads
 * what is wrong with a {@code renamedFrom} needs not read that too.
 *
 * @param hints all that the model has, right or wrong
 * @param conflicts where a {@code renamedFrom} contradicts what is recorded or declared
 */
record RefusedRenames(DiffHints hints, Set<Place> conflicts) {
  static RefusedRenames of(Snapshot recorded, DeclaredModel declared) {
    if (recorded.isFirst()) {
      return new RefusedRenames(DiffHints.NONE, Set.of());
    }
    Set<Place> conflicts = RenameRules.check(recorded, declared).problems().stream()
        .filter(problem -> problem.code().equals("RenameConflict"))
        .map(Problem::place)
        .collect(Collectors.toSet());
    return new RefusedRenames(declared.hints(), conflicts);
  }

  /** Whether the change would not be there, or be another, if the rename were right. */
  boolean cause(Change change) {
    if (isInConflict(change)) {
      return true;
    }
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
    if (change instanceof Change.ColumnRemoved removed) {
      return isOldName(removed.table(), removed.column().name());
    }
    return causeOfObject(change) || causeOfValue(change);
  }

  /** What has the new name is compared with what had it, which is something else. */
  private boolean isInConflict(Change change) {
    boolean ofColumn = change instanceof Change.ColumnChanged changed
        && conflicts.contains(
            new Place.OfColumn(changed.table(), changed.to().name(), "renamedFrom"));
    return ofColumn
        || conflicts.contains(new Place.OfTable(Subject.of(change).table(), "renamedFrom"));
  }

  private boolean causeOfObject(Change change) {
    if (change instanceof Change.ObjectAdded added) {
      return hints.renamedObjects().containsKey(added.object().key());
    }
    return change instanceof Change.ObjectRemoved removed
        && hints.renamedObjects().containsValue(removed.object().key());
  }

  /** A removed value with a successor is one whose replacement was right. */
  private boolean causeOfValue(Change change) {
    if (change instanceof Change.EnumValueAdded added) {
      return hints.renamedValues().containsKey(new EnumMember(added.type(), added.value()));
    }
    return change instanceof Change.EnumValueRemoved removed
        && removed.successor().isEmpty()
        && (isOldValue(removed)
            || hints.replacedValues().containsKey(new EnumMember(removed.type(), removed.value())));
  }

  private boolean isOldValue(Change.EnumValueRemoved removed) {
    return hints.renamedValues().entrySet().stream()
        .anyMatch(hint ->
            hint.getKey().type().equals(removed.type()) && hint.getValue().equals(removed.value()));
  }

  private boolean isOldName(QualifiedName table, String column) {
    return hints.renamedColumns().entrySet().stream()
        .anyMatch(hint -> hint.getKey().table().equals(table) && hint.getValue().equals(column));
  }
}
