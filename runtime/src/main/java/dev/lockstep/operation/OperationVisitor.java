package dev.lockstep.operation;

/** One reading of every kind of operation; the compiler sees to it that none is forgotten. */
public interface OperationVisitor<R> {
  R visit(CreateSchema operation);

  R visit(DropSchema operation);

  R visit(RenameSchema operation);

  R visit(CreateTable operation);

  R visit(DropTable operation);

  R visit(RenameTable operation);

  R visit(SetTableSchema operation);

  R visit(CommentOnTable operation);

  R visit(AddColumn operation);

  R visit(DropColumn operation);

  R visit(RenameColumn operation);

  R visit(AlterColumnType operation);

  R visit(SetNotNull operation);

  R visit(DropNotNull operation);

  R visit(SetDefault operation);

  R visit(DropDefault operation);

  R visit(AddIdentity operation);

  R visit(AlterIdentity operation);

  R visit(DropIdentity operation);

  R visit(RestartIdentity operation);

  R visit(CommentOnColumn operation);

  R visit(AddConstraint operation);

  R visit(DropConstraint operation);

  R visit(AddConstraintNotValid operation);

  R visit(ValidateConstraint operation);

  R visit(AddConstraintUsingIndex operation);

  R visit(RenameConstraint operation);

  R visit(CreateIndex operation);

  R visit(DropIndex operation);

  R visit(CreateIndexConcurrently operation);

  R visit(DropIndexConcurrently operation);

  R visit(CreateIndexOnly operation);

  R visit(AttachIndex operation);

  R visit(RenameIndex operation);

  R visit(CreateObject operation);

  R visit(DropObject operation);

  R visit(DropSqlObject operation);

  R visit(ReplaceSqlObject operation);

  R visit(RenameObject operation);

  R visit(SetObjectSchema operation);

  R visit(CommentOnObject operation);

  R visit(AddEnumValue operation);

  R visit(RenameEnumValue operation);

  R visit(AlterSequence operation);

  R visit(SetSequenceOwner operation);

  R visit(RestartSequence operation);

  R visit(ContinueSequence operation);

  R visit(ContinueIdentity operation);

  R visit(SetParameters operation);

  R visit(ResetParameters operation);

  R visit(SetLogged operation);

  R visit(SetUnlogged operation);

  R visit(SetTablespace operation);

  R visit(SetColumnStatistics operation);

  R visit(SetColumnStorage operation);

  R visit(SetColumnCompression operation);

  R visit(DropExpression operation);

  R visit(CreatePartition operation);

  R visit(DropPartition operation);

  R visit(AttachPartition operation);

  R visit(DetachPartition operation);

  R visit(RenamePartition operation);

  R visit(SetPartitionSchema operation);

  R visit(LockTable operation);

  R visit(FillNulls operation);

  R visit(Backfill operation);

  R visit(Analyze operation);

  R visit(KeepExtras operation);

  R visit(RestoreExtras operation);

  R visit(Sql operation);

  R visit(Run operation);
}
