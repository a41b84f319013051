package dev.lockstep.schema;

/**
 * Where a column's value comes from when an INSERT does not give it; PostgreSQL allows one of them
 * per column.
 */
public sealed interface ColumnValue permits DefaultValue, Identity, Computed {}
