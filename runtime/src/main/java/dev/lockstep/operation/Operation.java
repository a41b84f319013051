package dev.lockstep.operation;

import dev.lockstep.schema.Schema;
import java.util.List;

/** One typed change of a schema: one record, one SQL statement. */
public sealed interface Operation
    permits CreateSchema,
        DropSchema,
        RenameSchema,
        CreateTable,
        DropTable,
        RenameTable,
        SetTableSchema,
        CommentOnTable,
        AddColumn,
        DropColumn,
        RenameColumn,
        AlterColumnType,
        SetNotNull,
        DropNotNull,
        SetDefault,
        DropDefault,
        AddIdentity,
        AlterIdentity,
        DropIdentity,
        RestartIdentity,
        CommentOnColumn,
        AddConstraint,
        DropConstraint,
        AddConstraintNotValid,
        ValidateConstraint,
        AddConstraintUsingIndex,
        RenameConstraint,
        CreateIndex,
        DropIndex,
        CreateIndexConcurrently,
        DropIndexConcurrently,
        CreateIndexOnly,
        AttachIndex,
        RenameIndex,
        CreateObject,
        DropObject,
        DropSqlObject,
        ReplaceSqlObject,
        RenameObject,
        SetObjectSchema,
        CommentOnObject,
        AddEnumValue,
        RenameEnumValue,
        AlterSequence,
        SetSequenceOwner,
        RestartSequence,
        ContinueSequence,
        ContinueIdentity,
        SetParameters,
        ResetParameters,
        SetLogged,
        SetUnlogged,
        SetTablespace,
        SetColumnStatistics,
        SetColumnStorage,
        SetColumnCompression,
        DropExpression,
        CreatePartition,
        DropPartition,
        AttachPartition,
        DetachPartition,
        RenamePartition,
        SetPartitionSchema,
        LockTable,
        FillNulls,
        Backfill,
        Analyze,
        KeepExtras,
        RestoreExtras,
        Sql,
        Run {

  /**
   * The schema after this change.
   *
   * @throws InvalidOperationException if {@code before} does not allow it
   */
  Schema applyTo(Schema before);

  /**
   * What undoes this change, in order; empty where nothing of the schema is to undo.
   *
   * @param before the schema that this operation met
   */
  List<Operation> reverse(Schema before);

  /**
   * What of the data {@link #reverse} does not bring back; empty for most.
   *
   * @param before the schema that this operation met
   */
  default List<Loss> losses(Schema before) {
    return List.of();
  }

  /** How it runs. */
  default Execution execution() {
    return Execution.TRANSACTION;
  }

  <R> R accept(OperationVisitor<R> visitor);
}
