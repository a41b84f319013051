package dev.lockstep.processor.model;

import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.Partitioning.Strategy;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how one table is partitioned, and its partitions. */
final class PartitionReader {
  private final QualifiedName table;
  private final ElementReader elements;
  private final Findings findings;

  PartitionReader(QualifiedName table, ColumnNames columnNames, Findings findings) {
    this.table = table;
    this.elements = new ElementReader(columnNames, TableProblems::partitionKeyInvalid, findings);
    this.findings = findings;
  }

  /** Null if the class is not partitioned, and if its keys are faulty, which is reported. */
  @Nullable
  Partitioning partitioning(TableDraft draft) {
    return Annotations.of(draft.type())
        .find("Partitioned")
        .flatMap(this::partitioning)
        .orElse(null);
  }

  private Optional<Partitioning> partitioning(Attributes annotation) {
    Strategy strategy = annotation.constant("by").map(Strategy::valueOf).orElse(Strategy.RANGE);
    List<String> written = annotation.texts("columns");
    if (written.isEmpty()) {
      findings.add(ModelProblems.columnsMissing(findings.places().at(annotation), "@Partitioned"));
      return Optional.empty();
    }
    List<IndexElement> keys =
        written.stream().flatMap(text -> key(annotation, text).stream()).toList();
    boolean tooMany = strategy == Strategy.LIST && written.size() > 1;
    if (tooMany) {
      findings.add(TableProblems.listPartitionKeys(findings.places().at(annotation, "columns")));
    }
    List<Partition> partitions = partitions(annotation, strategy, written.size());
    return tooMany || keys.size() < written.size()
        ? Optional.empty()
        : Optional.of(new Partitioning(strategy, keys, NamedList.of(partitions)));
  }

  private Optional<IndexElement> key(Attributes annotation, String text) {
    Optional<IndexElement> key = elements.element(annotation, "columns", text);
    if (key.filter(found -> found.descending() || found.nullsFirst()).isPresent()) {
      findings.add(
          TableProblems.partitionKeyOrdered(findings.places().at(annotation, "columns"), text));
      return Optional.empty();
    }
    return key;
  }

  private List<Partition> partitions(Attributes annotation, Strategy strategy, int keys) {
    List<Partition> partitions = new ArrayList<>();
    for (Attributes each : annotation.nested("partitions")) {
      partition(each, strategy, keys)
          .filter(partition -> isDistinct(partition, partitions, each))
          .ifPresent(partition -> {
            partitions.add(partition);
            findings.places().putMember(table, partition.name(), each.element(), each);
          });
    }
    return partitions;
  }

  private Optional<Partition> partition(Attributes annotation, Strategy strategy, int keys) {
    String name = annotation.text("name");
    String values = annotation.text("values");
    boolean named = !name.isEmpty() && SqlSyntax.isStorable(name) && DefaultNames.fits(name);
    if (!named) {
      findings.add(
          TableProblems.partitionName(findings.places().at(annotation, "name"), name, table));
    }
    Optional<String> fault =
        SqlSyntax.fault(values).or(() -> new PartitionValues(strategy, keys).fault(values));
    fault.ifPresent(found -> findings.add(TableProblems.partitionValues(
        findings.places().at(annotation, "values"), values, found, strategy, keys)));
    return named && fault.isEmpty()
        ? Optional.of(new Partition(name, SqlExpression.of(values)))
        : Optional.empty();
  }

  private boolean isDistinct(Partition partition, List<Partition> others, Attributes annotation) {
    for (Partition other : others) {
      if (other.name().equals(partition.name())) {
        findings.add(ModelProblems.nameTaken(
            findings.places().at(annotation, "name"), "partition", partition.name(), table));
        return false;
      }
      if (other.values().equals(partition.values())) {
        findings.add(TableProblems.partitionValuesTwice(
            findings.places().at(annotation, "values"), partition.name(), other.name()));
        return false;
      }
    }
    return true;
  }
}
