package dev.lockstep.diff;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Table;

/**
 * One difference as a person sees it: the vocabulary of messages. Operations are what it takes to
 * make it so. Tables are named as in the declared schema, except where they are gone; {@code from}
 * has its old contents under its new names.
 */
public sealed interface Change {

  record NamespaceAdded(String name) implements Change {}

  record NamespaceRemoved(String name) implements Change {}

  record TableAdded(Table table) implements Change {}

  record TableRemoved(Table table) implements Change {}

  record TableRenamed(QualifiedName from, QualifiedName to) implements Change {}

  record TableCommentChanged(QualifiedName table, String from, String to) implements Change {}

  record ColumnAdded(QualifiedName table, Column column) implements Change {}

  record ColumnRemoved(QualifiedName table, Column column) implements Change {}

  record ColumnRenamed(QualifiedName table, String from, String to) implements Change {}

  /** One aspect of a column; a column that differs in three has three changes. */
  record ColumnChanged(QualifiedName table, Column from, Column to, Aspect aspect)
      implements Change {}

  record ConstraintAdded(QualifiedName table, Constraint constraint) implements Change {}

  record ConstraintRemoved(QualifiedName table, Constraint constraint) implements Change {}

  record ConstraintRenamed(QualifiedName table, String from, String to) implements Change {}

  record ConstraintChanged(QualifiedName table, Constraint from, Constraint to) implements Change {}

  record IndexAdded(QualifiedName table, Index index) implements Change {}

  record IndexRemoved(QualifiedName table, Index index) implements Change {}

  record IndexRenamed(QualifiedName table, String from, String to) implements Change {}

  record IndexChanged(QualifiedName table, Index from, Index to) implements Change {}

  /** What of a column can change by itself. */
  enum Aspect {
    TYPE,
    COLLATION,
    NULLABILITY,
    DEFAULT,
    IDENTITY,
    COMPUTED,
    COMMENT
  }
}
