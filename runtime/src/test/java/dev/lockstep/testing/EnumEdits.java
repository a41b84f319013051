package dev.lockstep.testing;

import dev.lockstep.schema.AllowedValues;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Random edits of enum types, and moves of columns between them and text. */
final class EnumEdits {
  private final Draft draft;
  private final Dice dice;
  private final EditLog log;
  private final RandomObjects objects;

  EnumEdits(Draft draft, EditLog log) {
    this.draft = draft;
    this.dice = draft.dice;
    this.log = log;
    this.objects = new RandomObjects(draft);
  }

  void step() {
    if (dice.chance(4)) {
      fromText();
      return;
    }
    List<EnumType> types = draft.objects(EnumType.class);
    if (types.isEmpty() || dice.chance(8)) {
      objects.addEnum(objects.values());
      return;
    }
    step(dice.pick(types));
  }

  private void step(EnumType type) {
    switch (dice.below(11)) {
      case 0, 1 -> addValue(type);
      case 2 -> onKept(type, this::renameValue);
      case 3, 4 -> onKept(type, this::removeValue);
      case 5 -> rename(type, type.name().sibling(draft.free("Renamed kind")));
      case 6 -> rename(type, type.name().in(draft.namespace()));
      case 7 -> put(type.withComment(dice.chance(2) ? "" : "ne'w"));
      case 8 -> onUnchanged(type, this::toText);
      case 9 -> onUnchanged(type, this::toOther);
      default -> drop(type);
    }
  }

  private void onKept(EnumType type, Consumer<EnumType> edit) {
    if (log.isKept(type.name())) {
      edit.accept(type);
    }
  }

  /** A column says nothing of new names and successors of values when its type is another. */
  private void onUnchanged(EnumType type, Consumer<EnumType> edit) {
    if (type.values().containsAll(log.recordedValues(type.name()))) {
      log.left(type.name());
      edit.accept(type);
    }
  }

  private void put(EnumType type) {
    draft.schema = draft.schema.withObject(type);
  }

  private static boolean has(EnumType type, Column column) {
    return type.isTypeOf(column.type());
  }

  private boolean isUsed(EnumType type) {
    return draft.tables().stream()
        .anyMatch(table -> table.columns().stream().anyMatch(column -> has(type, column)));
  }

  private void drop(EnumType type) {
    if (!isUsed(type)) {
      draft.schema = draft.schema.withoutObject(type.key());
    }
  }

  /** Values that the type neither has nor had. */
  private List<String> otherValues(EnumType type) {
    List<String> values = new ArrayList<>(RandomObjects.VALUES);
    values.removeAll(type.values());
    values.removeAll(log.recordedValues(type.name()));
    return values;
  }

  private void addValue(EnumType type) {
    List<String> values = otherValues(type);
    if (!values.isEmpty()) {
      put(type.plus(dice.below(type.values().size() + 1), dice.pick(values)));
    }
  }

  private void renameValue(EnumType type) {
    List<String> values = otherValues(type);
    if (!values.isEmpty()) {
      String old = dice.pick(type.values());
      String value = dice.pick(values);
      put(type.renameValue(old, value));
      log.renamedValue(type.name(), old, value);
      relabel(type, old, value);
    }
  }

  private void removeValue(EnumType type) {
    List<String> left = new ArrayList<>(type.values());
    String old = dice.pick(left);
    left.remove(old);
    if (!left.isEmpty()) {
      String successor = dice.pick(left);
      put(type.withValues(left));
      log.replacedValue(type.name(), old, successor);
      relabel(type, old, successor);
    }
  }

  private void relabel(EnumType type, String value, String newValue) {
    rewrite(
        type,
        sql -> sql.replace(Quoting.literal(value), Quoting.literal(newValue))
            .replace(Quoting.element(value), Quoting.element(newValue)));
  }

  /** Rewrites the SQL that is about columns of the type. */
  private void rewrite(EnumType type, UnaryOperator<String> change) {
    for (Table table : draft.tables()) {
      for (Column column : table.columns()) {
        if (has(type, column)) {
          Table now = draft.schema.table(table.name());
          draft.put(Expressions.rewrite(now, column.name(), change));
        }
      }
    }
  }

  private void rename(EnumType type, QualifiedName newName) {
    if (type.name().equals(newName)) {
      return;
    }
    EnumType renamed = type.withName(newName);
    rewrite(type, sql -> sql.replace("::" + type.type(), "::" + renamed.type()));
    draft.schema = draft.schema.renameObject(type.key(), newName);
    log.renamedObject(type.key(), renamed.key());
    new Upkeep(draft).renameEnum(type.name(), newName);
  }

  private record Place(Table table, Column column) {}

  private List<Place> places(EnumType type) {
    List<Place> places = new ArrayList<>();
    for (Table table : draft.tables()) {
      table.columns().stream()
          .filter(column -> has(type, column))
          .forEach(column -> places.add(new Place(table, column)));
    }
    return places;
  }

  /** All its columns, and often the type goes too. */
  private void toText(EnumType type) {
    for (Place place : places(type)) {
      Table table = draft.schema.table(place.table().name());
      String column = place.column().name();
      SqlType text = SqlType.of("text");
      Table changed = Expressions.rewrite(
          table,
          column,
          sql -> sql.replace("::" + type.type() + "[]", "").replace("::" + type.type(), ""));
      changed = changed.withColumns(changed
          .columns()
          .replace(
              column,
              changed
                  .columns()
                  .get(column)
                  .withType(place.column().type().array() ? text.arrayOf() : text)));
      draft.put(dice.chance(2) ? changed : RandomMembers.with(changed, list(type, place.column())));
    }
    if (dice.chance(2)) {
      drop(type);
    }
  }

  private Check list(EnumType type, Column column) {
    String values = Quoting.list(type.values());
    String name = Quoting.quoted(column.name());
    String list = column.type().array()
        ? name + " <@ ARRAY[" + values.substring(1, values.length() - 1) + "]::text[]"
        : name + " IN " + values;
    return new Check(draft.freeMember("list"), SqlExpression.of(list));
  }

  /** Columns of text whose values are listed become an enum's. */
  private void fromText() {
    for (Table table : draft.tables()) {
      for (Check check : table.constraints(Check.class).toList()) {
        table.columns().stream()
            .filter(column ->
                AllowedValues.areOf(check, column.name()) && !column.type().array())
            .findFirst()
            .ifPresent(column -> fromText(table, column, check));
      }
    }
  }

  private void fromText(Table table, Column column, Check list) {
    boolean free =
        table.indexes().stream().noneMatch(index -> ColumnEdits.isParticular(index, column.name()))
            && table.constraints().stream()
                .noneMatch(each -> !each.equals(list) && each.mentions(column.name()));
    if (!free || !Types.isString(column.type())) {
      return;
    }
    List<String> values = new ArrayList<>(AllowedValues.of(list).stream()
        .map(value -> value.substring(1, value.length() - 1).replace("''", "'"))
        .toList());
    if (dice.chance(3)) {
      values.add("one more");
    }
    EnumType type = objects.addEnum(values);
    Column changed = ColumnEdits.withType(column, type.type()).collate("");
    draft.put(table
        .withColumns(table.columns().replace(column.name(), changed))
        .withConstraints(table.constraints().without(list.name())));
  }

  /** One of its columns gets another enum that has all its values. */
  private void toOther(EnumType type) {
    List<Place> places = places(type);
    List<String> values = new ArrayList<>(type.values());
    values.addAll(otherValues(type).stream().limit(1).toList());
    Collections.reverse(values);
    if (!places.isEmpty()) {
      Place place = dice.pick(places);
      EnumType other = objects.addEnum(values);
      SqlType to = place.column().type().array() ? other.type().arrayOf() : other.type();
      Table table = Expressions.rewrite(
          place.table(),
          place.column().name(),
          sql -> sql.replace("::" + type.type(), "::" + other.type()));
      Column changed = table.columns().get(place.column().name()).withType(to);
      draft.put(table.withColumns(table.columns().replace(changed.name(), changed)));
    }
  }
}
