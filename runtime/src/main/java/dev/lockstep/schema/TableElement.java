package dev.lockstep.schema;

/** A part of CREATE TABLE. */
public sealed interface TableElement permits Column, Constraint, TableClause {}
