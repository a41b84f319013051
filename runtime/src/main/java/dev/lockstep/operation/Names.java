package dev.lockstep.operation;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which names a schema has given away. Tables, views, sequences and indexes share the names of one
 * schema ({@code pg_class}); enum types share theirs with the row types of tables, partitions and
 * views ({@code pg_type}), and a sequence, which has none, cannot come where an enum is (measured
 * on PostgreSQL 14 to 18).
 */
final class Names {
  private Names() {}

  /** Fails if a table, view or sequence has the name. */
  static void requireFreeRelation(Schema schema, QualifiedName name) {
    requireNoTable(schema, name);
    requireNone(
        schema, name, List.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.SEQUENCE));
  }

  /** Fails if an enum type, a table or a view has the name. */
  static void requireFreeType(Schema schema, QualifiedName name) {
    requireNoTable(schema, name);
    requireNone(
        schema, name, List.of(ObjectKind.ENUM, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW));
  }

  /**
   * Fails if one of these names, which operations have just given, is that of an index, a
   * constraint with an index or a partition and of something else as well. Asked once of many
   * operations, as a name may have two owners between them.
   */
  static void requireDistinct(Schema schema, Set<QualifiedName> given) {
    if (given.isEmpty()) {
      return;
    }
    Set<QualifiedName> seen = new HashSet<>();
    for (QualifiedName name : new TreeSet<>(given)) {
      for (Table table : schema.withMember(name).toList()) {
        for (int i = countOf(table, name.name()); i > 0; i--) {
          requireOne(schema, table, name, seen);
        }
      }
    }
    for (SchemaObject object : schema.objects().values()) {
      if (object instanceof View view) {
        requireDistinct(schema, view, given, seen);
      }
    }
  }

  private static void requireDistinct(
      Schema schema, View view, Set<QualifiedName> given, Set<QualifiedName> seen) {
    for (Index index : view.indexes()) {
      QualifiedName name = view.name().sibling(index.name());
      if (given.contains(name) && (!seen.add(name) || isTaken(schema, name))) {
        throw new InvalidOperationException("there is an index \"" + name + "\" already");
      }
    }
  }

  /** How many relations a table has under the name. */
  private static int countOf(Table table, String name) {
    return (table.indexes().contains(name) ? 1 : 0)
        + (table.partitions().contains(name) ? 1 : 0)
        + (table.constraints().contains(name) && hasIndex(table.constraints().get(name)) ? 1 : 0);
  }

  private static void requireOne(
      Schema schema, Table table, QualifiedName name, Set<QualifiedName> seen) {
    boolean partition = table.partitions().contains(name.name());
    if (!seen.add(name)
        || isTaken(schema, name)
        || (partition && schema.find(new ObjectKey(ObjectKind.ENUM, name)).isPresent())) {
      throw new InvalidOperationException(
          "there is " + member(table, name.name()).orElse("\"" + name + "\"") + " already");
    }
  }

  /** Whether a table, a view or a sequence has the name. */
  private static boolean isTaken(Schema schema, QualifiedName name) {
    return schema.find(name).isPresent()
        || schema.findView(name).isPresent()
        || schema.findSequence(name).isPresent();
  }

  /** The names that an operation gives to relations, indexes and types. */
  static List<QualifiedName> givenBy(Operation operation) {
    if (operation instanceof CreateTable create) {
      List<QualifiedName> names = new ArrayList<>(List.of(create.table().name()));
      for (Constraint each : create.table().constraints()) {
        names.add(create.table().name().sibling(each.name()));
      }
      return names;
    }
    if (operation instanceof CreateIndex create) {
      return List.of(create.table().sibling(create.index().name()));
    }
    if (operation instanceof AddConstraint add) {
      return List.of(add.table().sibling(add.constraint().name()));
    }
    return laterGivenBy(operation);
  }

  private static List<QualifiedName> laterGivenBy(Operation operation) {
    if (operation instanceof CreateIndexConcurrently create) {
      return List.of(create.table().sibling(create.index().name()));
    }
    if (operation instanceof CreateIndexOnly create) {
      return List.of(create.table().sibling(create.index().name()));
    }
    if (operation instanceof AddConstraintUsingIndex add) {
      return List.of(add.table().sibling(add.constraint().name()));
    }
    if (operation instanceof CreatePartition create) {
      return List.of(create.table().sibling(create.partition().name()));
    }
    if (operation instanceof CreateObject create) {
      return List.of(create.object().key().name());
    }
    return renamedBy(operation);
  }

  private static List<QualifiedName> renamedBy(Operation operation) {
    if (operation instanceof RenameTable rename) {
      return List.of(rename.table().sibling(rename.newName()));
    }
    if (operation instanceof RenameObject rename) {
      return List.of(rename.object().name().sibling(rename.newName()));
    }
    return operation instanceof RenameIndex rename
        ? List.of(rename.index().sibling(rename.newName()))
        : List.of();
  }

  private static void requireNoTable(Schema schema, QualifiedName name) {
    if (schema.find(name).isPresent()) {
      throw new InvalidOperationException("there is a table \"" + name + "\" already");
    }
  }

  private static void requireNone(Schema schema, QualifiedName name, List<ObjectKind> kinds) {
    for (ObjectKind kind : kinds) {
      if (schema.find(new ObjectKey(kind, name)).isPresent()) {
        String article = kind == ObjectKind.ENUM ? "an " : "a ";
        throw new InvalidOperationException(
            "there is " + article + kind.word() + " \"" + name + "\" already");
      }
    }
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
