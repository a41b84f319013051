package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.ChangeVisitor;
import dev.lockstep.schema.Column;

/**
 * The description of a migration that makes one change, as a person would write it: {@code Add
 * address to user}.
 */
final class Suggestion implements ChangeVisitor<String> {

  static String of(Change change) {
    return change.accept(new Suggestion());
  }

  @Override
  public String visit(Change.NamespaceAdded change) {
    return "Create schema " + change.name();
  }

  @Override
  public String visit(Change.NamespaceRemoved change) {
    return "Drop schema " + change.name();
  }

  @Override
  public String visit(Change.TableAdded change) {
    return "Create table " + change.table().name();
  }

  @Override
  public String visit(Change.TableRemoved change) {
    return "Drop table " + change.table().name();
  }

  @Override
  public String visit(Change.TableRenamed change) {
    String schema = change.to().schema();
    return change.from().name().equals(change.to().name()) && !schema.isEmpty()
        ? "Move table " + change.from() + " to schema " + schema
        : "Rename table " + change.from() + " to " + change.to();
  }

  @Override
  public String visit(Change.TableCommentChanged change) {
    return "Change comment of table " + change.table();
  }

  @Override
  public String visit(Change.ColumnAdded change) {
    return "Add " + change.column().name() + " to " + change.table();
  }

  @Override
  public String visit(Change.ColumnRemoved change) {
    return "Drop " + change.column().name() + " from " + change.table();
  }

  @Override
  public String visit(Change.ColumnRenamed change) {
    return "Rename " + change.from() + " of " + change.table() + " to " + change.to();
  }

  @Override
  public String visit(Change.ColumnChanged change) {
    String column = change.to().name();
    return switch (change.aspect()) {
      case TYPE -> "Change type of " + column + " in " + change.table();
      case COLLATION -> "Change collation of " + column + " in " + change.table();
      case NULLABILITY ->
        "Make " + column + " of " + change.table()
            + (change.to().nullable() ? " nullable" : " NOT NULL");
      case DEFAULT ->
        verb(change.from(), change.to()) + " default of " + column + " in " + change.table();
      case IDENTITY -> "Change identity of " + column + " in " + change.table();
      case COMPUTED -> "Change computation of " + column + " in " + change.table();
      case COMMENT -> "Change comment of " + column + " in " + change.table();
      case STORAGE -> "Change storage of " + column + " in " + change.table();
      case COMPRESSION -> "Change compression of " + column + " in " + change.table();
      case STATISTICS -> "Change statistics of " + column + " in " + change.table();
    };
  }

  private static String verb(Column from, Column to) {
    if (to.defaultExpression().isEmpty()) {
      return "Drop";
    }
    return from.defaultExpression().isEmpty() ? "Set" : "Change";
  }

  @Override
  public String visit(Change.ConstraintAdded change) {
    return "Add " + Kinds.described(change.constraint()) + " to " + change.table();
  }

  @Override
  public String visit(Change.ConstraintRemoved change) {
    return "Drop " + Kinds.described(change.constraint()) + " from " + change.table();
  }

  @Override
  public String visit(Change.ConstraintRenamed change) {
    return "Rename constraint " + change.from() + " of " + change.table() + " to " + change.to();
  }

  @Override
  public String visit(Change.ConstraintChanged change) {
    return "Change " + Kinds.described(change.to()) + " of " + change.table();
  }

  @Override
  public String visit(Change.IndexAdded change) {
    return "Add " + Kinds.described(change.index()) + " to " + change.table();
  }

  @Override
  public String visit(Change.IndexRemoved change) {
    return "Drop " + Kinds.described(change.index()) + " from " + change.table();
  }

  @Override
  public String visit(Change.IndexRenamed change) {
    return "Rename index " + change.from() + " of " + change.table() + " to " + change.to();
  }

  @Override
  public String visit(Change.IndexChanged change) {
    return "Change " + Kinds.described(change.to()) + " of " + change.table();
  }

  @Override
  public String visit(Change.ObjectAdded change) {
    return ObjectSuggestion.of(change);
  }

  @Override
  public String visit(Change.ObjectRemoved change) {
    return ObjectSuggestion.of(change);
  }

  @Override
  public String visit(Change.ObjectRenamed change) {
    return ObjectSuggestion.of(change);
  }

  @Override
  public String visit(Change.ObjectChanged change) {
    return ObjectSuggestion.of(change);
  }

  @Override
  public String visit(Change.EnumValueAdded change) {
    return "Add value " + change.value() + " to enum " + change.type();
  }

  @Override
  public String visit(Change.EnumValueRemoved change) {
    return change.successor().isEmpty()
        ? "Remove value " + change.value() + " from enum " + change.type()
        : "Replace value " + change.value() + " of enum " + change.type() + " by "
            + change.successor();
  }

  @Override
  public String visit(Change.EnumValueRenamed change) {
    return "Rename value " + change.from() + " of enum " + change.type() + " to " + change.to();
  }

  @Override
  public String visit(Change.PartitionAdded change) {
    return "Add partition " + change.partition().name() + " to " + change.table();
  }

  @Override
  public String visit(Change.PartitionRemoved change) {
    return "Drop partition " + change.partition().name() + " from " + change.table();
  }

  @Override
  public String visit(Change.PartitionChanged change) {
    String from = change.from().name();
    String to = change.to().name();
    return from.equals(to)
        ? "Change partition " + to + " of " + change.table()
        : "Rename partition " + from + " of " + change.table() + " to " + to;
  }

  @Override
  public String visit(Change.PartitioningChanged change) {
    return "Change partitioning of table " + change.table();
  }

  @Override
  public String visit(Change.TableOptionsChanged change) {
    return TableStorage.of(change).suggestion(change.table());
  }
}
