package dev.lockstep.testing;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A random schema in the making: the schema, and what its views and SQL objects are made from, so
 * that they can follow when something that they name changes.
 */
final class Draft {
  final Dice dice;

  /** The major version of the server that has to take it. */
  final int major;

  Schema schema = Schema.EMPTY;

  /** The queries of the views, by name. */
  final Map<QualifiedName, Selection> selections = new TreeMap<>();

  /** What the SQL objects do, by name. */
  final Map<String, Script> scripts = new TreeMap<>();

  /** The types of the columns that the indexes of views were made for, by name of the index. */
  final Map<String, SqlType> indexed = new TreeMap<>();

  /** Names that are not free although nothing has them. */
  private final Set<String> reserved = new HashSet<>();

  Draft(Dice dice, int major) {
    this.dice = dice;
    this.major = major;
  }

  List<Table> tables() {
    return List.copyOf(schema.tables().values());
  }

  <O> List<O> objects(Class<O> kind) {
    return schema.objects().values().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  List<View> views() {
    return objects(View.class);
  }

  List<Script> scripts(Script.Kind... kinds) {
    return scripts.values().stream()
        .filter(script -> List.of(kinds).contains(script.kind()))
        .toList();
  }

  boolean hasExtension(String name) {
    return schema.find(ObjectKey.of(ObjectKind.EXTENSION, name)).isPresent();
  }

  /** The enum type of a column, or null. */
  @org.jspecify.annotations.Nullable
  EnumType enumOf(SqlType type) {
    return schema
        .objects(EnumType.class)
        .filter(each -> each.isTypeOf(type))
        .findFirst()
        .orElse(null);
  }

  /** Tables and views that have columns, whose names SQL can write. */
  List<QualifiedName> relations() {
    List<QualifiedName> relations = new ArrayList<>(schema.tables().keySet());
    relations.addAll(selections.keySet());
    return relations;
  }

  /** Name and type of all columns of a table or view, in order; none if it is gone. */
  Map<String, SqlType> columnsOf(QualifiedName relation) {
    Selection selection = selections.get(relation);
    if (selection != null) {
      return selection.columns(this);
    }
    Map<String, SqlType> columns = new LinkedHashMap<>();
    schema
        .find(relation)
        .ifPresent(table -> table.columns().forEach(each -> columns.put(each.name(), each.type())));
    return columns;
  }

  void put(Table table) {
    schema = schema.withTable(table);
  }

  void change(Table table, String column, UnaryOperator<Column> change) {
    Column changed = change.apply(table.columns().get(column));
    put(table.withColumns(table.columns().replace(column, changed)));
  }

  /** One of the namespaces, most often the target schema. */
  String namespace() {
    return !schema.namespaces().isEmpty() && dice.chance(3)
        ? dice.pick(List.copyOf(schema.namespaces()))
        : "";
  }

  /** A name that nothing in the schema has, nor ever had. */
  String free(List<String> candidates) {
    return free(dice.pick(candidates));
  }

  String free(String base) {
    Set<String> taken = taken();
    String name = base;
    while (taken.contains(name)) {
      name = base + dice.below(1000);
    }
    return name;
  }

  /** The same name for something is not free any more, even after that is gone. */
  void reserveAll() {
    reserved.addAll(taken());
  }

  /** Whether this is about rows that are there. */
  boolean isEdited() {
    return !reserved.isEmpty();
  }

  private Set<String> taken() {
    Set<String> taken = new HashSet<>(reserved);
    schema.tables().values().forEach(table -> take(taken, table));
    schema.objects().values().forEach(object -> taken.add(object.name().name()));
    views().forEach(view -> names(taken, view.indexes().names()));
    scripts.values().forEach(script -> {
      taken.add(script.on().name());
      taken.add(script.made().name());
    });
    return taken;
  }

  private static void take(Set<String> taken, Table table) {
    taken.add(table.name().name());
    names(taken, table.constraints().names());
    names(taken, table.indexes().names());
    names(taken, table.partitions().stream().map(Partition::name).toList());
  }

  private static void names(Set<String> taken, Collection<String> names) {
    taken.addAll(names);
  }

  /** A name for a constraint or index. */
  String freeMember(String suffix) {
    return free(dice.pick(List.of("c", "it's", "A \"b", "ü")) + "_" + suffix);
  }

  void put(Script script) {
    scripts.put(script.name(), script);
    schema = schema.withObject(script.object());
  }

  void put(View view, Selection selection) {
    selections.put(view.name(), selection);
    schema = schema.withObject(view);
  }

  void removeScript(String name) {
    scripts.remove(name);
    schema = schema.withoutObject(ObjectKey.of(ObjectKind.SQL_OBJECT, name));
  }

  void removeView(QualifiedName name) {
    selections.remove(name);
    schema = schema
        .withoutObject(new ObjectKey(ObjectKind.VIEW, name))
        .withoutObject(new ObjectKey(ObjectKind.MATERIALIZED_VIEW, name));
  }
}
