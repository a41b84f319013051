package dev.lockstep.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tables mention, as it was before changes that are noted. Most schemas are on the way from
 * one to another, and nobody asks them; so a change is looked at when somebody does.
 *
 * @param before the changes
 * @param last the newest of them
 * @param changes how many there are
 */
record Mentioned(Kind kind, Mentions before, @Nullable Change last, int changes) {
  /** So many are noted whatever the number of tables. */
  private static final int FEW = 100;

  /** Which names are meant. */
  enum Kind {
    /** Tables that foreign keys reference, whether they are there or not. */
    REFERENCES,
    /** Indexes, constraints and partitions. */
    MEMBERS;

    private List<QualifiedName> of(Table table) {
      return this == REFERENCES ? targets(table) : members(table);
    }
  }

  /** A table that is no longer there, one that now is, or one in the place of another. */
  private record Change(
      @Nullable Table gone, @Nullable Table come, @Nullable Change earlier) {}

  /** By those tables. */
  static Mentioned by(Kind kind, Collection<Table> tables) {
    Map<QualifiedName, PersistentMap<QualifiedName, Boolean>> found = new HashMap<>();
    for (Table table : tables) {
      for (QualifiedName name : kind.of(table)) {
        PersistentMap<QualifiedName, Boolean> others = found.get(name);
        found.put(
            name,
            (others == null ? PersistentMap.<QualifiedName, Boolean>empty() : others)
                .plus(table.name(), true));
      }
    }
    return new Mentioned(kind, new Mentions(PersistentMap.of(found)), null, 0);
  }

  /**
   * After one more change; nothing if there are so many that a look at all tables costs less.
   *
   * @param tables how many there are
   */
  @Nullable
  Mentioned after(@Nullable Table gone, @Nullable Table come, int tables) {
    if (gone != null && come != null && mentionsSame(gone, come)) {
      return this;
    }
    return changes > Math.max(FEW, tables)
        ? null
        : new Mentioned(kind, before, new Change(gone, come, last), changes + 1);
  }

  /** Most changes are of columns, and share the rest. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean mentionsSame(Table one, Table other) {
    return one.constraints() == other.constraints()
        && one.indexes() == other.indexes()
        && one.partitioning() == other.partitioning();
  }

  /** With no change left to look at. */
  Mentioned now() {
    if (last == null) {
      return this;
    }
    Deque<Change> inOrder = new ArrayDeque<>(changes);
    for (Change change = last; change != null; change = change.earlier) {
      inOrder.push(change);
    }
    Mentions mentions = before;
    for (Change change : inOrder) {
      mentions = after(change, mentions);
    }
    return new Mentioned(kind, mentions, null, 0);
  }

  private Mentions after(Change change, Mentions mentions) {
    Mentions after = mentions;
    if (change.gone != null) {
      for (QualifiedName name : kind.of(change.gone)) {
        after = after.minus(name, change.gone.name());
      }
    }
    if (change.come != null) {
      for (QualifiedName name : kind.of(change.come)) {
        after = after.plus(name, change.come.name());
      }
    }
    return after;
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
}
