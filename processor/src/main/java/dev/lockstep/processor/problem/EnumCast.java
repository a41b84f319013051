package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.operation.TypeSwap;
import dev.lockstep.schema.AllowedValues;
import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What becomes of the values of a column that gets another type, where one of both is an enum of
 * the model: they go by their text, without a {@code using}.
 *
 * @param ofEnum whether it has an enum before
 * @param values what the column can hold before, as far as an enum or a check tells
 * @param target the values of the enum that it becomes; empty if it becomes none
 */
record EnumCast(
    SqlType from,
    SqlType to,
    boolean ofEnum,
    Optional<List<String>> values,
    Optional<List<String>> target) {

  static EnumCast of(Change.ColumnChanged change, Before before, Schema declared) {
    SqlType from = change.from().type();
    SqlType to = change.to().type();
    Optional<List<String>> own = before.valuesOf(from);
    Optional<List<String>> values = own.or(() -> checked(change, before));
    Optional<List<String>> target = to.isBuiltIn()
        ? Optional.empty()
        : declared.findEnum(new QualifiedName(to.schema(), to.name())).map(EnumType::values);
    return new EnumCast(from, to, own.isPresent(), values, target);
  }

  /** What a check of the column allows, as that of a Java enum kept as text. */
  private static Optional<List<String>> checked(Change.ColumnChanged change, Before before) {
    Optional<Column> old = before.column(change.table(), change.to().name());
    return before.table(change.table()).stream()
        .flatMap(table -> table.constraints(Check.class))
        .filter(check ->
            old.filter(column -> AllowedValues.areOf(check, column.name())).isPresent())
        .map(check ->
            AllowedValues.of(check).stream().map(EnumDecisions::unquoted).toList())
        .findFirst();
  }

  /** Whether the differ writes the conversion by itself. */
  boolean isConverted() {
    return target.isPresent() && from.array() == to.array() && (isText(from) || ofEnum);
  }

  /** Whether a value may have no place in the new type. */
  boolean narrows() {
    if (isConverted()) {
      List<String> old = values.orElse(List.of());
      return old.isEmpty() || !target.orElse(List.of()).containsAll(old);
    }
    boolean toText = ofEnum && isText(to) && from.array() == to.array();
    return toText ? longest() > length(to) : Casts.narrows(from, to);
  }

  /** A {@code using} for values that have no place: the nearest of the new ones takes theirs. */
  SqlExpression using(Column column) {
    List<String> kept = target.orElse(List.of());
    Map<String, String> replaced = new TreeMap<>();
    values.orElse(List.of()).stream()
        .filter(value -> !kept.contains(value))
        .forEach(value -> NearestName.of(value, kept)
            .or(() -> kept.stream().findFirst())
            .ifPresent(successor -> replaced.put(value, successor)));
    return TypeSwap.using(column, to, replaced);
  }

  private int longest() {
    return values.stream()
        .flatMap(List::stream)
        .mapToInt(value -> value.codePointCount(0, value.length()))
        .max()
        .orElse(0);
  }

  private static int length(SqlType text) {
    return text.modifiers().isEmpty()
        ? Integer.MAX_VALUE
        : Integer.parseInt(text.modifiers().get(0));
  }

  private static boolean isText(SqlType type) {
    return type.element().isText();
  }
}
