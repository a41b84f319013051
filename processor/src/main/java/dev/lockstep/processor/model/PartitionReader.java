package dev.lockstep.processor.model;

import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.Partitioning.Strategy;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how one table is partitioned, and its partitions. */
final class PartitionReader {
  private final QualifiedName table;
  private final ElementReader elements;
  private final SqlReader sql;
  private final Findings findings;

  PartitionReader(QualifiedName table, ColumnNames columnNames, Findings findings) {
    this.table = table;
    this.elements = new ElementReader(columnNames, TableProblems::partitionKeyInvalid, findings);
    this.sql = new SqlReader(findings);
    this.findings = findings;
  }

  /** Null if the class is not partitioned, and if its keys are faulty, which is reported. */
  @Nullable
  Partitioning partitioning(TableDraft draft) {
    Optional<Attributes> annotation = Annotations.of(draft.type()).find("Partitioned");
    return annotation.isEmpty() ? null : partitioning(annotation.get()).orElse(null);
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
    List<Partition> partitions = partitions(annotation);
    return tooMany || keys.size() < written.size()
        ? Optional.empty()
        : Optional.of(new Partitioning(strategy, keys, NamedList.of(partitions)));
  }

  private Optional<IndexElement> key(Attributes annotation, String text) {
    Optional<IndexElement> key = elements.element(annotation, "columns", text);
    if (key.filter(found -> found.descending() || found.nullsFirst()).isPresent()) {
      findings.add(TableProblems.partitionKeyOrdered(
          findings.places().at(annotation, "columns", text), text));
      return Optional.empty();
    }
    return key;
  }

  private List<Partition> partitions(Attributes annotation) {
    List<Partition> partitions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Attributes each : annotation.nested("partitions")) {
      String name = each.text("name");
      Optional<SqlExpression> values = sql.expression(each, "values");
      if (!names.add(name)) {
        findings.add(
            ModelProblems.nameTaken(findings.places().at(each, "name"), "partition", name, table));
      } else if (values.isPresent()) {
        partitions.add(new Partition(name, values.get()));
        findings.places().putMember(table, name, each.element(), each);
      }
    }
    return partitions;
  }
}
