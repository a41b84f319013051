package dev.lockstep.diff;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Unique;
import java.util.List;
import java.util.TreeMap;

/** The index that a primary key or a unique constraint has, or is made from. */
final class KeyIndex {
  private KeyIndex() {}

  static boolean isOf(Constraint constraint) {
    return constraint instanceof PrimaryKey || constraint instanceof Unique;
  }

  /** The raw names of the key's columns, in order; empty if the constraint is no such key. */
  static List<String> columns(Constraint constraint) {
    return constraint instanceof PrimaryKey key
        ? key.columns()
        : constraint instanceof Unique unique ? unique.columns() : List.of();
  }

  static Index of(Constraint key, String name) {
    Unique unique = key instanceof Unique constraint ? constraint : null;
    return new Index(
        name,
        columns(key).stream()
            .map(column -> new IndexElement(column, null, "", "", false, false))
            .toList(),
        true,
        unique == null || unique.nullsDistinct(),
        "btree",
        unique == null ? List.of() : unique.include(),
        null,
        new TreeMap<>());
  }
}
