package dev.lockstep.processor.model;

import dev.lockstep.schema.SqlExpression;
import java.util.Optional;

/** Reads the attributes that are SQL expressions. */
final class SqlReader {
  private final Findings findings;

  SqlReader(Findings findings) {
    this.findings = findings;
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
    fault.ifPresent(found -> findings.add(ModelProblems.sqlInvalid(
        findings.places().at(annotation, attribute), attribute, sql, found)));
    return fault.isPresent() ? Optional.empty() : Optional.of(SqlExpression.of(sql));
  }
}
