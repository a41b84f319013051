package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Warnings of tables that stay without the primary key that they had. No value is lost and nothing
 * is written anew, so there is nothing to accept; but a table that is published has no replica
 * identity any more, and no UPDATE or DELETE of it works (SQLSTATE 55000).
 */
record LostPrimaryKeys(ChangeScope scope) {

  Stream<Problem> of(SchemaDiff diff) {
    return diff.changes().stream()
        .filter(Change.ConstraintRemoved.class::isInstance)
        .map(Change.ConstraintRemoved.class::cast)
        .filter(change -> change.constraint() instanceof PrimaryKey)
        .filter(
            change -> find(change).filter(table -> table.primaryKey().isEmpty()).isPresent())
        .map(this::problem);
  }

  private Optional<Table> find(Change.ConstraintRemoved change) {
    return scope.schema().find(change.table());
  }

  private Problem problem(Change.ConstraintRemoved change) {
    return Problem.warning(
        "PrimaryKeyLost",
        change.accept(scope.places()),
        Wording.table(change.table())
            + " has no primary key any more: updates and deletes fail where it is published",
        "keep one: put @Id on the fields that tell its rows apart",
        "published all the same: ALTER TABLE ... REPLICA IDENTITY FULL before it is applied");
  }
}
