package dev.lockstep.diff;

import dev.lockstep.schema.SqlType;
import java.util.List;
import java.util.Set;

/** Types whose values an application reads and writes in the same way. */
final class TypeFamilies {
  private static final List<Set<String>> FAMILIES = List.of(
      Set.of("smallint", "integer", "bigint", "numeric"),
      Set.of("real", "double precision"),
      Set.of("text", "varchar", "char", "bpchar", "citext", "name"),
      Set.of("bit", "varbit"),
      Set.of("cidr", "inet"),
      Set.of("macaddr", "macaddr8"));

  private TypeFamilies() {}

  /** Whether statements that were written for the one type do with the other. */
  static boolean isOne(SqlType one, SqlType other) {
    return one.array() == other.array()
        && one.schema().equals(other.schema())
        && (one.name().equals(other.name())
            || FAMILIES.stream()
                .anyMatch(each -> each.contains(one.name()) && each.contains(other.name())));
  }
}
