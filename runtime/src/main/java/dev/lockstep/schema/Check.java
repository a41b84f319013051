package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  /** The order in which allowed values are listed means nothing. */
  @Override
  public boolean sameBut(Constraint other) {
    return other instanceof Check that
        && (expression.equals(that.expression) || listsTheSame(that));
  }

  private boolean listsTheSame(Check that) {
    Set<String> values = new HashSet<>(AllowedValues.of(this));
    return !values.isEmpty()
        && values.equals(new HashSet<>(AllowedValues.of(that)))
        && form(this).equals(form(that));
  }

  /** What stands around the list: column and operator. */
  private static List<String> form(Check check) {
    return SqlTokens.of(check.expression().text()).stream()
        .filter(
            token -> token.kind() != Kind.STRING && token.kind() != Kind.NUMBER && !token.is(","))
        .map(token -> token.isIdentifier() ? token.identifier() : token.text())
        .toList();
  }
}
