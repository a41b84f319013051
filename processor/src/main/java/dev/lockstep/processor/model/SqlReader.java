package dev.lockstep.processor.model;

import dev.lockstep.schema.SqlExpression;
import java.util.List;
import java.util.Optional;

/** Reads the attributes that are SQL expressions. */
final class SqlReader {
  private final Findings findings;
  private final List<ColumnDraft> columns;

  /** A reader of expressions that mention no columns. */
  SqlReader(Findings findings) {
    this(findings, List.of());
  }

  /** A reader of expressions over the columns of one table. */
  SqlReader(Findings findings, List<ColumnDraft> columns) {
    this.findings = findings;
    this.columns = columns;
  }

  /** Empty if the attribute was left out or holds no expression, which is reported. */
  Optional<SqlExpression> expression(Attributes annotation, String attribute) {
    return annotation.has(attribute)
        ? expression(annotation, attribute, annotation.text(attribute))
        : Optional.empty();
  }

  /** The expression in a text that stands in that attribute. */
  Optional<SqlExpression> expression(Attributes annotation, String attribute, String sql) {
    Optional<String> fault = SqlSyntax.fault(sql);
    if (fault.isPresent()) {
      findings.add(ModelProblems.sqlInvalid(
          findings.places().at(annotation, attribute), attribute, sql, fault.get()));
    }
    return fault.isPresent()
        ? Optional.empty()
        : Optional.of(inTable(SqlExpression.of(sql), annotation.embedding(), columns));
  }

  /** What an embeddable says with the names that its columns have there, in those of the table. */
  static SqlExpression inTable(SqlExpression written, Embedding scope, List<ColumnDraft> columns) {
    if (scope == Embedding.NONE) {
      return written;
    }
    List<ColumnDraft> renamed = columns.stream()
        .filter(column -> column.isWithin(scope))
        .filter(column -> written.mentions(column.nameIn(scope)))
        .toList();
    SqlExpression expression = written;
    // In two steps: the name that a column gets may be the one that another has to lose.
    for (int i = 0; i < renamed.size(); i++) {
      expression = expression.renameColumn(renamed.get(i).nameIn(scope), "embedded column " + i);
    }
    for (int i = 0; i < renamed.size(); i++) {
      expression =
          expression.renameColumn("embedded column " + i, renamed.get(i).name());
    }
    return expression;
  }
}
