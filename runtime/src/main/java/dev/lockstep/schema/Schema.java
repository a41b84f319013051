package dev.lockstep.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a database, as far as it is ours.
 *
 * @param namespaces raw names of the PostgreSQL schemas that migrations create, sorted; never the
 *     target schema
 * @param tables by name, sorted
 * @param objects what there is beside tables, by key, sorted
 */
public record Schema(
    SortedSet<String> namespaces,
    Map<QualifiedName, Table> tables,
    Map<ObjectKey, SchemaObject> objects) {
  public static final Schema EMPTY = new Schema(new TreeSet<>(), Map.of());

  public Schema {
    namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
    tables = Tables.of(tables);
    objects = PersistentMap.of(objects);
  }

  /** With nothing beside its tables. */
  public Schema(SortedSet<String> namespaces, Map<QualifiedName, Table> tables) {
    this(namespaces, tables, PersistentMap.empty());
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
    return new Schema(newNamespaces, tables, objects);
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
    return new Schema(namespaces, Tables.of(tables).plus(table), objects);
  }

  public Schema withoutTable(QualifiedName table) {
    return new Schema(namespaces, Tables.of(tables).minus(table), objects);
  }

  @SuppressWarnings("ReferenceEquality")
  public Schema mapTables(UnaryOperator<Table> change) {
    List<Table> after = new ArrayList<>(tables.size());
    boolean changed = false;
    for (Table table : tables.values()) {
      Table now = change.apply(table);
      changed |= now != table;
      after.add(now);
    }
    return changed ? new Schema(namespaces, Tables.of(after), objects) : this;
  }

  /** The tables that have a foreign key to the one of that name, sorted. */
  public Stream<Table> referencing(QualifiedName table) {
    return Tables.of(tables).referencing(table);
  }

  /** The tables that have an index, a constraint or a partition of that name, sorted. */
  public Stream<Table> withMember(QualifiedName name) {
    return Tables.of(tables).withMember(name);
  }

  public Optional<SchemaObject> find(ObjectKey object) {
    return Optional.ofNullable(objects.get(object));
  }

  /** The enum type of that name. */
  public Optional<EnumType> findEnum(QualifiedName name) {
    return Optional.ofNullable((EnumType) objects.get(new ObjectKey(ObjectKind.ENUM, name)));
  }

  /** The sequence of that name. */
  public Optional<Sequence> findSequence(QualifiedName name) {
    return Optional.ofNullable((Sequence) objects.get(new ObjectKey(ObjectKind.SEQUENCE, name)));
  }

  /** The view of that name, plain or materialized. */
  public Optional<View> findView(QualifiedName name) {
    SchemaObject plain = objects.get(new ObjectKey(ObjectKind.VIEW, name));
    SchemaObject view =
        plain == null ? objects.get(new ObjectKey(ObjectKind.MATERIALIZED_VIEW, name)) : plain;
    return Optional.ofNullable((View) view);
  }

  /** The objects of one class, sorted by key. */
  public <O extends SchemaObject> Stream<O> objects(Class<O> kind) {
    return objects.values().stream().filter(kind::isInstance).map(kind::cast);
  }

  /** This schema with the object added, or in the place of the one of its key. */
  public Schema withObject(SchemaObject object) {
    return new Schema(namespaces, tables, PersistentMap.of(objects).plus(object.key(), object));
  }

  public Schema withoutObject(ObjectKey object) {
    return new Schema(namespaces, tables, PersistentMap.of(objects).minus(object));
  }

  public Schema mapObjects(UnaryOperator<SchemaObject> change) {
    if (objects.isEmpty()) {
      return this;
    }
    Map<ObjectKey, SchemaObject> changed = new TreeMap<>();
    for (SchemaObject object : objects.values()) {
      SchemaObject after = change.apply(object);
      changed.put(after.key(), after);
    }
    return new Schema(namespaces, tables, changed);
  }

  /** This schema after an object got another name or schema, in all of tables that names it. */
  public Schema renameObject(ObjectKey object, QualifiedName newName) {
    Schema renamed = mapObjects(each -> each.key().equals(object) ? each.withName(newName) : each);
    return switch (object.kind()) {
      case ENUM -> renamed.renameType(object.name(), newName);
      case SEQUENCE -> renamed.renameInDefaults(object.name(), newName);
      default -> renamed;
    };
  }

  /**
   * This schema after a value of an enum type was renamed, in the SQL of its columns too:
   * PostgreSQL stores the value there, not its name.
   */
  public Schema renameValue(EnumType type, String value, String newValue) {
    return mapTables(table -> Expressions.renameValue(table, type, value, newValue))
        .withObject(type.renameValue(value, newValue));
  }

  private Schema renameInDefaults(QualifiedName sequence, QualifiedName newName) {
    return mapTables(table -> table.withColumns(table
        .columns()
        .map(column -> column
            .defaultExpression()
            .map(value ->
                column.withValue(new DefaultValue(value.renameSequence(sequence, newName))))
            .orElse(column))));
  }

  private Schema renameType(QualifiedName type, QualifiedName newName) {
    EnumType old = EnumType.of(type, List.of());
    return mapTables(table -> Expressions.change(table, each -> each.renameType(type, newName)))
        .mapTables(table -> table.columns().stream().noneMatch(each -> old.isTypeOf(each.type()))
            ? table
            : table.withColumns(table
                .columns()
                .map(column -> old.isTypeOf(column.type())
                    ? column.withType(new SqlType(
                        newName.schema(),
                        newName.name(),
                        List.of(),
                        column.type().array()))
                    : column)));
  }

  /**
   * This schema after the table got another name or schema, foreign keys to it and the sequences
   * that its columns own included.
   */
  public Schema renameTable(QualifiedName table, QualifiedName newName) {
    return renameTables(Map.of(table, newName));
  }

  /**
   * As {@link #renameTable} for many at once.
   *
   * @param newNames by old name; none is also an old one
   */
  public Schema renameTables(Map<QualifiedName, QualifiedName> newNames) {
    if (newNames.isEmpty()) {
      return this;
    }
    Schema renamed = renameTablesAlone(newNames);
    for (Sequence sequence : objects(Sequence.class).toList()) {
      Sequence.Owner owner = sequence.owner();
      QualifiedName newName = owner == null ? null : newNames.get(owner.table());
      if (owner != null && newName != null) {
        renamed = renamed
            .withObject(sequence.withOwner(new Sequence.Owner(newName, owner.column())))
            .renameObject(sequence.key(), sequence.name().in(newName.schema()));
      }
    }
    return renamed;
  }

  private Schema renameTablesAlone(Map<QualifiedName, QualifiedName> newNames) {
    return mapTables(each -> each.withName(newNames.getOrDefault(each.name(), each.name()))
        .withConstraints(each.constraints().map(constraint -> retarget(constraint, newNames))));
  }

  /** This schema after a column was renamed, in all that mentions it. */
  public Schema renameColumn(QualifiedName table, String column, String newName) {
    Schema renamed = withTable(table(table).renameColumn(column, newName));
    for (Table each : renamed.referencing(table).toList()) {
      renamed = renamed.withTable(each.withConstraints(
          each.constraints().map(c -> retargetColumn(c, table, column, newName))));
    }
    return renamed.mapObjects(
        each -> each instanceof Sequence sequence && sequence.isOwnedBy(table, column)
            ? sequence.withOwner(new Sequence.Owner(table, newName))
            : each);
  }

  /** The sequences that the column owns. */
  public Stream<Sequence> ownedBy(QualifiedName table, String column) {
    return objects(Sequence.class).filter(sequence -> sequence.isOwnedBy(table, column));
  }

  /** The table that has the index, if one has it. */
  public Optional<Table> tableOfIndex(QualifiedName index) {
    return withMember(index)
        .filter(table -> table.indexes().contains(index.name()))
        .findFirst();
  }

  /** The materialized view that has the index, if one has it. */
  public Optional<View> viewOfIndex(QualifiedName index) {
    return objects(View.class)
        .filter(view ->
            view.name().schema().equals(index.schema()) && view.indexes().contains(index.name()))
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

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Schema that
            && namespaces.equals(that.namespaces)
            && tables.equals(that.tables)
            && objects.equals(that.objects));
  }

  @Override
  public int hashCode() {
    return tables.hashCode();
  }
}
