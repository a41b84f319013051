package dev.lockstep.diff;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableOptions;
import org.jspecify.annotations.Nullable;

/**
 * One difference as a person sees it: the vocabulary of messages. Operations are what it takes to
 * make it so. Tables are named as in the declared schema, except where they are gone; {@code from}
 * has its old contents under its new names.
 */
public sealed interface Change {

  <R> R accept(ChangeVisitor<R> visitor);

  record NamespaceAdded(String name) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record NamespaceRemoved(String name) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record TableAdded(Table table) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record TableRemoved(Table table) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record TableRenamed(QualifiedName from, QualifiedName to) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record TableCommentChanged(QualifiedName table, String from, String to) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record ColumnAdded(QualifiedName table, Column column) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record ColumnRemoved(QualifiedName table, Column column) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record ColumnRenamed(QualifiedName table, String from, String to) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** One aspect of a column; a column that differs in three has three changes. */
  record ColumnChanged(QualifiedName table, Column from, Column to, Aspect aspect)
      implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record ConstraintAdded(QualifiedName table, Constraint constraint) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record ConstraintRemoved(QualifiedName table, Constraint constraint) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record ConstraintRenamed(QualifiedName table, String from, String to) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record ConstraintChanged(QualifiedName table, Constraint from, Constraint to) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record IndexAdded(QualifiedName table, Index index) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record IndexRemoved(QualifiedName table, Index index) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record IndexRenamed(QualifiedName table, String from, String to) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record IndexChanged(QualifiedName table, Index from, Index to) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record ObjectAdded(SchemaObject object) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record ObjectRemoved(SchemaObject object) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record ObjectRenamed(ObjectKey from, ObjectKey to) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** An object that differs in more than its name; {@code from} has its new name. */
  record ObjectChanged(SchemaObject from, SchemaObject to) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record EnumValueAdded(QualifiedName type, String value) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A value that rows may hold; {@code successor} is empty if nobody said what takes its place. */
  record EnumValueRemoved(QualifiedName type, String value, String successor) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record EnumValueRenamed(QualifiedName type, String from, String to) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record PartitionAdded(QualifiedName table, Partition partition) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record PartitionRemoved(QualifiedName table, Partition partition) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record PartitionChanged(QualifiedName table, Partition from, Partition to) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** What a table is partitioned by; null for a table that is not partitioned. */
  record PartitioningChanged(
      QualifiedName table,
      @Nullable Partitioning from,
      @Nullable Partitioning to) implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record TableOptionsChanged(QualifiedName table, TableOptions from, TableOptions to)
      implements Change {
    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** What of a column can change by itself. */
  enum Aspect {
    TYPE,
    COLLATION,
    NULLABILITY,
    DEFAULT,
    IDENTITY,
    COMPUTED,
    COMMENT,
    STORAGE,
    COMPRESSION,
    STATISTICS
  }
}
