package dev.lockstep.schema;

/** A check constraint. */
public record Check(String name, SqlExpression expression) implements Constraint {
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
