package dev.lockstep.operation;

/** How an operation runs, as far as transactions go. */
public enum Execution {
  /** In one transaction with its neighbours. */
  TRANSACTION,
  /** In a transaction of its own: it goes through a table and would hold its neighbours' locks. */
  OWN_TRANSACTION,
  /** Outside any: PostgreSQL refuses it in one. */
  OUTSIDE
}
