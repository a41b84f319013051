package dev.lockstep.diff;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** The names that columns had before steps of a plan. */
record PastNames(List<Operation> plan) {

  /** Whether it gives a table or a column another name. */
  static boolean isRename(Operation operation) {
    return operation instanceof RenameColumn
        || operation instanceof RenameTable
        || operation instanceof SetTableSchema;
  }

  /**
   * The name before the {@code wanted}-th step of a column that has a name before the
   * {@code at}-th; empty if a step between makes the column.
   */
  Optional<Member> before(Member member, int at, int wanted) {
    Member name = member;
    for (int i = at - 1; i >= wanted; i--) {
      Operation operation = plan.get(i);
      boolean made =
          (operation instanceof CreateTable create && create.table().name().equals(name.table()))
              || (operation instanceof AddColumn add
                  && add.table().equals(name.table())
                  && add.column().name().equals(name.name()));
      if (made) {
        return Optional.empty();
      }
      name = before(operation, name);
    }
    return Optional.of(name);
  }

  private static Member before(Operation operation, Member name) {
    QualifiedName table = name.table();
    if (operation instanceof RenameColumn rename
        && rename.table().equals(table)
        && rename.newName().equals(name.name())) {
      return new Member(table, rename.column());
    }
    if (operation instanceof RenameTable rename
        && rename.table().sibling(rename.newName()).equals(table)) {
      return new Member(rename.table(), name.name());
    }
    return operation instanceof SetTableSchema move
            && move.table().in(move.newSchema()).equals(table)
        ? new Member(move.table(), name.name())
        : name;
  }
}
