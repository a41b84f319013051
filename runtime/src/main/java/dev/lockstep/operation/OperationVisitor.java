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

  R visit(RenameConstraint operation);

  R visit(CreateIndex operation);

  R visit(DropIndex operation);

  R visit(RenameIndex operation);

  R visit(Backfill operation);

  R visit(Sql operation);

  R visit(Run operation);
}
