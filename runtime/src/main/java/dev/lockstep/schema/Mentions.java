package dev.lockstep.schema;

import java.util.stream.Stream;

/** By a name, the names of the tables that mention it, sorted; immutable. */
record Mentions(PersistentMap<QualifiedName, PersistentMap<QualifiedName, Boolean>> tables) {
  static final Mentions NONE = new Mentions(PersistentMap.empty());

  Mentions plus(QualifiedName name, QualifiedName table) {
    return new Mentions(tables.plus(name, in(name).plus(table, true)));
  }

  Mentions minus(QualifiedName name, QualifiedName table) {
    PersistentMap<QualifiedName, Boolean> left = in(name).minus(table);
    return new Mentions(left.isEmpty() ? tables.minus(name) : tables.plus(name, left));
  }

  Stream<QualifiedName> of(QualifiedName name) {
    return in(name).keySet().stream();
  }

  private PersistentMap<QualifiedName, Boolean> in(QualifiedName name) {
    PersistentMap<QualifiedName, Boolean> known = tables.get(name);
    return known == null ? PersistentMap.empty() : known;
  }
}
