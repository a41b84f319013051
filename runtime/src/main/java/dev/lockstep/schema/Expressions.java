package dev.lockstep.schema;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes every SQL expression in a table. */
final class Expressions {
  private final UnaryOperator<SqlExpression> change;

  private Expressions(UnaryOperator<SqlExpression> change) {
    this.change = change;
  }

  static Table change(Table table, UnaryOperator<SqlExpression> change) {
    Expressions expressions = new Expressions(change);
    return table
        .withColumns(table.columns().map(expressions::column))
        .withConstraints(table.constraints().map(expressions::constraint))
        .withIndexes(table.indexes().map(expressions::index));
  }

  /**
   * After a value of an enum type was renamed. Where a literal may be something else, as in an
   * expression that names other columns, it stays: what the declared schema says then is a change.
   */
  static Table renameValue(Table table, EnumType type, String value, String newValue) {
    List<String> others = table.columns().stream()
        .filter(column -> !type.isTypeOf(column.type()))
        .map(Column::name)
        .toList();
    if (others.size() == table.columns().size()) {
      return table;
    }
    Expressions expressions = new Expressions(each ->
        others.stream().anyMatch(each::mentions) ? each : each.renameValue(type, value, newValue));
    return table
        .withColumns(table
            .columns()
            .map(column -> column.value() instanceof Computed || type.isTypeOf(column.type())
                ? expressions.column(column)
                : column))
        .withConstraints(table.constraints().map(expressions::constraint))
        .withIndexes(table.indexes().map(expressions::index));
  }

  private Column column(Column column) {
    if (column.value() instanceof DefaultValue value) {
      return column.withValue(new DefaultValue(change.apply(value.expression())));
    }
    return column.value() instanceof Computed computed
        ? column.withValue(new Computed(change.apply(computed.expression()), computed.stored()))
        : column;
  }

  private Constraint constraint(Constraint constraint) {
    if (constraint instanceof Check check) {
      return new Check(check.name(), change.apply(check.expression()));
    }
    return constraint instanceof Exclusion exclusion
        ? new Exclusion(
            exclusion.name(),
            exclusion.method(),
            exclusion.elements().stream()
                .map(each -> new Exclusion.Element(element(each.what()), each.operator()))
                .toList(),
            optional(exclusion.where()),
            exclusion.deferral())
        : constraint;
  }

  private Index index(Index index) {
    return new Index(
        index.name(),
        index.elements().stream().map(this::element).toList(),
        index.unique(),
        index.nullsDistinct(),
        index.method(),
        index.include(),
        optional(index.where()),
        index.with());
  }

  private IndexElement element(IndexElement element) {
    return new IndexElement(
        element.column(),
        optional(element.expression()),
        element.collation(),
        element.operatorClass(),
        element.descending(),
        element.nullsFirst());
  }

  private @Nullable SqlExpression optional(@Nullable SqlExpression expression) {
    return expression == null ? null : change.apply(expression);
  }
}
