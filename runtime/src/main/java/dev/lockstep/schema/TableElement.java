package dev.lockstep.schema;

/** What stands between the parentheses of CREATE TABLE. */
public sealed interface TableElement extends Named permits Column, Constraint {}
