package dev.lockstep.diff;

import dev.lockstep.operation.AddEnumValue;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameEnumValue;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.TypeSwap;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What it takes to give enum types other values. A value more is added; where one goes, the type is
 * made anew beside the old one, and its columns change their type.
 */
final class EnumSteps {
  private final Schema to;
  private final ObjectMatching objects;
  private final DiffHints hints;
  private final Set<QualifiedName> swapped = new TreeSet<>();

  EnumSteps(Schema to, ObjectMatching objects, DiffHints hints) {
    this.to = to;
    this.objects = objects;
    this.hints = hints;
    staying().filter(this::isSwapped).forEach(type -> swapped.add(type.name()));
  }

  private Stream<EnumType> staying() {
    return to.objects(EnumType.class).filter(type -> objects.matched().containsKey(type.key()));
  }

  /** Declared names of the types that are made anew. */
  Set<QualifiedName> swapped() {
    return swapped;
  }

  private boolean isSwapped(EnumType type) {
    return !type.values().containsAll(objects.valuesBefore(type));
  }

  /** New names of values; the types have their declared names. */
  List<Operation> renameValues() {
    List<Operation> operations = new ArrayList<>();
    staying().forEach(type -> {
      EnumType before = (EnumType) objects.before(type.key());
      RenameOrder.of(objects.renamedValues(type), new HashSet<>(before.values()))
          .forEach(
              step -> operations.add(new RenameEnumValue(type.name(), step.from(), step.to())));
    });
    return operations;
  }

  /**
   * The columns whose default changes and names, or may name, a value that gets another name or an
   * object that goes, by declared names and sorted.
   *
   * @param renamed the recorded schema, all under new names
   * @param gone objects that go before the columns that they need
   */
  Set<Member> changedDefaults(
      Schema recorded, Schema renamed, Schema target, Matching tables, List<SqlObject> gone) {
    Set<String> values = new HashSet<>();
    staying().forEach(type -> values.addAll(objects.renamedValues(type).keySet()));
    Set<Member> columns =
        new TreeSet<>(Comparator.comparing(Member::table).thenComparing(Member::name));
    if (values.isEmpty() && gone.isEmpty()) {
      return columns;
    }
    tables
        .tables()
        .forEach((table, old) -> tables.columns(table).forEach((column, oldColumn) -> {
          SqlExpression before = recorded
              .table(old)
              .columns()
              .get(oldColumn)
              .defaultExpression()
              .filter(value -> values.stream().anyMatch(each -> value.text().contains(each))
                  || gone.stream().anyMatch(object -> LateObjects.isNamed(value, object)))
              .orElse(null);
          Optional<SqlExpression> now =
              renamed.table(table).columns().find(column).flatMap(Column::defaultExpression);
          if (before != null
              && now.isPresent()
              && !now.equals(target.table(table).columns().get(column).defaultExpression())) {
            columns.add(new Member(table, column));
          }
        }));
    return columns;
  }

  /** Values that come, and new types beside those that lose one. */
  List<Operation> arrive() {
    List<Operation> operations = new ArrayList<>();
    staying().forEach(type -> {
      if (swapped.contains(type.name())) {
        operations.add(
            new RenameObject(type.key(), TypeSwap.temporary(type.name()).name()));
        operations.add(new CreateObject(type.withComment("")));
      } else {
        operations.addAll(added(type));
      }
    });
    return operations;
  }

  private List<Operation> added(EnumType type) {
    List<String> values = objects.valuesBefore(type);
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < type.values().size(); i++) {
      String value = type.values().get(i);
      if (!values.contains(value)) {
        String next = type.values().subList(i + 1, type.values().size()).stream()
            .filter(values::contains)
            .findFirst()
            .orElse("");
        operations.add(new AddEnumValue(type.name(), value, next));
      }
    }
    return operations;
  }

  /** The old types, when no column has them any more. */
  List<Operation> depart() {
    return swapped.stream()
        .map(TypeSwap::temporary)
        .map(name ->
            (Operation) new DropObject(new ObjectKey(dev.lockstep.schema.ObjectKind.ENUM, name)))
        .toList();
  }

  /**
   * The hints, and how values of columns become values of an enum type.
   *
   * @param before the schema in which the columns change their types, tables under their new names
   */
  DiffHints withUsing(Schema before) {
    Map<Member, SqlExpression> using = new HashMap<>();
    for (EnumType type : to.objects(EnumType.class).toList()) {
      for (Table table : to.tables().values()) {
        table.columns().stream()
            .filter(column -> type.isTypeOf(column.type()))
            .forEach(column -> before
                .find(table.name())
                .flatMap(old -> old.columns().find(column.name()))
                .filter(old -> !old.type().equals(column.type()) && isConvertible(before, old))
                .ifPresent(old -> using.put(
                    new Member(table.name(), column.name()),
                    TypeSwap.using(column, column.type(), replaced(type, old.type())))));
      }
    }
    using.putAll(hints.using());
    return hints.withUsing(using);
  }

  private static boolean isConvertible(Schema before, Column old) {
    return old.type().element().isText()
        || before.objects(EnumType.class).anyMatch(type -> type.isTypeOf(old.type()));
  }

  private Map<String, String> replaced(EnumType type, SqlType old) {
    Map<String, String> replaced = new HashMap<>();
    boolean own = EnumType.of(TypeSwap.temporary(type.name()), List.of()).isTypeOf(old);
    if (own) {
      objects.valuesBefore(type).stream()
          .filter(value -> !type.values().contains(value))
          .forEach(value -> {
            String successor = hints.replacedValues().get(new EnumMember(type.name(), value));
            if (successor != null) {
              replaced.put(value, successor);
            }
          });
    }
    return replaced;
  }
}
