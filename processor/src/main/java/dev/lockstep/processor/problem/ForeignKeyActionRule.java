package dev.lockstep.processor.problem;

import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a foreign key does to its columns when a referenced row goes or changes. */
final class ForeignKeyActionRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (isPlain(table)) {
      return Stream.of();
    }
    return table.foreignKeys().flatMap(key -> problems(table, key));
  }

  private static Stream<Problem> problems(Table table, ForeignKey key) {
    List<Column> columns = key.columns().stream()
        .flatMap(name -> table.columns().find(name).stream())
        .toList();
    return Stream.of(
            problem(table, key, columns, "ON DELETE", key.onDelete()),
            problem(table, key, columns, "ON UPDATE", key.onUpdate()))
        .flatMap(Optional::stream);
  }

  private static Optional<Problem> problem(
      Table table, ForeignKey key, List<Column> columns, String event, ReferentialAction action) {
    return columns.stream()
        .flatMap(column -> problem(table, key, column, event, action).stream())
        .findFirst();
  }

  private static Optional<Problem> problem(
      Table table, ForeignKey key, Column column, String event, ReferentialAction action) {
    String rule = event + " " + action.name().replace('_', ' ');
    String what = Wording.member("foreign key", table.name(), key.name()) + " is " + rule;
    Place place = new OfMember(table.name(), key.name());
    String name = ", but column " + Wording.quoted(column.name());
    if (column.computedOption().isPresent() && writes(event, action)) {
      return Optional.of(Problem.error("ActionOnComputed", place, what + name + " is computed"));
    }
    if (action == ReferentialAction.SET_NULL && !column.nullable()) {
      return Optional.of(Problem.error(
          "SetNullOnNotNull",
          place,
          what + name + " is NOT NULL",
          "allow NULL: @Column(nullable = true)",
          "cascade: " + attribute(event) + " = ReferentialAction.CASCADE"));
    }
    boolean noDefault = column.defaultExpression().isEmpty() && !column.nullable();
    return action == ReferentialAction.SET_DEFAULT && noDefault
        ? Optional.of(Problem.error(
            "SetDefaultWithoutDefault",
            place,
            what + name + " is NOT NULL and has no default",
            "cascade: " + attribute(event) + " = ReferentialAction.CASCADE"))
        : Optional.empty();
  }

  /** PostgreSQL manual, 5.4 Generated Columns; CASCADE deletes, but updates in place. */
  private static boolean writes(String event, ReferentialAction action) {
    return switch (action) {
      case SET_NULL, SET_DEFAULT -> true;
      case CASCADE -> event.equals("ON UPDATE");
      case NO_ACTION, RESTRICT -> false;
    };
  }

  private static String attribute(String event) {
    return event.toLowerCase(Locale.ROOT).equals("on delete") ? "onDelete" : "onUpdate";
  }

  /** Whether no foreign key writes to its columns. */
  private static boolean isPlain(Table table) {
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof ForeignKey key
          && (key.onUpdate() != ReferentialAction.NO_ACTION
              || key.onDelete() == ReferentialAction.SET_NULL
              || key.onDelete() == ReferentialAction.SET_DEFAULT)) {
        return false;
      }
    }
    return true;
  }
}
