package dev.lockstep.operation;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which names a schema has given away. Tables, views, sequences and indexes share the names of one
 * schema ({@code pg_class}); enum types share theirs with the row types of tables, partitions and
 * views ({@code pg_type}), and a sequence, which has none, cannot come where an enum is (measured
 * on PostgreSQL 14 to 18).
 */
final class Names {
  private Names() {}

  /** Fails if a table, view, sequence, index or partition has the name. */
  static void requireFreeRelation(Schema schema, QualifiedName name) {
    requireNoTable(schema, name);
    requireNone(
        schema, name, List.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.SEQUENCE));
    requireNoMember(schema, name, table -> member(table, name.name()));
    schema.viewOfIndex(name).ifPresent(view -> {
      throw new InvalidOperationException("there is an index \"" + name + "\" already");
    });
  }

  /** Fails if an enum type or what has rows has the name. */
  static void requireFreeType(Schema schema, QualifiedName name) {
    requireNoTable(schema, name);
    requireNone(
        schema, name, List.of(ObjectKind.ENUM, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW));
    requireNoMember(schema, name, table -> partition(table, name.name()));
  }

  private static void requireNoMember(
      Schema schema, QualifiedName name, Function<Table, Optional<String>> member) {
    schema.tables().values().stream()
        .filter(table -> table.name().schema().equals(name.schema()))
        .flatMap(table -> member.apply(table).stream())
        .findFirst()
        .ifPresent(found -> {
          throw new InvalidOperationException("there is " + found + " already");
        });
  }

  private static void requireNoTable(Schema schema, QualifiedName name) {
    if (schema.find(name).isPresent()) {
      throw new InvalidOperationException("there is a table \"" + name + "\" already");
    }
  }

  private static void requireNone(Schema schema, QualifiedName name, List<ObjectKind> kinds) {
    kinds.stream()
        .map(kind -> new ObjectKey(kind, name))
        .filter(key -> schema.find(key).isPresent())
        .findFirst()
        .ifPresent(key -> {
          String article = key.kind() == ObjectKind.ENUM ? "an " : "a ";
          throw new InvalidOperationException(
              "there is " + article + key.kind().word() + " \"" + name + "\" already");
        });
  }

  /** What of a table has the name, in words. */
  private static Optional<String> member(Table table, String name) {
    if (table.indexes().contains(name)) {
      return Optional.of("an index \"" + table.name().sibling(name) + "\"");
    }
    return partition(table, name)
        .or(() -> table
            .constraints()
            .find(name)
            .filter(Names::hasIndex)
            .map(constraint -> "a constraint \"" + name + "\" of table \"" + table.name()
                + "\" with an index of its name"));
  }

  private static Optional<String> partition(Table table, String name) {
    return table
        .partitions()
        .find(name)
        .map(partition -> "a partition \"" + table.name().sibling(name) + "\"");
  }

  private static boolean hasIndex(Constraint constraint) {
    return constraint instanceof PrimaryKey
        || constraint instanceof Unique
        || constraint instanceof Exclusion;
  }
}
