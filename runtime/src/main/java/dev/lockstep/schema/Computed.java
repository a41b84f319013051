package dev.lockstep.schema;

import org.jspecify.annotations.Nullable;

/**
 * {@code GENERATED ALWAYS AS (expression)}.
 *
 * @param stored false for a virtual column, which PostgreSQL knows since 18
 */
public record Computed(SqlExpression expression, boolean stored) implements ColumnValue {
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Computed that
            && expression.equals(that.expression)
            && stored == that.stored);
  }

  @Override
  public int hashCode() {
    return expression.hashCode();
  }
}
