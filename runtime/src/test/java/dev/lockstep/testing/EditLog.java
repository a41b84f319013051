package dev.lockstep.testing;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.EnumMember;
import dev.lockstep.diff.Member;
import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What things were called before an edit: what a user has to say about it. */
final class EditLog {
  private final Schema from;
  private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
  private final Map<Member, String> columns = new HashMap<>();
  private final Map<ObjectKey, ObjectKey> objects = new HashMap<>();
  private final Map<EnumMember, String> values = new HashMap<>();
  private final Map<EnumMember, String> replaced = new HashMap<>();

  /** Recorded names of the enum types that a column no longer has. */
  private final Set<QualifiedName> left = new HashSet<>();

  EditLog(Schema from) {
    this.from = from;
  }

  void renamedTable(QualifiedName table, QualifiedName newName) {
    QualifiedName recorded = recorded(table);
    tables.remove(table);
    if (from.find(recorded).isPresent() && !recorded.equals(newName)) {
      tables.put(newName, recorded);
    }
    rekey(
        columns,
        member -> member.table().equals(table) ? new Member(newName, member.name()) : member);
  }

  void renamedColumn(QualifiedName table, String column, String newName) {
    String recorded = recorded(table, column);
    columns.remove(new Member(table, column));
    boolean old = recorded(table, Optional.of(recorded));
    if (old && !recorded.equals(newName)) {
      columns.put(new Member(table, newName), recorded);
    }
  }

  void renamedObject(ObjectKey object, ObjectKey newKey) {
    ObjectKey recorded = objects.getOrDefault(object, object);
    objects.remove(object);
    if (from.find(recorded).isPresent() && !recorded.equals(newKey)) {
      objects.put(newKey, recorded);
    }
    if (object.kind() == ObjectKind.ENUM) {
      rekey(values, member -> renamed(member, object, newKey));
      rekey(replaced, member -> renamed(member, object, newKey));
    }
  }

  private static EnumMember renamed(EnumMember member, ObjectKey object, ObjectKey newKey) {
    return member.type().equals(object.name())
        ? new EnumMember(newKey.name(), member.value())
        : member;
  }

  /** What happens to it from now on happens to something new. */
  void forget(ObjectKey object) {
    objects.remove(object);
  }

  void renamedValue(QualifiedName type, String value, String newValue) {
    String recorded = recordedValue(type, value);
    values.remove(new EnumMember(type, value));
    if (recordedValues(type).contains(recorded) && !recorded.equals(newValue)) {
      values.put(new EnumMember(type, newValue), recorded);
    }
    replaced.replaceAll((member, successor) ->
        member.type().equals(type) && successor.equals(value) ? newValue : successor);
  }

  void replacedValue(QualifiedName type, String value, String successor) {
    String recorded = recordedValue(type, value);
    values.remove(new EnumMember(type, value));
    replaced.replaceAll(
        (member, old) -> member.type().equals(type) && old.equals(value) ? successor : old);
    if (recordedValues(type).contains(recorded)) {
      replaced.put(new EnumMember(type, recorded), successor);
    }
  }

  private String recordedValue(QualifiedName type, String value) {
    return values.getOrDefault(new EnumMember(type, value), value);
  }

  /** A column got another type than that enum. */
  void left(QualifiedName type) {
    left.add(recordedEnum(type));
  }

  /**
   * Whether all columns that had the type before the edit still have it: the others say nothing of
   * new names and successors of its values.
   */
  boolean isKept(QualifiedName type) {
    return !left.contains(recordedEnum(type)) && !recordedValues(type).isEmpty();
  }

  private QualifiedName recordedEnum(QualifiedName type) {
    ObjectKey key = new ObjectKey(ObjectKind.ENUM, type);
    return objects.getOrDefault(key, key).name();
  }

  /** The values that the type had before the edit; none for a new type. */
  List<String> recordedValues(QualifiedName type) {
    return from.findEnum(recordedEnum(type)).map(EnumType::values).orElse(List.of());
  }

  private static <K, V> void rekey(Map<K, V> map, Function<K, K> change) {
    Map<K, V> changed = new HashMap<>();
    map.forEach((key, value) -> changed.put(change.apply(key), value));
    map.clear();
    map.putAll(changed);
  }

  private QualifiedName recorded(QualifiedName table) {
    return tables.getOrDefault(table, table);
  }

  private String recorded(QualifiedName table, String column) {
    return columns.getOrDefault(new Member(table, column), column);
  }

  private boolean recorded(QualifiedName table, Optional<String> column) {
    return from.find(recorded(table))
        .filter(old -> old.columns().contains(column.orElseThrow()))
        .isPresent();
  }

  /** The table before the edit. */
  Optional<Table> before(QualifiedName table) {
    return from.find(recorded(table));
  }

  /** Whether the table had a column of that name, whatever became of it. */
  boolean hadColumn(QualifiedName table, String column) {
    return recorded(table, Optional.of(column));
  }

  /** Whether the column is one that rows have values in. */
  boolean isOld(QualifiedName table, String column) {
    return recorded(table, Optional.of(recorded(table, column)));
  }

  /** The column before the edit. */
  private Optional<Column> before(QualifiedName table, String column) {
    return before(table).flatMap(old -> old.columns().find(recorded(table, column)));
  }

  DiffHints hints(Schema to) {
    Map<Member, SqlExpression> using = new HashMap<>();
    Map<Member, SqlExpression> backfill = new HashMap<>();
    for (Table table : to.tables().values()) {
      for (Column column : table.columns()) {
        Member member = new Member(table.name(), column.name());
        Optional<Column> before = before(table.name(), column.name());
        before.map(old -> using(old, column)).ifPresent(value -> using.put(member, value));
        boolean empty = before(table.name()).isPresent()
            && before.isEmpty()
            && !column.nullable()
            && column.value() == null;
        if (empty) {
          backfill.put(member, Fill.of(to, table, column));
        }
      }
    }
    forgetAllBut(to);
    return new DiffHints(tables, columns, using, backfill, Set.of(), objects, values, replaced);
  }

  private @org.jspecify.annotations.Nullable SqlExpression using(Column before, Column after) {
    SqlType type = renamed(before.type());
    boolean kept = type.equals(after.type())
        || before.computedOption().isPresent()
        || after.computedOption().isPresent();
    return kept ? null : Casts.using(type, after.type(), after.name());
  }

  /** The type under the name that it has after the edit. */
  private SqlType renamed(SqlType type) {
    return objects.entrySet().stream()
        .filter(entry -> entry.getKey().kind() == ObjectKind.ENUM)
        .filter(entry -> EnumType.of(entry.getValue().name(), List.of()).isTypeOf(type))
        .findFirst()
        .map(entry -> new SqlType(
            entry.getKey().name().schema(), entry.getKey().name().name(), List.of(), type.array()))
        .orElse(type);
  }

  private void forgetAllBut(Schema to) {
    tables.keySet().removeIf(table -> to.find(table).isEmpty());
    columns
        .keySet()
        .removeIf(member -> to.find(member.table())
            .filter(table -> table.columns().contains(member.name()))
            .isEmpty());
    objects.keySet().removeIf(object -> to.find(object).isEmpty());
    values.keySet().removeIf(member -> to.findEnum(member.type()).isEmpty());
    replaced.keySet().removeIf(member -> to.findEnum(member.type()).isEmpty());
  }
}
