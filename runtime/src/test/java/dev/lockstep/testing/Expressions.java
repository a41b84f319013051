package dev.lockstep.testing;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import java.util.function.UnaryOperator;

/** Rewrites the SQL in a table that is about one column. */
final class Expressions {
  private Expressions() {}

  /** Its default, and the checks, indexes and generated columns that mention it. */
  static Table rewrite(Table table, String column, UnaryOperator<String> change) {
    return table
        .withColumns(table.columns().map(each -> rewrite(each, column, change)))
        .withConstraints(table.constraints().map(each -> rewrite(each, column, change)))
        .withIndexes(table
            .indexes()
            .map(each -> each.mentionsInExpression(column) ? rewrite(each, change) : each));
  }

  private static Column rewrite(Column each, String column, UnaryOperator<String> change) {
    if (each.name().equals(column) && each.defaultExpression().isPresent()) {
      return each.defaultValue(change.apply(each.defaultExpression().get().text()));
    }
    return each.value() instanceof Computed computed && computed.expression().mentions(column)
        ? each.withValue(new Computed(rewrite(computed.expression(), change), computed.stored()))
        : each;
  }

  private static Constraint rewrite(Constraint each, String column, UnaryOperator<String> change) {
    return each instanceof Check check && check.mentions(column)
        ? new Check(check.name(), rewrite(check.expression(), change))
        : each;
  }

  private static Index rewrite(Index index, UnaryOperator<String> change) {
    SqlExpression where = index.where();
    return new Index(
        index.name(),
        index.elements().stream().map(element -> rewrite(element, change)).toList(),
        index.unique(),
        index.nullsDistinct(),
        index.method(),
        index.include(),
        where == null ? null : rewrite(where, change),
        index.with());
  }

  private static IndexElement rewrite(IndexElement element, UnaryOperator<String> change) {
    SqlExpression expression = element.expression();
    return expression == null
        ? element
        : new IndexElement(
            null,
            rewrite(expression, change),
            element.collation(),
            element.operatorClass(),
            element.descending(),
            element.nullsFirst());
  }

  private static SqlExpression rewrite(SqlExpression expression, UnaryOperator<String> change) {
    return SqlExpression.of(change.apply(expression.text()));
  }
}
