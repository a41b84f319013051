package dev.lockstep.impact;

import static dev.lockstep.impact.LockMode.ACCESS_EXCLUSIVE;
import static dev.lockstep.impact.LockMode.SHARE;
import static dev.lockstep.impact.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.lockstep.impact.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AddConstraintNotValid;
import dev.lockstep.operation.AddConstraintUsingIndex;
import dev.lockstep.operation.AddEnumValue;
import dev.lockstep.operation.AddIdentity;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.AlterIdentity;
import dev.lockstep.operation.AlterSequence;
import dev.lockstep.operation.Analyze;
import dev.lockstep.operation.AttachIndex;
import dev.lockstep.operation.AttachPartition;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.CommentOnColumn;
import dev.lockstep.operation.CommentOnObject;
import dev.lockstep.operation.CommentOnTable;
import dev.lockstep.operation.ContinueIdentity;
import dev.lockstep.operation.ContinueSequence;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateIndexConcurrently;
import dev.lockstep.operation.CreateIndexOnly;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.CreatePartition;
import dev.lockstep.operation.CreateSchema;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.DetachPartition;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropExpression;
import dev.lockstep.operation.DropIdentity;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.DropIndexConcurrently;
import dev.lockstep.operation.DropNotNull;
import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.DropPartition;
import dev.lockstep.operation.DropSchema;
import dev.lockstep.operation.DropSqlObject;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.KeepExtras;
import dev.lockstep.operation.LockTable;
import dev.lockstep.operation.OperationVisitor;
import dev.lockstep.operation.Relation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameConstraint;
import dev.lockstep.operation.RenameEnumValue;
import dev.lockstep.operation.RenameIndex;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.RenamePartition;
import dev.lockstep.operation.RenameSchema;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.ReplaceSqlObject;
import dev.lockstep.operation.ResetParameters;
import dev.lockstep.operation.RestartIdentity;
import dev.lockstep.operation.RestartSequence;
import dev.lockstep.operation.RestoreExtras;
import dev.lockstep.operation.Run;
import dev.lockstep.operation.SetColumnCompression;
import dev.lockstep.operation.SetColumnStatistics;
import dev.lockstep.operation.SetColumnStorage;
import dev.lockstep.operation.SetDefault;
import dev.lockstep.operation.SetLogged;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.operation.SetObjectSchema;
import dev.lockstep.operation.SetParameters;
import dev.lockstep.operation.SetPartitionSchema;
import dev.lockstep.operation.SetSequenceOwner;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.operation.SetTablespace;
import dev.lockstep.operation.SetUnlogged;
import dev.lockstep.operation.Sql;
import dev.lockstep.operation.ValidateConstraint;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;

/**
 * What each operation does, as measured on PostgreSQL 14 to 18 by {@code ImpactOnPostgresTest}. One
 * method for each operation makes this file long.
 */
final class ImpactReader implements OperationVisitor<Impact> {
  private final Schema before;
  private final int major;

  ImpactReader(Schema before, int major) {
    this.before = before;
    this.major = major;
  }

  private ImpactBuilder impact() {
    return new ImpactBuilder(before);
  }

  @Override
  public Impact visit(CreateSchema operation) {
    return Impact.NONE;
  }

  @Override
  public Impact visit(DropSchema operation) {
    return Impact.NONE;
  }

  @Override
  public Impact visit(RenameSchema operation) {
    return impact().breaks(Breakage.NAME_GONE).build();
  }

  @Override
  public Impact visit(CreateTable operation) {
    ImpactBuilder impact = impact();
    operation
        .table()
        .foreignKeys()
        .filter(key -> !key.target().equals(operation.table().name()))
        .forEach(key -> impact.lockAll(key.target(), SHARE_ROW_EXCLUSIVE));
    return impact.build();
  }

  @Override
  public Impact visit(DropTable operation) {
    ImpactBuilder impact =
        impact().lockAll(operation.table(), ACCESS_EXCLUSIVE).breaks(Breakage.RELATION_GONE);
    before
        .table(operation.table())
        .foreignKeys()
        .forEach(key -> impact.lockAll(key.target(), ACCESS_EXCLUSIVE));
    return impact.build();
  }

  @Override
  public Impact visit(RenameTable operation) {
    return impact()
        .lock(operation.table(), ACCESS_EXCLUSIVE)
        .breaks(Breakage.NAME_GONE)
        .build();
  }

  @Override
  public Impact visit(SetTableSchema operation) {
    return impact()
        .lock(operation.table(), ACCESS_EXCLUSIVE)
        .breaks(Breakage.NAME_GONE)
        .build();
  }

  @Override
  public Impact visit(CommentOnTable operation) {
    return impact().lock(operation.table(), SHARE_UPDATE_EXCLUSIVE).build();
  }

  @Override
  public Impact visit(AddColumn operation) {
    return ColumnImpact.add(operation, before, impact());
  }

  @Override
  public Impact visit(DropColumn operation) {
    return ColumnImpact.drop(operation, before.table(operation.table()), impact());
  }

  @Override
  public Impact visit(RenameColumn operation) {
    return impact()
        .lockAll(operation.table(), ACCESS_EXCLUSIVE)
        .breaks(Breakage.NAME_GONE)
        .build();
  }

  @Override
  public Impact visit(AlterColumnType operation) {
    return ColumnImpact.alterType(operation, before, impact());
  }

  @Override
  public Impact visit(SetNotNull operation) {
    return ColumnImpact.setNotNull(operation, before.table(operation.table()), impact());
  }

  @Override
  public Impact visit(DropNotNull operation) {
    return impact()
        .lockAll(operation.table(), ACCESS_EXCLUSIVE)
        .breaks(Breakage.NULL_SEEN)
        .build();
  }

  @Override
  public Impact visit(SetDefault operation) {
    return impact().lockAll(operation.table(), ACCESS_EXCLUSIVE).build();
  }

  @Override
  public Impact visit(DropDefault operation) {
    ImpactBuilder impact = impact().lockAll(operation.table(), ACCESS_EXCLUSIVE);
    boolean required =
        !before.table(operation.table()).columns().get(operation.column()).nullable();
    return (required ? impact.breaks(Breakage.COLUMN_REQUIRED) : impact).build();
  }

  @Override
  public Impact visit(AddIdentity operation) {
    return identity(operation.table()).build();
  }

  @Override
  public Impact visit(AlterIdentity operation) {
    return identity(operation.table()).build();
  }

  @Override
  public Impact visit(DropIdentity operation) {
    return identity(operation.table()).breaks(Breakage.COLUMN_REQUIRED).build();
  }

  private ImpactBuilder identity(QualifiedName table) {
    return major >= 17
        ? impact().lockAll(table, ACCESS_EXCLUSIVE)
        : impact().lock(table, ACCESS_EXCLUSIVE);
  }

  @Override
  public Impact visit(RestartIdentity operation) {
    return Impact.NONE;
  }

  @Override
  public Impact visit(CommentOnColumn operation) {
    return impact().lock(operation.table(), SHARE_UPDATE_EXCLUSIVE).build();
  }

  @Override
  public Impact visit(AddConstraint operation) {
    return ConstraintImpact.add(
        operation.constraint(), before.table(operation.table()), major, impact());
  }

  @Override
  public Impact visit(DropConstraint operation) {
    Table table = before.table(operation.table());
    return ConstraintImpact.drop(table.constraints().get(operation.name()), table.name(), impact());
  }

  @Override
  public Impact visit(AddConstraintNotValid operation) {
    return ConstraintImpact.addNotValid(operation.constraint(), operation.table(), impact());
  }

  @Override
  public Impact visit(ValidateConstraint operation) {
    Table table = before.table(operation.table());
    return ConstraintImpact.validate(
        table.constraints().get(operation.name()), table.name(), impact());
  }

  @Override
  public Impact visit(AddConstraintUsingIndex operation) {
    return ConstraintImpact.addUsingIndex(
        operation.constraint(), before.table(operation.table()), impact());
  }

  @Override
  public Impact visit(RenameConstraint operation) {
    return ConstraintImpact.rename(
        before.table(operation.table()).constraints().get(operation.name()),
        operation.table(),
        impact());
  }

  @Override
  public Impact visit(CreateIndex operation) {
    ImpactBuilder impact =
        impact().lockAll(operation.table(), SHARE).work(operation.table(), Work.INDEX_BUILD);
    if (operation.index().unique()) {
      impact.fails(Failure.DUPLICATES).breaks(Breakage.VALUES_REFUSED);
    }
    return impact.build();
  }

  @Override
  public Impact visit(DropIndex operation) {
    ImpactBuilder impact = impact().lockAll(relationOfIndex(operation.index()), ACCESS_EXCLUSIVE);
    return impact.build();
  }

  @Override
  public Impact visit(CreateIndexConcurrently operation) {
    ImpactBuilder impact = impact()
        .lock(operation.table(), SHARE_UPDATE_EXCLUSIVE)
        .work(operation.table(), Work.INDEX_BUILD);
    if (operation.index().unique()) {
      impact.fails(Failure.DUPLICATES).breaks(Breakage.VALUES_REFUSED);
    }
    return impact.build();
  }

  @Override
  public Impact visit(CreateIndexOnly operation) {
    ImpactBuilder impact = impact().lock(operation.table(), SHARE);
    return (operation.index().unique() ? impact.breaks(Breakage.VALUES_REFUSED) : impact).build();
  }

  @Override
  public Impact visit(AttachIndex operation) {
    return Impact.NONE;
  }

  @Override
  public Impact visit(DropIndexConcurrently operation) {
    return impact()
        .lock(relationOfIndex(operation.index()), SHARE_UPDATE_EXCLUSIVE)
        .build();
  }

  private QualifiedName relationOfIndex(QualifiedName index) {
    return before
        .tableOfIndex(index)
        .map(Table::name)
        .or(() -> before.viewOfIndex(index).map(View::name))
        .orElseThrow();
  }

  @Override
  public Impact visit(RenameIndex operation) {
    return Impact.NONE;
  }

  @Override
  public Impact visit(CreateObject operation) {
    return operation.object() instanceof SqlObject ? Impact.UNKNOWN : Impact.NONE;
  }

  @Override
  public Impact visit(DropObject operation) {
    return changed(operation.object(), Breakage.RELATION_GONE);
  }

  @Override
  public Impact visit(DropSqlObject operation) {
    return Impact.UNKNOWN;
  }

  @Override
  public Impact visit(ReplaceSqlObject operation) {
    return Impact.UNKNOWN;
  }

  @Override
  public Impact visit(RenameObject operation) {
    return changed(operation.object(), Breakage.NAME_GONE);
  }

  @Override
  public Impact visit(SetObjectSchema operation) {
    return changed(operation.object(), Breakage.NAME_GONE);
  }

  private Impact changed(ObjectKey object, Breakage breakage) {
    ImpactBuilder impact = impact().breaks(breakage);
    return (object.kind().isView() ? impact.lock(object.name(), ACCESS_EXCLUSIVE) : impact).build();
  }

  @Override
  public Impact visit(CommentOnObject operation) {
    ObjectKey object = operation.object();
    return object.kind().isView()
        ? impact().lock(object.name(), SHARE_UPDATE_EXCLUSIVE).build()
        : Impact.NONE;
  }

  @Override
  public Impact visit(AddEnumValue operation) {
    return impact().breaks(Breakage.VALUES_SEEN).build();
  }

  @Override
  public Impact visit(RenameEnumValue operation) {
    return impact().breaks(Breakage.NAME_GONE).build();
  }

  @Override
  public Impact visit(AlterSequence operation) {
    return Impact.NONE;
  }

  @Override
  public Impact visit(SetSequenceOwner operation) {
    return Impact.NONE;
  }

  @Override
  public Impact visit(RestartSequence operation) {
    return Impact.NONE;
  }

  @Override
  public Impact visit(ContinueSequence operation) {
    return Impact.NONE;
  }

  @Override
  public Impact visit(ContinueIdentity operation) {
    return Impact.NONE;
  }

  @Override
  public Impact visit(SetParameters operation) {
    return parameters(operation.relation());
  }

  @Override
  public Impact visit(ResetParameters operation) {
    return parameters(operation.relation());
  }

  private Impact parameters(Relation relation) {
    return switch (relation.kind()) {
      case INDEX -> Impact.NONE;
      case TABLE, MATERIALIZED_VIEW ->
        impact().lock(relation.name(), SHARE_UPDATE_EXCLUSIVE).build();
      case VIEW -> impact().lock(relation.name(), ACCESS_EXCLUSIVE).build();
    };
  }

  @Override
  public Impact visit(SetLogged operation) {
    return rewritten(operation.table());
  }

  @Override
  public Impact visit(SetUnlogged operation) {
    return rewritten(operation.table());
  }

  @Override
  public Impact visit(SetTablespace operation) {
    return rewritten(operation.table());
  }

  private Impact rewritten(QualifiedName table) {
    return impact().lock(table, ACCESS_EXCLUSIVE).work(table, Work.REWRITE).build();
  }

  @Override
  public Impact visit(SetColumnStatistics operation) {
    return impact().lockAll(operation.table(), SHARE_UPDATE_EXCLUSIVE).build();
  }

  @Override
  public Impact visit(SetColumnStorage operation) {
    return impact().lockAll(operation.table(), ACCESS_EXCLUSIVE).build();
  }

  @Override
  public Impact visit(SetColumnCompression operation) {
    return impact().lock(operation.table(), ACCESS_EXCLUSIVE).build();
  }

  @Override
  public Impact visit(DropExpression operation) {
    return impact().lockAll(operation.table(), ACCESS_EXCLUSIVE).build();
  }

  @Override
  public Impact visit(CreatePartition operation) {
    return PartitionImpact.create(before.table(operation.table()), before, major, impact());
  }

  @Override
  public Impact visit(DropPartition operation) {
    return PartitionImpact.drop(
        before.table(operation.table()), operation.name(), before, major, impact());
  }

  @Override
  public Impact visit(AttachPartition operation) {
    return PartitionImpact.attach(
        before.table(operation.table()), operation.partition(), before, major, impact());
  }

  @Override
  public Impact visit(DetachPartition operation) {
    return PartitionImpact.detach(
        before.table(operation.table()), operation.name(), before, major, impact());
  }

  @Override
  public Impact visit(RenamePartition operation) {
    return impact()
        .lock(operation.table().sibling(operation.name()), ACCESS_EXCLUSIVE)
        .build();
  }

  @Override
  public Impact visit(SetPartitionSchema operation) {
    return impact().lock(operation.partition(), ACCESS_EXCLUSIVE).build();
  }

  @Override
  public Impact visit(LockTable operation) {
    return impact()
        .lockAll(
            operation.table(),
            operation.mode() == LockTable.Mode.ALL ? ACCESS_EXCLUSIVE : SHARE_ROW_EXCLUSIVE)
        .build();
  }

  @Override
  public Impact visit(FillNulls operation) {
    return impact().work(operation.table(), Work.UPDATE).build();
  }

  @Override
  public Impact visit(Backfill operation) {
    return impact().work(operation.table(), Work.UPDATE_SOME).build();
  }

  @Override
  public Impact visit(Analyze operation) {
    return impact().lockAll(operation.table(), SHARE_UPDATE_EXCLUSIVE).build();
  }

  @Override
  public Impact visit(KeepExtras operation) {
    return Impact.NONE;
  }

  @Override
  public Impact visit(RestoreExtras operation) {
    return impact().lockAll(operation.table(), ACCESS_EXCLUSIVE).build();
  }

  @Override
  public Impact visit(Sql operation) {
    return Impact.UNKNOWN;
  }

  @Override
  public Impact visit(Run operation) {
    return Impact.UNKNOWN;
  }
}
