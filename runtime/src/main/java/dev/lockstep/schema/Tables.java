package dev.lockstep.schema;

import dev.lockstep.schema.Mentioned.Kind;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables by name, sorted, that can tell who mentions a name: to look through all tables for that at
 * each of as many changes would cost the square of their number.
 */
final class Tables extends AbstractMap<QualifiedName, Table> {
  private final PersistentMap<QualifiedName, Table> tables;

  /** Nothing as long as nobody has asked. */
  private volatile @Nullable Mentioned references;

  /** Nothing as long as nobody has asked. */
  private volatile @Nullable Mentioned members;

  private Tables(
      PersistentMap<QualifiedName, Table> tables,
      @Nullable Mentioned references,
      @Nullable Mentioned members) {
    this.tables = tables;
    this.references = references;
    this.members = members;
  }

  static Tables of(Map<QualifiedName, Table> map) {
    return map instanceof Tables tables ? tables : of(map.values());
  }

  static Tables of(Collection<Table> tables) {
    Map<QualifiedName, Table> byName = new TreeMap<>();
    for (Table table : tables) {
      byName.put(table.name(), table);
    }
    return new Tables(PersistentMap.of(byName), null, null);
  }

  /** With the table added, or in the place of the one of its name. */
  Tables plus(Table table) {
    return changed(tables.plus(table.name(), table), tables.get(table.name()), table);
  }

  Tables minus(QualifiedName name) {
    Table table = tables.get(name);
    return table == null ? this : changed(tables.minus(name), table, null);
  }

  private Tables changed(
      PersistentMap<QualifiedName, Table> after, @Nullable Table gone, @Nullable Table come) {
    Mentioned byReferences = references;
    Mentioned byMembers = members;
    return new Tables(
        after,
        byReferences == null ? null : byReferences.after(gone, come, after.size()),
        byMembers == null ? null : byMembers.after(gone, come, after.size()));
  }

  /** Those that have a foreign key to a table, sorted. */
  Stream<Table> referencing(QualifiedName target) {
    return references().of(target).map(tables::get);
  }

  /** Those that have an index, a constraint or a partition of that name, sorted. */
  Stream<Table> withMember(QualifiedName name) {
    return members().of(name).map(tables::get);
  }

  private Mentions references() {
    Mentioned known = references;
    Mentioned now = known == null ? Mentioned.by(Kind.REFERENCES, tables.values()) : known.now();
    references = now;
    return now.before();
  }

  private Mentions members() {
    Mentioned known = members;
    Mentioned now = known == null ? Mentioned.by(Kind.MEMBERS, tables.values()) : known.now();
    members = now;
    return now.before();
  }

  @Override
  public @Nullable Table get(@Nullable Object name) {
    return tables.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return tables.containsKey(name);
  }

  @Override
  public Set<Entry<QualifiedName, Table>> entrySet() {
    return tables.entrySet();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tables that ? tables.equals(that.tables) : tables.equals(other);
  }

  @Override
  public int hashCode() {
    return tables.hashCode();
  }
}
