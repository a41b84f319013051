package dev.lockstep.schema;

/** What stands after the parentheses of CREATE TABLE. */
public sealed interface TableClause extends TableElement permits Partitioning, TableOptions {}
