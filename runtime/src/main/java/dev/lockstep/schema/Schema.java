package dev.lockstep.schema;

import java.util.Collections;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The structure of a database, as far as it is ours.
 *
 * @param namespaces raw names of the PostgreSQL schemas that migrations create, sorted; never the
 *     target schema
 * @param tables by name, sorted
 */
public record Schema(SortedSet<String> namespaces, Map<QualifiedName, Table> tables) {
  public static final Schema EMPTY = new Schema(new TreeSet<>(), PersistentMap.empty());

  public Schema {
    namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
    tables = persistent(tables);
  }

  private static PersistentMap<QualifiedName, Table> persistent(Map<QualifiedName, Table> tables) {
    if (tables instanceof PersistentMap<QualifiedName, Table> persistent) {
      return persistent;
    }
    PersistentMap<QualifiedName, Table> copy = PersistentMap.empty();
    for (Map.Entry<QualifiedName, Table> entry : tables.entrySet()) {
      copy = copy.plus(entry.getKey(), entry.getValue());
    }
    return copy;
  }

  public Optional<Table> find(QualifiedName table) {
    return Optional.ofNullable(tables.get(table));
  }

  /**
   * The table of that name.
   *
   * @throws NoSuchElementException if there is none
   */
  public Table table(QualifiedName name) {
    return find(name)
        .orElseThrow(() -> new NoSuchElementException("there is no table \"" + name + "\""));
  }

  public Schema withNamespaces(SortedSet<String> newNamespaces) {
    return new Schema(newNamespaces, tables);
  }

  public Schema withNamespace(String namespace) {
    SortedSet<String> names = new TreeSet<>(namespaces);
    names.add(namespace);
    return withNamespaces(names);
  }

  public Schema withoutNamespace(String namespace) {
    SortedSet<String> names = new TreeSet<>(namespaces);
    names.remove(namespace);
    return withNamespaces(names);
  }

  /** This schema with the table added, or in the place of the one of its name. */
  public Schema withTable(Table table) {
    return new Schema(namespaces, persistent(tables).plus(table.name(), table));
  }

  public Schema withoutTable(QualifiedName table) {
    return new Schema(namespaces, persistent(tables).minus(table));
  }

  public Schema mapTables(UnaryOperator<Table> change) {
    PersistentMap<QualifiedName, Table> changed = PersistentMap.empty();
    for (Table table : tables.values()) {
      Table after = change.apply(table);
      changed = changed.plus(after.name(), after);
    }
    return new Schema(namespaces, changed);
  }

  /** This schema after the table got another name or schema, foreign keys to it included. */
  public Schema renameTable(QualifiedName table, QualifiedName newName) {
    return mapTables(each -> each.name().equals(table) ? each.withName(newName) : each)
        .mapTables(each ->
            each.withConstraints(each.constraints().map(c -> retarget(c, Map.of(table, newName)))));
  }

  /** This schema after a column was renamed, in all that mentions it. */
  public Schema renameColumn(QualifiedName table, String column, String newName) {
    return withTable(table(table).renameColumn(column, newName))
        .mapTables(each -> each.withConstraints(
            each.constraints().map(c -> retargetColumn(c, table, column, newName))));
  }

  /** The table that has the index, if one has it. */
  public Optional<Table> tableOfIndex(QualifiedName index) {
    return tables.values().stream()
        .filter(table ->
            table.name().schema().equals(index.schema()) && table.indexes().contains(index.name()))
        .findFirst();
  }

  private static Constraint retarget(
      Constraint constraint, Map<QualifiedName, QualifiedName> renamed) {
    return constraint instanceof ForeignKey key && renamed.containsKey(key.target())
        ? key.withTarget(renamed.getOrDefault(key.target(), key.target()))
        : constraint;
  }

  private static Constraint retargetColumn(
      Constraint constraint, QualifiedName table, String column, String newName) {
    return constraint instanceof ForeignKey key && key.target().equals(table)
        ? key.renameTargetColumn(column, newName)
        : constraint;
  }
}
