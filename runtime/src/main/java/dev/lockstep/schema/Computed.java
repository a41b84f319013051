package dev.lockstep.schema;

/**
 * {@code GENERATED ALWAYS AS (expression)}.
 *
 * @param stored false for a virtual column, which PostgreSQL knows since 18
 */
public record Computed(SqlExpression expression, boolean stored) implements ColumnValue {}
