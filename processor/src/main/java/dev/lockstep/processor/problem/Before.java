package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.EnumMember;
import dev.lockstep.diff.Member;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The recorded schema, looked up by declared names: what of it stays, before it changes. */
final class Before {
  private final Schema recorded;
  private final Set<QualifiedName> newTables = new HashSet<>();
  private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
  private final Set<Member> newColumns = new HashSet<>();
  private final Map<Member, String> columns = new HashMap<>();
  private final Set<ObjectKey> newObjects = new HashSet<>();
  private final Map<ObjectKey, ObjectKey> objects = new HashMap<>();
  private final Map<EnumMember, String> values = new HashMap<>();

  Before(Schema recorded, List<Change> changes) {
    this.recorded = recorded;
    changes.forEach(this::note);
  }

  private void note(Change change) {
    if (change instanceof Change.TableAdded added) {
      newTables.add(added.table().name());
    } else if (change instanceof Change.TableRenamed renamed) {
      tables.put(renamed.to(), renamed.from());
    } else if (change instanceof Change.ColumnAdded added) {
      newColumns.add(new Member(added.table(), added.column().name()));
    } else if (change instanceof Change.ColumnRenamed renamed) {
      columns.put(new Member(renamed.table(), renamed.to()), renamed.from());
    } else if (change instanceof Change.ObjectAdded added) {
      newObjects.add(added.object().key());
    } else if (change instanceof Change.ObjectRenamed renamed) {
      objects.put(renamed.to(), renamed.from());
    } else if (change instanceof Change.EnumValueRenamed renamed) {
      values.put(new EnumMember(renamed.type(), renamed.from()), renamed.to());
    }
  }

  /** The recorded schema, by recorded names. */
  Schema schema() {
    return recorded;
  }

  /** Empty for a new table. */
  Optional<Table> table(QualifiedName declared) {
    return newTables.contains(declared)
        ? Optional.empty()
        : recorded.find(tables.getOrDefault(declared, declared));
  }

  /** Empty for a new column; its type has its old name. */
  Optional<Column> column(QualifiedName table, String declared) {
    Member member = new Member(table, declared);
    return newColumns.contains(member)
        ? Optional.empty()
        : table(table)
            .flatMap(before -> before.columns().find(columns.getOrDefault(member, declared)));
  }

  /** All of the recorded schema of one kind. */
  <O extends SchemaObject> Stream<O> objects(Class<O> kind) {
    return recorded.objects(kind);
  }

  /** With its old name and values; empty for a new enum. */
  Optional<EnumType> enumType(QualifiedName declared) {
    ObjectKey key = new ObjectKey(ObjectKind.ENUM, declared);
    return newObjects.contains(key)
        ? Optional.empty()
        : recorded.findEnum(objects.getOrDefault(key, key).name());
  }

  /**
   * The values, by their new names and in their old order, of the enum that a column has, or has an
   * array of, before it changes; empty for a column of another type.
   *
   * @param type with its new name where it was renamed
   */
  Optional<List<String>> valuesOf(SqlType type) {
    QualifiedName name = new QualifiedName(type.schema(), type.name());
    return type.isBuiltIn()
        ? Optional.empty()
        : enumType(name).map(before -> newNames(name, before));
  }

  private List<String> newNames(QualifiedName type, EnumType before) {
    return before.values().stream()
        .map(value -> values.getOrDefault(new EnumMember(type, value), value))
        .toList();
  }
}
