package dev.lockstep.schema;

/** {@code DEFAULT expression}. */
public record DefaultValue(SqlExpression expression) implements ColumnValue {}
