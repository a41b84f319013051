package dev.lockstep.annotations;

/** What a foreign key does when the row it references is deleted or its key updated. */
public enum ReferentialAction {
  /** Refuses, at the end of the statement, or of the transaction if the key is deferred. */
  NO_ACTION,

  /** Refuses at once, even if the key is deferred. */
  RESTRICT,

  /** Deletes the referencing rows too, or gives them the new key. */
  CASCADE,

  /** Sets the referencing columns to NULL. */
  SET_NULL,

  /** Sets the referencing columns to their defaults. */
  SET_DEFAULT
}
