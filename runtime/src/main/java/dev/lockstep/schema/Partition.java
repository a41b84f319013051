package dev.lockstep.schema;

/**
 * A partition; itself a table.
 *
 * @param values what CREATE TABLE has after {@code FOR VALUES}, or {@code DEFAULT}
 */
public record Partition(String name, SqlExpression values) implements Named {
  public static Partition of(String name, String values) {
    return new Partition(name, SqlExpression.of(values));
  }

  public boolean isDefault() {
    return values.equals(SqlExpression.of("DEFAULT"));
  }
}
