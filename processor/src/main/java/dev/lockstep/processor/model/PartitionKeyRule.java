package dev.lockstep.processor.model;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Unique;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A key of a partitioned table holds all columns it is partitioned by (PostgreSQL manual, 5.12.2.3
 * Limitations).
 */
final class PartitionKeyRule {
  private final Findings findings;

  PartitionKeyRule(Findings findings) {
    this.findings = findings;
  }

  void check(TableParts table) {
    Partitioning partitioning = table.partitioning();
    if (partitioning == null) {
      return;
    }
    table.constraints().forEach(draft -> ofConstraint(draft, table, partitioning));
    table.indexes().forEach(draft -> ofIndex(draft, table, partitioning));
  }

  private void ofConstraint(
      MemberDraft<Constraint> draft, TableParts table, Partitioning partitioning) {
    if (draft.value() instanceof PrimaryKey key) {
      check("the primary key", key.columns(), draft, table, partitioning);
    } else if (draft.value() instanceof Unique unique) {
      check("a unique constraint", unique.columns(), draft, table, partitioning);
    }
  }

  private void ofIndex(MemberDraft<Index> draft, TableParts table, Partitioning partitioning) {
    if (draft.value().unique()) {
      List<String> columns = draft.value().elements().stream()
          .map(IndexElement::column)
          .filter(Objects::nonNull)
          .toList();
      check("a unique index", columns, draft, table, partitioning);
    }
  }

  private void check(
      String what,
      List<String> columns,
      MemberDraft<?> draft,
      TableParts table,
      Partitioning partitioning) {
    Place place = draft.annotation() == null
        ? findings.places().at(draft.element())
        : findings.places().at(draft.annotation());
    boolean expressions = partitioning.keys().stream().anyMatch(key -> key.expression() != null);
    Optional<String> missing = partitioning.keys().stream()
        .map(IndexElement::column)
        .filter(Objects::nonNull)
        .filter(column -> !columns.contains(column))
        .findFirst();
    if (expressions) {
      findings.add(TableProblems.partitionedByExpression(place, table.name(), what));
    } else {
      missing.ifPresent(column ->
          findings.add(TableProblems.partitionKeyMissing(place, table.name(), what, column)));
    }
  }
}
