package dev.lockstep.operation;

/** How an operation runs, as far as transactions go. */
public enum Execution {
  /** In one transaction with its neighbours. */
  TRANSACTION,
  /**
   * In a transaction that begins with it, or with its like right before it, and that what follows
   * shares.
   */
  NEW_TRANSACTION,
  /**
   * In one with what is before it, which ends with it, or with its like right after it: what
   * follows needs it committed.
   */
  ENDS_TRANSACTION,
  /** In a transaction of its own: it goes through a table and would hold its neighbours' locks. */
  OWN_TRANSACTION,
  /** In many transactions, each with some of the rows; goes on where it was cut. */
  BATCHES,
  /** Outside any: PostgreSQL refuses it in one. */
  OUTSIDE;

  /** Whether it shares the transaction of a step that is right before it. */
  public boolean joins(Execution previous) {
    return switch (this) {
      case TRANSACTION -> previous == TRANSACTION || previous == NEW_TRANSACTION;
      case ENDS_TRANSACTION ->
        previous == TRANSACTION || previous == NEW_TRANSACTION || previous == ENDS_TRANSACTION;
      case NEW_TRANSACTION -> previous == NEW_TRANSACTION;
      case OWN_TRANSACTION, BATCHES, OUTSIDE -> false;
    };
  }
}
