package dev.lockstep.schema;

/** When a constraint is checked (PostgreSQL manual, CREATE TABLE, DEFERRABLE). */
public enum Deferral {
  NOT_DEFERRABLE,
  DEFERRABLE,
  INITIALLY_DEFERRED
}
