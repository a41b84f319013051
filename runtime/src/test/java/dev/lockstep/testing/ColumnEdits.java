package dev.lockstep.testing;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.stream.Stream;

/** Random edits of columns. */
final class ColumnEdits {
  private final Draft draft;
  private final Dice dice;
  private final EditLog log;
  private final RandomColumns columns;

  ColumnEdits(Draft draft, EditLog log) {
    this.draft = draft;
    this.dice = draft.dice;
    this.log = log;
    this.columns = new RandomColumns(draft);
  }

  void step() {
    Table table = dice.pick(draft.tables());
    Column column = dice.pick(table.columns().asList());
    switch (dice.below(14)) {
      case 0, 1 -> add(table);
      case 2 -> drop(table, column);
      case 3 -> rename(table, column);
      case 4, 5, 6 -> changeType(table, column);
      case 7 -> changeNullability(table, column);
      case 8 -> changeValue(table, column);
      case 9 ->
        draft.change(table, column.name(), old -> old.comment(dice.chance(2) ? "" : "ne'w"));
      case 10 -> changeOptions(table, column);
      case 11 -> changeCollation(table, column);
      default -> changeComputed(table, column);
    }
  }

  private void add(Table table) {
    Column column = columns.column(dice.pick(RandomColumns.NAMES));
    boolean was = log.hadColumn(table.name(), column.name());
    if (!table.columns().contains(column.name()) && !was) {
      draft.put(table.withColumns(
          table.columns().with(dice.chance(4) ? columns.withSequence(column) : column)));
    }
  }

  private Stream<ForeignKey> foreignKeysOn(Table table, String column) {
    return draft.tables().stream()
        .flatMap(each -> each.foreignKeys()
            .filter(key -> (each.name().equals(table.name()) && key.mentions(column))
                || (key.target().equals(table.name()) && key.targetColumns().contains(column))));
  }

  private static boolean isPartitionKey(Table table, String column) {
    return table.partitioning() != null && table.partitioning().mentions(column);
  }

  private static boolean isComputedFrom(Table table, String column) {
    return table.columns().stream()
        .anyMatch(each -> each.computedOption()
            .filter(computed -> computed.expression().mentions(column))
            .isPresent());
  }

  private void drop(Table table, Column column) {
    boolean referenced = foreignKeysOn(table, column.name())
        .anyMatch(key ->
            key.target().equals(table.name()) && key.targetColumns().contains(column.name()));
    boolean keyAndReference = table.foreignKeys().anyMatch(key -> key.mentions(column.name()))
        && Fill.isUnique(table, column.name());
    if (referenced
        || keyAndReference
        || isComputedFrom(table, column.name())
        || isPartitionKey(table, column.name())
        || table.columns().size() < 2) {
      return;
    }
    new SequenceEdits(draft, log).dropOwned(table.name(), column.name());
    Table left = draft.schema.table(table.name());
    draft.put(left.withColumns(left.columns().without(column.name()))
        .withConstraints(
            left.constraints().filter(constraint -> !constraint.mentions(column.name())))
        .withIndexes(left.indexes().filter(index -> !index.mentions(column.name()))));
  }

  private void rename(Table table, Column column) {
    String to = "renamed " + dice.below(3);
    boolean was = log.hadColumn(table.name(), to);
    if (!table.columns().contains(to) && !was && log.isOld(table.name(), column.name())) {
      draft.schema = draft.schema.renameColumn(table.name(), column.name(), to);
      log.renamedColumn(table.name(), column.name(), to);
      new Upkeep(draft).renameColumn(table.name(), column.name(), to);
    }
  }

  private void changeType(Table table, Column column) {
    SqlType type = SqlType.parse(dice.pick(Types.CONVERTIBLE));
    if (column.name().startsWith("fk") && !keepsText(column.type(), type)) {
      return;
    }
    boolean integers = Types.isInteger(type) && Types.isInteger(column.type());
    boolean strings = Types.isString(type) && Types.isString(column.type());
    boolean counted = column.identityOption().isPresent()
        || column
            .defaultExpression()
            .filter(value -> value.text().startsWith("nextval"))
            .isPresent();
    boolean limited = column.identityOption().filter(each -> each.max() != null).isPresent();
    boolean possible = Types.isConvertible(column.type())
        && column.computedOption().isEmpty()
        && foreignKeysOn(table, column.name()).findAny().isEmpty()
        && !isPartitionKey(table, column.name())
        && !RandomMembers.isListed(table, column)
        && !limited
        && (integers || !counted)
        && (integers || !isComputedFrom(table, column.name()))
        && (integers || strings || !hangsOn(table, column.name()));
    if (possible) {
      draft.change(table, column.name(), old -> retype(old, type, counted));
    }
  }

  /**
   * Whether a key finds its target again when the type comes back: {@code 1.00} is not {@code 1}.
   */
  private static boolean keepsText(SqlType from, SqlType to) {
    return Types.isString(from) == Types.isString(to) || to.modifiers().isEmpty();
  }

  private Column retype(Column column, SqlType type, boolean counted) {
    Column changed = withType(column, type).collate(type.isText() ? column.collation() : "");
    return column.defaultExpression().isPresent() && !counted
        ? changed.defaultValue(columns.defaultOf(type, 1))
        : changed;
  }

  /** Numbers are stored in one way alone. */
  static Column withType(Column column, SqlType type) {
    ColumnOptions options = column.options();
    return column
        .withType(type)
        .options(Types.isString(type) ? options : new ColumnOptions("", "", options.statistics()));
  }

  /** Whether something takes the column only as long as its type is of one kind. */
  private static boolean hangsOn(Table table, String column) {
    return table.indexes().stream().anyMatch(index -> isParticular(index, column))
        || table.constraints(Check.class).anyMatch(check -> check.mentions(column));
  }

  static boolean isParticular(Index index, String column) {
    return index.mentionsInExpression(column)
        || (index.mentions(column)
            && (!index.method().equals("btree")
                || index.elements().stream()
                    .anyMatch(element -> !element.operatorClass().isEmpty()
                        || !element.collation().isEmpty())));
  }

  private void changeNullability(Table table, Column column) {
    boolean free = column.identityOption().isEmpty()
        && column.computedOption().isEmpty()
        && table.primaryKey().filter(key -> key.mentions(column.name())).isEmpty()
        && !column.type().name().startsWith("my ");
    boolean period =
        table.foreignKeys().anyMatch(key -> key.coversPeriod() && key.mentions(column.name()));
    if (free && !period) {
      draft.change(table, column.name(), old -> old.withNullable(!old.nullable()));
    }
  }

  private void changeValue(Table table, Column column) {
    if (column.computedOption().isPresent()) {
      return;
    }
    if (Types.isInteger(column.type())
        && !column.nullable()
        && table.partitioning() == null
        && dice.chance(2)) {
      draft.change(table, column.name(), old -> old.identity(columns.identity()));
    } else if (dice.chance(2)) {
      String value = RandomMembers.isListed(table, column)
          ? RandomRows.value(draft.schema, table, column, 2)
          : columns.defaultOf(column.type(), 2);
      draft.change(table, column.name(), old -> old.defaultValue(value));
    } else {
      draft.change(table, column.name(), old -> old.withValue(null));
    }
  }

  private void changeOptions(Table table, Column column) {
    if (column.computedOption().isEmpty() && table.partitioning() == null) {
      ColumnOptions options = dice.chance(3) ? ColumnOptions.NONE : columns.options(column.type());
      draft.change(table, column.name(), old -> old.options(options));
    }
  }

  private void changeCollation(Table table, Column column) {
    boolean free = column.type().isText()
        && foreignKeysOn(table, column.name()).findAny().isEmpty()
        && !isPartitionKey(table, column.name());
    if (free) {
      String collation = column.collation().isEmpty() || dice.chance(2) ? columns.collation() : "";
      draft.change(table, column.name(), old -> old.collate(collation));
    }
  }

  private void changeComputed(Table table, Column column) {
    if (column.computedOption().isPresent()) {
      changeComputed(table, column, column.computedOption().get());
      return;
    }
    Column base = dice.pick(table.columns().asList());
    Computed computed = new RandomMembers(draft).computed(base);
    boolean free = column.type().equals(SqlType.of("bigint"))
        && computed != null
        && !base.equals(column)
        && foreignKeysOn(table, column.name()).findAny().isEmpty()
        && table.constraints().stream().noneMatch(each -> each.mentions(column.name()))
        && table.indexes().stream().noneMatch(each -> each.mentions(column.name()))
        && draft.schema.ownedBy(table.name(), column.name()).findAny().isEmpty()
        && !isComputedFrom(table, column.name())
        && !isPartitionKey(table, column.name());
    if (free) {
      draft.change(
          table,
          column.name(),
          old -> old.withValue(computed).withNullable(true).options(ColumnOptions.NONE));
    }
  }

  private void changeComputed(Table table, Column column, Computed computed) {
    boolean indexed = table.indexes().stream().anyMatch(index -> index.mentions(column.name()));
    switch (dice.below(3)) {
      case 0 -> draft.change(table, column.name(), old -> old.withValue(null));
      case 1 ->
        draft.change(
            table,
            column.name(),
            old -> old.withValue(
                new Computed(SqlExpression.of(computed.expression() + " + 7"), computed.stored())));
      default -> {
        if (draft.major >= 18 && !indexed && !usesFunction(computed)) {
          draft.change(
              table,
              column.name(),
              old -> old.withValue(new Computed(computed.expression(), !computed.stored())));
        }
      }
    }
  }

  /** A virtual column must not use a function or type of the user's own. */
  private static boolean usesFunction(Computed computed) {
    return computed.expression().text().contains("(")
        || computed.expression().text().contains("CASE");
  }
}
