package dev.lockstep.schema;

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
}
