package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.ChangeVisitor;
import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfDatabase;
import dev.lockstep.processor.problem.Place.OfEnumValue;
import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which place of the model caused a change. What is gone is on its table's class, a table that is
 * gone, or a thing beside tables, on the database.
 *
 * @param declared names constraints and indexes as the model does; a change names them as the
 *     database will
 */
record ChangePlaces(Schema declared) implements ChangeVisitor<Place> {

  @Override
  public Place visit(Change.NamespaceAdded change) {
    return new OfDatabase();
  }

  @Override
  public Place visit(Change.NamespaceRemoved change) {
    return new OfDatabase();
  }

  @Override
  public Place visit(Change.TableAdded change) {
    return new OfTable(change.table().name(), "");
  }

  @Override
  public Place visit(Change.TableRemoved change) {
    return new OfDatabase();
  }

  @Override
  public Place visit(Change.TableRenamed change) {
    return new OfTable(change.to(), "");
  }

  @Override
  public Place visit(Change.TableCommentChanged change) {
    return new OfTable(change.table(), "");
  }

  @Override
  public Place visit(Change.ColumnAdded change) {
    return new OfColumn(change.table(), change.column().name(), "");
  }

  @Override
  public Place visit(Change.ColumnRemoved change) {
    return new OfTable(change.table(), "");
  }

  @Override
  public Place visit(Change.ColumnRenamed change) {
    return new OfColumn(change.table(), change.to(), "");
  }

  @Override
  public Place visit(Change.ColumnChanged change) {
    return new OfColumn(change.table(), change.to().name(), "");
  }

  @Override
  public Place visit(Change.ConstraintAdded change) {
    return of(change.table(), change.constraint());
  }

  @Override
  public Place visit(Change.ConstraintRemoved change) {
    return new OfTable(change.table(), "");
  }

  @Override
  public Place visit(Change.ConstraintRenamed change) {
    return new OfMember(change.table(), change.to());
  }

  @Override
  public Place visit(Change.ConstraintChanged change) {
    return of(change.table(), change.to());
  }

  @Override
  public Place visit(Change.IndexAdded change) {
    return of(change.table(), change.index());
  }

  @Override
  public Place visit(Change.IndexRemoved change) {
    return new OfTable(change.table(), "");
  }

  @Override
  public Place visit(Change.IndexRenamed change) {
    return new OfMember(change.table(), change.to());
  }

  @Override
  public Place visit(Change.IndexChanged change) {
    return of(change.table(), change.to());
  }

  @Override
  public Place visit(Change.ObjectAdded change) {
    return new OfObject(change.object().key(), "");
  }

  @Override
  public Place visit(Change.ObjectRemoved change) {
    return new OfDatabase();
  }

  @Override
  public Place visit(Change.ObjectRenamed change) {
    return new OfObject(change.to(), "");
  }

  @Override
  public Place visit(Change.ObjectChanged change) {
    return new OfObject(change.to().key(), "");
  }

  @Override
  public Place visit(Change.EnumValueAdded change) {
    return new OfEnumValue(change.type(), change.value());
  }

  @Override
  public Place visit(Change.EnumValueRemoved change) {
    return new OfObject(new ObjectKey(ObjectKind.ENUM, change.type()), "");
  }

  @Override
  public Place visit(Change.EnumValueRenamed change) {
    return new OfEnumValue(change.type(), change.to());
  }

  @Override
  public Place visit(Change.PartitionAdded change) {
    return new OfMember(change.table(), change.partition().name());
  }

  @Override
  public Place visit(Change.PartitionRemoved change) {
    return new OfTable(change.table(), "");
  }

  @Override
  public Place visit(Change.PartitionChanged change) {
    return new OfMember(change.table(), change.to().name());
  }

  @Override
  public Place visit(Change.PartitioningChanged change) {
    return new OfTable(change.table(), "");
  }

  @Override
  public Place visit(Change.TableOptionsChanged change) {
    return new OfTable(change.table(), "");
  }

  Place of(QualifiedName name, Constraint constraint) {
    Stream<Constraint> same =
        table(name).filter(table -> !table.constraints().contains(constraint.name())).stream()
            .flatMap(table -> table.constraints().stream().filter(constraint::sameBut));
    return new OfMember(name, same.findFirst().orElse(constraint).name());
  }

  private Place of(QualifiedName name, Index index) {
    Stream<Index> same =
        table(name).filter(table -> !table.indexes().contains(index.name())).stream()
            .flatMap(table -> table.indexes().stream().filter(index::sameBut));
    return new OfMember(name, same.findFirst().orElse(index).name());
  }

  private Optional<Table> table(QualifiedName name) {
    return declared.find(name);
  }
}
