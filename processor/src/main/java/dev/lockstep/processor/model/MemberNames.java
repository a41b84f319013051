package dev.lockstep.processor.model;

import dev.lockstep.diff.Member;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Unique;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives every constraint and index its name: first those that the user wrote, so that no chosen one
 * takes theirs, then those that PostgreSQL would choose. Leaves out what would have a name twice.
 */
final class MemberNames {
  private final Findings findings;
  private final Map<String, DefaultNames> chosen = new HashMap<>();
  private final Set<Member> derived = new HashSet<>();

  MemberNames(Findings findings) {
    this.findings = findings;
  }

  /** The constraints and indexes whose name nobody wrote. */
  Set<Member> derived() {
    return derived;
  }

  /** The tables and objects with all names. */
  record Named(List<TableParts> tables, List<ObjectDraft> objects) {}

  /** In the order given, which decides who comes first; tables come before views. */
  Named named(List<TableParts> tables, List<ObjectDraft> objects) {
    for (TableParts table : tables) {
      chosen(table.name()).takeRelation(table.name().name());
    }
    for (ObjectDraft draft : objects) {
      if (draft.object().kind().isRelation()) {
        QualifiedName name = draft.object().name();
        chosen(name).takeRelation(name.name());
      }
    }
    for (TableParts table : tables) {
      takePartitions(table);
    }
    List<TableParts> sound = new ArrayList<>();
    for (TableParts table : tables) {
      sound.add(withoutTwins(table));
    }
    List<ObjectDraft> soundObjects = new ArrayList<>();
    for (ObjectDraft draft : objects) {
      soundObjects.add(withoutTwins(draft));
    }
    List<TableParts> named = new ArrayList<>();
    for (TableParts table : sound) {
      named.add(withDerived(table));
    }
    for (TableParts table : named) {
      putPlaces(table);
    }
    List<ObjectDraft> namedObjects = new ArrayList<>();
    for (ObjectDraft draft : soundObjects) {
      namedObjects.add(withDerived(draft));
    }
    return new Named(named, namedObjects);
  }

  /** Each is a table in the schema of its table. */
  private void takePartitions(TableParts table) {
    Partitioning partitioning = table.partitioning();
    if (partitioning != null) {
      for (Partition partition : partitioning.partitions()) {
        chosen(table.name()).takeRelation(partition.name());
      }
    }
  }

  private ObjectDraft withoutTwins(ObjectDraft view) {
    Set<String> indexes = new HashSet<>();
    QualifiedName name = view.object().name();
    List<MemberDraft<Index>> first = new ArrayList<>();
    for (MemberDraft<Index> draft : view.indexes()) {
      if (isFirst(draft, draft.value().name(), indexes, "index", name)) {
        chosen(name).takeRelation(draft.value().name());
        first.add(draft);
      }
    }
    return view.withIndexes(first);
  }

  private ObjectDraft withDerived(ObjectDraft draft) {
    if (!(draft.object() instanceof View view)) {
      return draft;
    }
    List<MemberDraft<Index>> indexes = draft.indexes().stream()
        .map(each -> each.withValue(named(view.name(), each.value())))
        .toList();
    indexes.forEach(each -> put(view.name(), each.value().name(), each));
    return draft
        .withIndexes(indexes)
        .withObject(view.withIndexes(
            NamedList.of(indexes.stream().map(MemberDraft::value).toList())));
  }

  /** Names in use elsewhere in the schema are left to the rules of the schema. */
  private TableParts withoutTwins(TableParts table) {
    Set<String> constraints = new HashSet<>();
    Set<String> indexes = new HashSet<>();
    DefaultNames names = chosen(table.name());
    List<MemberDraft<Constraint>> firstConstraints = new ArrayList<>();
    for (MemberDraft<Constraint> draft : table.constraints()) {
      if (isFirst(draft, draft.value().name(), constraints, "constraint", table.name())) {
        take(draft.value(), names);
        firstConstraints.add(draft);
      }
    }
    List<MemberDraft<Index>> firstIndexes = new ArrayList<>();
    for (MemberDraft<Index> draft : table.indexes()) {
      if (isFirst(draft, draft.value().name(), indexes, "index", table.name())) {
        names.takeRelation(draft.value().name());
        firstIndexes.add(draft);
      }
    }
    return table.withMembers(firstConstraints, firstIndexes);
  }

  private static void take(Constraint constraint, DefaultNames names) {
    names.takeConstraint(constraint.name());
    if (constraint instanceof Unique || constraint instanceof Exclusion) {
      names.takeRelation(constraint.name());
    }
  }

  private boolean isFirst(
      MemberDraft<?> draft, String name, Set<String> names, String kind, QualifiedName relation) {
    Attributes annotation = draft.annotation();
    if (name.isEmpty() || names.add(name) || annotation == null) {
      return true;
    }
    findings.add(
        ModelProblems.nameTaken(findings.places().at(annotation, "name"), kind, name, relation));
    return false;
  }

  private DefaultNames chosen(QualifiedName relation) {
    DefaultNames known = chosen.get(relation.schema());
    if (known == null) {
      known = new DefaultNames();
      chosen.put(relation.schema(), known);
    }
    return known;
  }

  private TableParts withDerived(TableParts table) {
    List<MemberDraft<Constraint>> named = new ArrayList<>();
    for (MemberDraft<Constraint> draft : table.constraints()) {
      Constraint constraint = draft.value();
      String name = constraint.name().isEmpty() ? derive(table, constraint) : constraint.name();
      named.add(draft.withValue(constraint.withName(name)));
    }
    List<MemberDraft<Index>> namedIndexes = new ArrayList<>();
    for (MemberDraft<Index> draft : table.indexes()) {
      namedIndexes.add(draft.withValue(named(table.name(), draft.value())));
    }
    return table.withMembers(named, namedIndexes);
  }

  private Index named(QualifiedName relation, Index index) {
    return index.name().isEmpty()
        ? index.withName(derived(
            relation, chosen(relation).index(relation.name(), index.elements(), index.include())))
        : index;
  }

  private String derive(TableParts table, Constraint constraint) {
    DefaultNames names = chosen(table.name());
    String tableName = table.name().name();
    if (constraint instanceof PrimaryKey) {
      return derived(table.name(), names.primaryKey(tableName));
    }
    if (constraint instanceof Unique unique) {
      List<String> columns = new ArrayList<>(unique.columns());
      columns.addAll(unique.include());
      return derived(table.name(), names.unique(tableName, columns));
    }
    if (constraint instanceof ForeignKey key) {
      return derived(table.name(), names.foreignKey(tableName, key.columns()));
    }
    if (constraint instanceof Exclusion exclusion) {
      List<IndexElement> elements =
          exclusion.elements().stream().map(Exclusion.Element::what).toList();
      return derived(table.name(), names.exclusion(tableName, elements));
    }
    String column = onlyColumn(table, ((Check) constraint).expression());
    return derived(table.name(), names.check(tableName, column));
  }

  private String derived(QualifiedName relation, String name) {
    derived.add(new Member(relation, name));
    return name;
  }

  private static @Nullable String onlyColumn(TableParts table, SqlExpression condition) {
    String text = condition.text().toLowerCase(Locale.ROOT);
    List<String> mentioned = table.columns().stream()
        .map(ColumnDraft::name)
        // Most columns can be told without reading the condition as SQL.
        .filter(name -> name.contains("\"") || text.contains(name.toLowerCase(Locale.ROOT)))
        .filter(condition::mentions)
        .toList();
    return mentioned.size() == 1 ? mentioned.get(0) : null;
  }

  private void putPlaces(TableParts table) {
    for (MemberDraft<Constraint> draft : table.constraints()) {
      put(table.name(), draft.value().name(), draft);
    }
    for (MemberDraft<Index> draft : table.indexes()) {
      put(table.name(), draft.value().name(), draft);
    }
  }

  private void put(QualifiedName relation, String member, MemberDraft<?> draft) {
    findings.places().putMember(relation, member, draft.element(), draft.annotation());
  }
}
