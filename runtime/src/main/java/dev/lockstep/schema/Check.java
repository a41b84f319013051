package dev.lockstep.schema;

import org.jspecify.annotations.Nullable;

/** A check constraint. */
public record Check(String name, SqlExpression expression) implements Constraint {
  /** One that proves the column to be NOT NULL, so that PostgreSQL reads no row to make it so. */
  public static Check notNull(String name, String column) {
    return new Check(name, SqlExpression.of(SqlTokens.identifier(column) + " IS NOT NULL"));
  }

  @Override
  public Check withName(String newName) {
    return new Check(newName, expression);
  }

  @Override
  public boolean mentions(String column) {
    return expression.mentions(column);
  }

  @Override
  public Check renameColumn(String column, String newName) {
    return new Check(name, expression.renameColumn(column, newName));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Check that
            && name.equals(that.name)
            && expression.equals(that.expression));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
