package dev.lockstep.operation;

import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Look-ups of what a schema has beside tables; each fails with a message that names what is
 * missing.
 */
final class Objects {
  private Objects() {}

  static SchemaObject object(Schema schema, ObjectKey key) {
    return schema.find(key).orElseThrow(() -> new InvalidOperationException("there is no " + key));
  }

  static EnumType enumType(Schema schema, QualifiedName type) {
    return schema
        .findEnum(type)
        .orElseThrow(() -> new InvalidOperationException("there is no enum \"" + type + "\""));
  }

  /** The enum of which a column of that type has values; empty if it is none. */
  static Optional<EnumType> typeOf(Schema schema, SqlType type) {
    return schema.objects(EnumType.class).filter(each -> each.isTypeOf(type)).findFirst();
  }

  static Sequence sequence(Schema schema, QualifiedName sequence) {
    return schema
        .findSequence(sequence)
        .orElseThrow(
            () -> new InvalidOperationException("there is no sequence \"" + sequence + "\""));
  }

  static void requireAbsent(Schema schema, ObjectKey key) {
    if (schema.find(key).isPresent()) {
      throw new InvalidOperationException(
          "there is a " + key.kind().word() + " \"" + key.name() + "\" already");
    }
    if (key.kind().isRelation()) {
      Names.requireFreeRelation(schema, key.name());
    }
    if (key.kind() == ObjectKind.ENUM || key.kind().isRelation()) {
      Names.requireFreeType(schema, key.name());
    }
  }

  /** Fails if a column has the enum as its type. */
  static void requireUnused(Schema schema, ObjectKey type) {
    EnumType removed = enumType(schema, type.name());
    schema
        .tables()
        .values()
        .forEach(table -> table.columns().stream()
            .filter(column -> removed.isTypeOf(column.type()))
            .findFirst()
            .ifPresent(column -> {
              throw new InvalidOperationException(type + " is still the type of column \""
                  + column.name() + "\" of table \"" + table.name() + "\"");
            }));
  }

  static int placeOf(EnumType type, String value) {
    int place = type.values().indexOf(value);
    if (place < 0) {
      throw new InvalidOperationException(
          "enum \"" + type.name() + "\" has no value \"" + value + "\"");
    }
    return place;
  }

  /** The object as CREATE alone can make it. */
  static SchemaObject bare(SchemaObject object) {
    if (object instanceof Sequence sequence) {
      return sequence.bare();
    }
    if (object instanceof View view) {
      return view.bare();
    }
    return object.withComment("");
  }

  /** CREATE, and the statements that give the object its owner, indexes and comment. */
  static List<Operation> create(SchemaObject object) {
    List<Operation> operations = new ArrayList<>(List.of(new CreateObject(bare(object))));
    if (object instanceof Sequence sequence && sequence.owner() != null) {
      operations.add(new SetSequenceOwner(sequence.name(), sequence.owner()));
    }
    if (object instanceof View view) {
      for (Index index : view.indexes()) {
        operations.add(new CreateIndex(view.name(), index));
      }
    }
    if (!object.comment().isEmpty()) {
      operations.add(new CommentOnObject(object.key(), object.comment()));
    }
    return operations;
  }

  static Operation drop(SchemaObject object) {
    return object instanceof SqlObject sql
        ? new DropSqlObject(sql.name().name(), sql.drop())
        : new DropObject(object.key());
  }
}
