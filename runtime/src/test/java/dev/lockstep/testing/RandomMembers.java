package dev.lockstep.testing;

import dev.lockstep.schema.AllowedValues;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Random constraints, indexes and generated columns of a table. */
final class RandomMembers {
  private final Draft draft;
  private final Dice dice;

  RandomMembers(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  /** An empty table with one more of them, or as it is where the choice does not fit. */
  Table add(Table table) {
    return dice.chance(8) ? addList(table, dice.pick(table.columns().asList())) : addToRows(table);
  }

  /** As {@link #add}; what rows have in it holds. */
  Table addToRows(Table table) {
    Column column = dice.pick(table.columns().asList());
    return switch (dice.below(7)) {
      case 0 -> addUnique(table, column);
      case 1, 2 -> addIndex(table, column);
      case 3 -> addUniqueIndex(table, column);
      case 4 -> addCheck(table, column);
      case 5 -> addComputed(table, column);
      default -> addExclusion(table, column);
    };
  }

  static Table with(Table table, Constraint constraint) {
    return table.withConstraints(table.constraints().with(constraint));
  }

  /** A key of a partitioned table has all columns that rows are told apart by. */
  private static boolean mayBeUnique(Table table) {
    return table.partitioning() == null
        || table.partitioning().keys().stream()
            .allMatch(key -> key.expression() == null && "id".equals(key.column()));
  }

  /** Whether a check lists the values of the column, of which two rows may have one. */
  static boolean isListed(Table table, Column column) {
    return table
        .constraints(Check.class)
        .anyMatch(check -> AllowedValues.areOf(check, column.name()));
  }

  private static boolean isVirtual(Column column) {
    return column.computedOption().filter(computed -> !computed.stored()).isPresent();
  }

  private @Nullable List<String> keyColumns(Table table, Column column) {
    if (!Types.isKeyable(column) || !mayBeUnique(table) || isListed(table, column)) {
      return null;
    }
    List<String> columns = new ArrayList<>(List.of(column.name()));
    Column other = dice.pick(table.columns().asList());
    if (dice.chance(3)
        && Types.isKeyable(other)
        && !other.equals(column)
        && !isListed(table, other)) {
      columns.add(other.name());
    }
    if (table.partitioning() != null && !columns.contains("id")) {
      columns.add("id");
    }
    return columns;
  }

  private Table addUnique(Table table, Column column) {
    List<String> columns = keyColumns(table, column);
    if (columns == null) {
      return table;
    }
    boolean include = dice.chance(4) && table.columns().contains("id") && !columns.contains("id");
    return with(
        table,
        new Unique(
            draft.freeMember("key"),
            columns,
            isNullsDistinct(table, columns),
            Deferral.values()[dice.below(3)],
            include ? List.of("id") : List.of()));
  }

  /**
   * Rows that a later column is added to are NULL there, so NULLs of such a column stay distinct.
   */
  private boolean isNullsDistinct(Table table, List<String> columns) {
    boolean anyNullable =
        columns.stream().anyMatch(each -> table.columns().get(each).nullable());
    return draft.major < 15 || (anyNullable && draft.isEdited()) || !dice.chance(3);
  }

  private Table addUniqueIndex(Table table, Column column) {
    List<String> columns = keyColumns(table, column);
    if (columns == null) {
      return table;
    }
    String[] elements = columns.stream().map(Quoting::quoted).toArray(String[]::new);
    Index index = Index.of(draft.freeMember("idx"), true, elements);
    index = isNullsDistinct(table, columns) ? index : index.nullsNotDistinct();
    index = dice.chance(3) ? index.where(elements[0] + " IS NOT NULL") : index;
    return table.withIndexes(table.indexes().with(index));
  }

  private Table addIndex(Table table, Column column) {
    Index index =
        isVirtual(column) ? null : new RandomIndexes(draft).index(column.name(), column.type());
    if (index == null) {
      return table;
    }
    boolean include = index.method().equals("btree")
        && dice.chance(5)
        && table.columns().contains("id")
        && !column.name().equals("id");
    return table.withIndexes(table.indexes().with(include ? index.include("id") : index));
  }

  private Table addCheck(Table table, Column column) {
    return column.computedOption().isPresent()
        ? table
        : with(
            table,
            new Check(draft.freeMember("check"), SqlExpression.of(condition(table, column))));
  }

  /** What holds for all values of {@link RandomRows}, and for those that a downgrade invents. */
  private String condition(Table table, Column column) {
    String quoted = Quoting.quoted(column.name());
    EnumType type = draft.enumOf(column.type());
    if (type != null && !column.type().array()) {
      String literal = Quoting.literal(dice.pick(type.values()));
      String other = dice.chance(2) && table.columns().contains("id") ? " OR id IS NOT NULL" : "";
      return quoted + " = " + literal + (dice.chance(2) ? "::" + column.type() : "") + other
          + " OR 1 = 1";
    }
    List<Script> functions = draft.scripts(Script.Kind.FUNCTION);
    if (Types.isInteger(column.type()) && !functions.isEmpty() && dice.chance(2)) {
      return Quoting.quoted(dice.pick(functions).made()) + "(" + quoted + ") > -100000";
    }
    return Types.isNumber(column.type())
        ? quoted + " > -100000"
        : Types.isString(column.type())
            ? "char_length(" + quoted + ") < 1000"
            : quoted + " IS NOT NULL OR true";
  }

  /** A column of text whose check lists its values, as an enum that is kept as text. */
  private Table addList(Table table, Column column) {
    boolean free = column.type().equals(SqlType.of("text"))
        && column.value() == null
        && !column.name().equals("id")
        && !column.name().startsWith("fk")
        && table.constraints().stream().noneMatch(each -> each.mentions(column.name()))
        && table.indexes().stream()
            .noneMatch(index -> index.unique() && index.mentions(column.name()));
    if (!free) {
      return table;
    }
    String values = Quoting.list(dice.pick(List.of(
        List.of("NEW", "PAID", "it's"), List.of("NEW"), List.of("a b", "NEW", "naïve", "x"))));
    return with(
        table,
        new Check(
            draft.freeMember("list"),
            SqlExpression.of(Quoting.quoted(column.name()) + " IN " + values)));
  }

  private Table addComputed(Table table, Column column) {
    Computed computed = computed(column);
    String name = dice.pick(List.of("computed", "Computed 2"));
    if (computed == null || table.columns().contains(name)) {
      return table;
    }
    Column added = Column.of(name, SqlType.of("bigint")).withValue(computed);
    return table.withColumns(
        table.columns().with(dice.chance(4) ? added.comment("computed") : added));
  }

  /** The value of a bigint that is computed from a column; null if there is none. */
  @Nullable
  Computed computed(Column column) {
    if (column.computedOption().isPresent()) {
      return null;
    }
    boolean stored = draft.major < 18 || dice.chance(2);
    String quoted = Quoting.quoted(column.name());
    EnumType type = draft.enumOf(column.type());
    if (type != null && !column.type().array() && stored) {
      return new Computed(
          SqlExpression.of("CASE WHEN " + quoted + " = " + Quoting.literal(dice.pick(type.values()))
              + " THEN 1 ELSE 0 END"),
          true);
    }
    if (!Types.isInteger(column.type())) {
      return null;
    }
    List<Script> functions = draft.scripts(Script.Kind.FUNCTION);
    String expression = stored && !functions.isEmpty() && dice.chance(3)
        ? Quoting.quoted(dice.pick(functions).made()) + "(" + quoted + ")"
        : quoted + " * " + (2 + dice.below(3));
    return new Computed(SqlExpression.of(expression), stored);
  }

  private Table addExclusion(Table table, Column column) {
    if (table.partitioning() != null || column.computedOption().isPresent()) {
      return table;
    }
    String quoted = Quoting.quoted(column.name());
    String name = draft.freeMember("excl");
    Exclusion exclusion = Types.isRange(column.type())
        ? overlaps(table, name, quoted)
        : Types.isKeyable(column) && !isListed(table, column)
            ? Exclusion.of(name, dice.chance(2) ? "btree" : "hash", quoted + " WITH =")
            : null;
    if (exclusion == null) {
      return table;
    }
    exclusion = dice.chance(3) ? exclusion.where(quoted + " IS NOT NULL") : exclusion;
    return with(table, exclusion.withDeferral(Deferral.values()[dice.below(3)]));
  }

  private Exclusion overlaps(Table table, String name, String quoted) {
    Column other = dice.pick(table.columns().asList());
    boolean both = draft.hasExtension("btree_gist")
        && Types.isInteger(other.type())
        && other.computedOption().isEmpty();
    return both
        ? Exclusion.of(name, "gist", Quoting.quoted(other.name()) + " WITH =", quoted + " WITH &&")
        : Exclusion.of(name, "gist", quoted + " WITH &&");
  }
}
