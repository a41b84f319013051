package dev.lockstep.schema;

import org.jspecify.annotations.Nullable;

/** {@code DEFAULT expression}. */
public record DefaultValue(SqlExpression expression) implements ColumnValue {
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof DefaultValue that && expression.equals(that.expression));
  }

  @Override
  public int hashCode() {
    return expression.hashCode();
  }
}
