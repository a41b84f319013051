package dev.lockstep.processor.model;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import java.util.List;

/** All that the class of one table says; names of constraints and indexes may still be missing. */
record TableParts(
    TableDraft draft,
    List<ColumnDraft> columns,
    List<MemberDraft<Constraint>> constraints,
    List<MemberDraft<Index>> indexes) {
  TableParts {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
  }

  QualifiedName name() {
    return draft.name();
  }

  TableParts withColumns(List<ColumnDraft> newColumns) {
    return new TableParts(draft, newColumns, constraints, indexes);
  }

  TableParts withMembers(
      List<MemberDraft<Constraint>> newConstraints, List<MemberDraft<Index>> newIndexes) {
    return new TableParts(draft, columns, newConstraints, newIndexes);
  }
}
