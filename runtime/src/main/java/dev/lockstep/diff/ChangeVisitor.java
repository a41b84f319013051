package dev.lockstep.diff;

/** One reading of the changes; the compiler sees to it that none is forgotten. */
public interface ChangeVisitor<R> {
  R visit(Change.NamespaceAdded change);

  R visit(Change.NamespaceRemoved change);

  R visit(Change.TableAdded change);

  R visit(Change.TableRemoved change);

  R visit(Change.TableRenamed change);

  R visit(Change.TableCommentChanged change);

  R visit(Change.ColumnAdded change);

  R visit(Change.ColumnRemoved change);

  R visit(Change.ColumnRenamed change);

  R visit(Change.ColumnChanged change);

  R visit(Change.ConstraintAdded change);

  R visit(Change.ConstraintRemoved change);

  R visit(Change.ConstraintRenamed change);

  R visit(Change.ConstraintChanged change);

  R visit(Change.IndexAdded change);

  R visit(Change.IndexRemoved change);

  R visit(Change.IndexRenamed change);

  R visit(Change.IndexChanged change);

  R visit(Change.ObjectAdded change);

  R visit(Change.ObjectRemoved change);

  R visit(Change.ObjectRenamed change);

  R visit(Change.ObjectChanged change);

  R visit(Change.EnumValueAdded change);

  R visit(Change.EnumValueRemoved change);

  R visit(Change.EnumValueRenamed change);

  R visit(Change.PartitionAdded change);

  R visit(Change.PartitionRemoved change);

  R visit(Change.PartitionChanged change);

  R visit(Change.PartitioningChanged change);

  R visit(Change.TableOptionsChanged change);
}
