package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.ChangeVisitor;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import java.util.Comparator;

/**
 * What a change is about, for order: a table, then its members by name.
 *
 * @param member empty for the table itself
 */
record Subject(QualifiedName table, String member) implements Comparable<Subject> {
  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::table).thenComparing(Subject::member);

  static Subject of(Change change) {
    return change.accept(new Finder());
  }

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }

  private static final class Finder implements ChangeVisitor<Subject> {
    @Override
    public Subject visit(Change.NamespaceAdded change) {
      return namespace(change.name());
    }

    @Override
    public Subject visit(Change.NamespaceRemoved change) {
      return namespace(change.name());
    }

    private static Subject namespace(String name) {
      return new Subject(new QualifiedName(name, ""), "");
    }

    @Override
    public Subject visit(Change.TableAdded change) {
      return new Subject(change.table().name(), "");
    }

    @Override
    public Subject visit(Change.TableRemoved change) {
      return new Subject(change.table().name(), "");
    }

    @Override
    public Subject visit(Change.TableRenamed change) {
      return new Subject(change.to(), "");
    }

    @Override
    public Subject visit(Change.TableCommentChanged change) {
      return new Subject(change.table(), "");
    }

    @Override
    public Subject visit(Change.ColumnAdded change) {
      return new Subject(change.table(), change.column().name());
    }

    @Override
    public Subject visit(Change.ColumnRemoved change) {
      return new Subject(change.table(), change.column().name());
    }

    @Override
    public Subject visit(Change.ColumnRenamed change) {
      return new Subject(change.table(), change.to());
    }

    @Override
    public Subject visit(Change.ColumnChanged change) {
      return new Subject(change.table(), change.to().name());
    }

    @Override
    public Subject visit(Change.ConstraintAdded change) {
      return new Subject(change.table(), change.constraint().name());
    }

    @Override
    public Subject visit(Change.ConstraintRemoved change) {
      return new Subject(change.table(), change.constraint().name());
    }

    @Override
    public Subject visit(Change.ConstraintRenamed change) {
      return new Subject(change.table(), change.to());
    }

    @Override
    public Subject visit(Change.ConstraintChanged change) {
      return new Subject(change.table(), change.to().name());
    }

    @Override
    public Subject visit(Change.IndexAdded change) {
      return new Subject(change.table(), change.index().name());
    }

    @Override
    public Subject visit(Change.IndexRemoved change) {
      return new Subject(change.table(), change.index().name());
    }

    @Override
    public Subject visit(Change.IndexRenamed change) {
      return new Subject(change.table(), change.to());
    }

    @Override
    public Subject visit(Change.IndexChanged change) {
      return new Subject(change.table(), change.to().name());
    }

    @Override
    public Subject visit(Change.ObjectAdded change) {
      return object(change.object().key());
    }

    @Override
    public Subject visit(Change.ObjectRemoved change) {
      return object(change.object().key());
    }

    @Override
    public Subject visit(Change.ObjectRenamed change) {
      return object(change.to());
    }

    @Override
    public Subject visit(Change.ObjectChanged change) {
      return object(change.to().key());
    }

    private static Subject object(ObjectKey key) {
      return new Subject(key.name(), "");
    }

    @Override
    public Subject visit(Change.EnumValueAdded change) {
      return new Subject(change.type(), change.value());
    }

    @Override
    public Subject visit(Change.EnumValueRemoved change) {
      return new Subject(change.type(), change.value());
    }

    @Override
    public Subject visit(Change.EnumValueRenamed change) {
      return new Subject(change.type(), change.to());
    }

    @Override
    public Subject visit(Change.PartitionAdded change) {
      return new Subject(change.table(), change.partition().name());
    }

    @Override
    public Subject visit(Change.PartitionRemoved change) {
      return new Subject(change.table(), change.partition().name());
    }

    @Override
    public Subject visit(Change.PartitionChanged change) {
      return new Subject(change.table(), change.to().name());
    }

    @Override
    public Subject visit(Change.PartitioningChanged change) {
      return new Subject(change.table(), "");
    }

    @Override
    public Subject visit(Change.TableOptionsChanged change) {
      return new Subject(change.table(), "");
    }
  }
}
