package dev.lockstep.processor.model;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.TableOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the class of one table says; names of constraints and indexes may still be missing. */
record TableParts(
    TableDraft draft,
    List<ColumnDraft> columns,
    List<MemberDraft<Constraint>> constraints,
    List<MemberDraft<Index>> indexes,
    TableOptions options,
    @Nullable Partitioning partitioning) {
  TableParts {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
  }

  QualifiedName name() {
    return draft.name();
  }

  TableParts withColumns(List<ColumnDraft> newColumns) {
    return new TableParts(draft, newColumns, constraints, indexes, options, partitioning);
  }

  TableParts withMembers(
      List<MemberDraft<Constraint>> newConstraints, List<MemberDraft<Index>> newIndexes) {
    return new TableParts(draft, columns, newConstraints, newIndexes, options, partitioning);
  }
}
