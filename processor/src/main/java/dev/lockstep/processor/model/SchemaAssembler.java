package dev.lockstep.processor.model;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.processor.model.MemberNames.Named;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlType;
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

  DeclaredModel model(List<TableParts> tables, List<ObjectDraft> objects) {
    List<TableParts> distinct = new ArrayList<>();
    for (TableParts table : withoutTwins(tables)) {
      distinct.add(withoutTwins(table));
    }
    MemberNames names = new MemberNames(findings);
    Named named = names.named(distinct, new DistinctObjects(findings).of(objects));
    DiffHints diffHints = hints.hints(named.tables(), named.objects(), names.derived());
    Map<QualifiedName, String> classes = new HashMap<>();
    for (TableParts table : named.tables()) {
      classes.put(table.name(), table.draft().type().getQualifiedName().toString());
    }
    Map<ObjectKey, String> objectClasses = new HashMap<>();
    for (ObjectDraft draft : named.objects()) {
      objectClasses.put(draft.key(), draft.declarer());
    }
    return new DeclaredModel(
        database.name(),
        database.migrationsPackage(),
        database.targetSchema(),
        schema(named),
        diffHints,
        classes,
        objectClasses);
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
      Element element = column.field().shown();
      if (first == null) {
        distinct.add(column);
        findings
            .places()
            .putColumn(table.name(), column.name(), element, column.attributes().orElse(null));
      } else {
        findings.add(ModelProblems.columnTwice(
            findings
                .places()
                .at(column
                    .parting(first)
                    .map(parting -> parting.field().shown())
                    .orElse(element)),
            table.name(),
            first,
            column));
      }
    }
    return table.withColumns(distinct);
  }

  private Schema schema(Named named) {
    SortedMap<QualifiedName, Table> tables = new TreeMap<>();
    SortedMap<ObjectKey, SchemaObject> objects = new TreeMap<>();
    SortedSet<String> namespaces = new TreeSet<>();
    for (ObjectDraft draft : named.objects()) {
      objects.put(draft.key(), draft.object());
    }
    for (TableParts table : named.tables()) {
      tables.put(table.name(), table(table, objects));
      namespaces.add(table.name().schema());
    }
    for (ObjectKey object : objects.keySet()) {
      namespaces.add(object.name().schema());
    }
    // The target schema is there, and PostgreSQL brings public itself.
    namespaces.removeAll(Set.of("", "public"));
    return new Schema(namespaces, tables, objects);
  }

  private Table table(TableParts parts, Map<ObjectKey, SchemaObject> objects) {
    List<Column> columns = new ArrayList<>();
    for (ColumnDraft draft : parts.columns()) {
      columns.add(withTypeByMeaning(draft.column(), objects));
    }
    return new Table(
        parts.name(),
        NamedList.of(columns),
        NamedList.of(values(parts.constraints())),
        NamedList.of(values(parts.indexes())),
        new NameReader(findings).comment(parts.draft().attributes()),
        parts.options(),
        parts.partitioning());
  }

  private static <T> List<T> values(List<MemberDraft<T>> drafts) {
    List<T> values = new ArrayList<>();
    for (MemberDraft<T> draft : drafts) {
      values.add(draft.value());
    }
    return values;
  }

  /** PostgreSQL itself calls an array of {@code mood} {@code _mood}. */
  private static Column withTypeByMeaning(Column column, Map<ObjectKey, SchemaObject> objects) {
    SqlType type = column.type();
    if (!type.name().startsWith("_")) {
      return column;
    }
    QualifiedName element = new QualifiedName(type.schema(), type.name().substring(1));
    return objects.containsKey(new ObjectKey(ObjectKind.ENUM, element))
        ? column.withType(new SqlType(element.schema(), element.name(), List.of(), true))
        : column;
  }
}
