package dev.lockstep.schema;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables by name, sorted, with the names that they mention: to look through all tables for those at
 * each of as many changes would cost the square of their number.
 */
final class Tables extends AbstractMap<QualifiedName, Table> {
  static final Tables NONE = new Tables(PersistentMap.empty(), Mentions.NONE, Mentions.NONE);

  private final PersistentMap<QualifiedName, Table> tables;

  /** By tables that foreign keys reference, whether they are there or not. */
  private final Mentions references;

  /** By indexes, constraints and partitions. */
  private final Mentions members;

  private Tables(
      PersistentMap<QualifiedName, Table> tables, Mentions references, Mentions members) {
    this.tables = tables;
    this.references = references;
    this.members = members;
  }

  static Tables of(Map<QualifiedName, Table> map) {
    if (map instanceof Tables tables) {
      return tables;
    }
    Tables copy = NONE;
    for (Table table : map.values()) {
      copy = copy.plus(table);
    }
    return copy;
  }

  /** With the table added, or in the place of the one of its name. */
  Tables plus(Table table) {
    Table old = tables.get(table.name());
    if (old != null && mentionsSame(old, table)) {
      return new Tables(tables.plus(table.name(), table), references, members);
    }
    Tables others = minus(table.name());
    Mentions referencesAfter = others.references;
    for (QualifiedName target : targets(table)) {
      referencesAfter = referencesAfter.plus(target, table.name());
    }
    Mentions membersAfter = others.members;
    for (QualifiedName member : members(table)) {
      membersAfter = membersAfter.plus(member, table.name());
    }
    return new Tables(tables.plus(table.name(), table), referencesAfter, membersAfter);
  }

  Tables minus(QualifiedName name) {
    Table table = tables.get(name);
    if (table == null) {
      return this;
    }
    Mentions referencesAfter = references;
    for (QualifiedName target : targets(table)) {
      referencesAfter = referencesAfter.minus(target, name);
    }
    Mentions membersAfter = members;
    for (QualifiedName member : members(table)) {
      membersAfter = membersAfter.minus(member, name);
    }
    return new Tables(tables.minus(name), referencesAfter, membersAfter);
  }

  /** Most changes are of columns, and share the rest. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean mentionsSame(Table one, Table other) {
    return one.constraints() == other.constraints()
        && one.indexes() == other.indexes()
        && one.partitioning() == other.partitioning();
  }

  private static List<QualifiedName> targets(Table table) {
    List<QualifiedName> targets = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof ForeignKey key) {
        targets.add(key.target());
      }
    }
    return targets;
  }

  private static List<QualifiedName> members(Table table) {
    List<QualifiedName> members = new ArrayList<>();
    for (NamedList<? extends Named> list :
        List.of(table.constraints(), table.indexes(), table.partitions())) {
      for (Named member : list) {
        members.add(table.name().sibling(member.name()));
      }
    }
    return members;
  }

  /** Those that have a foreign key to a table, sorted. */
  Stream<Table> referencing(QualifiedName target) {
    return references.of(target).map(tables::get);
  }

  /** Those that have an index, a constraint or a partition of that name, sorted. */
  Stream<Table> withMember(QualifiedName name) {
    return members.of(name).map(tables::get);
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
