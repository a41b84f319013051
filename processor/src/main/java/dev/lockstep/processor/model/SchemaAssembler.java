package dev.lockstep.processor.model;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Element;

/** Puts what the classes say together to a schema; whatever is there twice is left out once. */
final class SchemaAssembler {
  private final DatabaseElement database;
  private final Findings findings;
  private final HintReader hints;

  SchemaAssembler(DatabaseElement database, HintReader hints, Findings findings) {
    this.database = database;
    this.hints = hints;
    this.findings = findings;
  }

  DeclaredModel model(List<TableParts> tables) {
    List<TableParts> distinct =
        withoutTwins(tables).stream().map(this::withoutTwins).toList();
    MemberNames names = new MemberNames(findings);
    List<TableParts> named = names.named(distinct);
    DiffHints diffHints = hints.hints(named, names.derived());
    Map<QualifiedName, String> classes = new HashMap<>();
    named.forEach(table ->
        classes.put(table.name(), table.draft().type().getQualifiedName().toString()));
    return new DeclaredModel(
        database.name(),
        database.migrationsPackage(),
        database.targetSchema(),
        schema(named),
        diffHints,
        classes);
  }

  /**
   * By name; of two tables of one name that of the class whose name comes first. A class file gives
   * way to a source: it is what the class was before it got another name.
   */
  private List<TableParts> withoutTwins(List<TableParts> tables) {
    Map<QualifiedName, TableParts> byName = new HashMap<>();
    List<TableParts> distinct = new ArrayList<>();
    List<TableParts> sorted = tables.stream()
        .sorted(Comparator.comparing(TableParts::name)
            .thenComparing(table -> !isShown(table))
            .thenComparing(table -> table.draft().type().getQualifiedName().toString()))
        .toList();
    for (TableParts table : sorted) {
      TableParts first = byName.putIfAbsent(table.name(), table);
      if (first == null) {
        distinct.add(table);
        findings
            .places()
            .putTable(table.name(), table.draft().type(), table.draft().attributes());
      } else if (isShown(table) || !isShown(first)) {
        findings.add(ModelProblems.tableTwice(
            findings.places().at(table.draft().attributes()),
            table.name(),
            first.draft().type()));
      }
    }
    return distinct;
  }

  private boolean isShown(TableParts table) {
    return findings.places().isShown(table.draft().type());
  }

  private TableParts withoutTwins(TableParts table) {
    Map<String, ColumnDraft> byName = new HashMap<>();
    List<ColumnDraft> distinct = new ArrayList<>();
    for (ColumnDraft column : table.columns()) {
      ColumnDraft first = byName.putIfAbsent(column.name(), column);
      Element element = column.field().element();
      if (first == null) {
        distinct.add(column);
        findings
            .places()
            .putColumn(table.name(), column.name(), element, column.attributes().orElse(null));
      } else {
        findings.add(ModelProblems.columnTwice(
            findings.places().at(element),
            table.name(),
            column.name(),
            first.field().name()));
      }
    }
    return table.withColumns(distinct);
  }

  private Schema schema(List<TableParts> tables) {
    SortedMap<QualifiedName, Table> byName = new TreeMap<>();
    SortedSet<String> namespaces = new TreeSet<>();
    for (TableParts table : tables) {
      byName.put(table.name(), table(table));
      namespaces.add(table.name().schema());
    }
    // The target schema is there, and PostgreSQL brings public itself.
    namespaces.removeAll(Set.of("", "public"));
    return new Schema(namespaces, byName);
  }

  private Table table(TableParts parts) {
    return new Table(
        parts.name(),
        NamedList.of(parts.columns().stream().map(ColumnDraft::column).toList()),
        NamedList.of(parts.constraints().stream().map(MemberDraft::value).toList()),
        NamedList.of(parts.indexes().stream().map(MemberDraft::value).toList()),
        new NameReader(findings).comment(parts.draft().attributes()));
  }
}
