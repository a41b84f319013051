package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.Member;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.operation.ContinueIdentity;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.DropSqlObject;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlObject;
import java.util.Optional;
import java.util.function.Predicate;

/** How the differ goes about a change, where that is for the user to decide. */
record DiffSteps(SchemaDiff diff) {

  /** Whether the enum, which is there already, is made anew. */
  boolean swaps(QualifiedName type) {
    boolean fresh = diff.changes().stream()
        .anyMatch(change -> change instanceof Change.ObjectAdded added
            && added.object() instanceof EnumType
            && added.object().name().equals(type));
    return !fresh
        && any(step -> step instanceof CreateObject create
            && create.object() instanceof EnumType
            && create.object().name().equals(type));
  }

  /**
   * The column whose identity takes the counter of the sequence over, which may make room before.
   */
  Optional<Member> heir(QualifiedName sequence) {
    QualifiedName name = sequence;
    for (Operation step : diff.operations()) {
      if (step instanceof RenameObject rename
          && rename.object().equals(new ObjectKey(ObjectKind.SEQUENCE, name))) {
        name = name.sibling(rename.newName());
      }
      if (step instanceof ContinueIdentity next && next.sequence().equals(name)) {
        return Optional.of(new Member(next.table(), next.column()));
      }
    }
    return Optional.empty();
  }

  /** Whether it does not stay as it is through the migration. */
  boolean drops(SqlObject object) {
    return any(step ->
        step instanceof DropSqlObject drop && drop.name().equals(object.name().name()));
  }

  private boolean any(Predicate<Operation> wanted) {
    return diff.operations().stream().anyMatch(wanted);
  }
}
