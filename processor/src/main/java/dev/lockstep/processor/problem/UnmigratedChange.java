package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.column;
import static dev.lockstep.processor.problem.Wording.member;
import static dev.lockstep.processor.problem.Wording.oneLine;
import static dev.lockstep.processor.problem.Wording.quoted;
import static dev.lockstep.processor.problem.Wording.table;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.ChangeVisitor;
import dev.lockstep.diff.Hazard;
import dev.lockstep.schema.Column;
import java.util.List;

/**
 * The problem that a change is not migrated yet, with the command that migrates it: {@code column
 * "address" of table "user" is not migrated yet}.
 */
record UnmigratedChange(ChangePlaces places, Commands commands, Candidates candidates)
    implements ChangeVisitor<Problem> {

  private Problem problem(String code, Change change, String message) {
    String migrate = "migrate: " + commands.forChange(change);
    return Problem.error(code, change.accept(places), message, migrate);
  }

  private Problem added(String code, Change change, String what) {
    return problem(code, change, what + " is not migrated yet");
  }

  private Problem gone(String code, Change change, String what) {
    return problem(code, change, what + " is not declared any more, which is not migrated yet");
  }

  private Problem renamed(String code, Change change, String what, Object newName) {
    return problem(
        code, change, what + " is named " + quoted(newName) + " now, which is not migrated yet");
  }

  private Problem changed(String code, Change change, String what) {
    return problem(code, change, what + " changed, which is not migrated yet");
  }

  /** Whether something new is something old is never guessed: both answers are offered. */
  private Problem orRenamed(
      Problem problem, Change change, String annotation, List<String> gone, String drop) {
    if (gone.isEmpty()) {
      return problem;
    }
    String both = Suggestion.of(change) + " and " + drop;
    return Problem.error(
        problem.code(),
        problem.place(),
        problem.message(),
        Candidates.renamedFrom(annotation, gone),
        "not renamed: " + commands.of(both, Hazard.DATA_LOSS));
  }

  @Override
  public Problem visit(Change.NamespaceAdded change) {
    return added("SchemaAdded", change, "schema " + quoted(change.name()));
  }

  @Override
  public Problem visit(Change.NamespaceRemoved change) {
    return gone("SchemaRemoved", change, "schema " + quoted(change.name()));
  }

  @Override
  public Problem visit(Change.TableAdded change) {
    Problem problem = added("TableAdded", change, table(change.table().name()));
    List<String> gone = candidates.removedTables();
    return orRenamed(problem, change, "Table", gone, "drop table " + Wording.all(gone));
  }

  @Override
  public Problem visit(Change.TableRemoved change) {
    return gone("TableRemoved", change, table(change.table().name()));
  }

  @Override
  public Problem visit(Change.TableRenamed change) {
    if (!change.from().name().equals(change.to().name())) {
      return renamed("TableRenamed", change, table(change.from()), change.to());
    }
    String schema = change.to().schema();
    String where = schema.isEmpty() ? "the schema of the database" : "schema " + quoted(schema);
    return problem(
        "TableRenamed",
        change,
        table(change.from()) + " is in " + where + " now, which is not migrated yet");
  }

  @Override
  public Problem visit(Change.TableCommentChanged change) {
    return changed("TableCommentChanged", change, "the comment of " + table(change.table()));
  }

  @Override
  public Problem visit(Change.ColumnAdded change) {
    Problem problem =
        added("ColumnAdded", change, column(change.table(), change.column().name()));
    List<String> gone = candidates.removedFor(change);
    return orRenamed(problem, change, "Column", gone, "drop " + Wording.all(gone));
  }

  @Override
  public Problem visit(Change.ColumnRemoved change) {
    return gone("ColumnRemoved", change, column(change.table(), change.column().name()));
  }

  @Override
  public Problem visit(Change.ColumnRenamed change) {
    return renamed("ColumnRenamed", change, column(change.table(), change.from()), change.to());
  }

  @Override
  public Problem visit(Change.ColumnChanged change) {
    String column = column(change.table(), change.to().name());
    Column to = change.to();
    return switch (change.aspect()) {
      case TYPE ->
        problem(
            "ColumnTypeChanged",
            change,
            "the type of " + column + " changed from " + oneLine(change.from().type()) + " to "
                + oneLine(to.type()) + ", which is not migrated yet");
      case NULLABILITY ->
        problem(
            "ColumnNullabilityChanged",
            change,
            column + (to.nullable() ? " takes NULL" : " is NOT NULL")
                + " now, which is not migrated yet");
      case DEFAULT -> changed("ColumnDefaultChanged", change, "the default of " + column);
      case IDENTITY -> changed("ColumnIdentityChanged", change, "the identity of " + column);
      case COMPUTED -> changed("ColumnComputedChanged", change, "the computation of " + column);
      case COLLATION -> changed("ColumnCollationChanged", change, "the collation of " + column);
      case COMMENT -> changed("ColumnCommentChanged", change, "the comment of " + column);
      case STORAGE -> changed("ColumnStorageChanged", change, "the storage of " + column);
      case COMPRESSION ->
        changed("ColumnCompressionChanged", change, "the compression of " + column);
      case STATISTICS -> changed("ColumnStatisticsChanged", change, "the statistics of " + column);
    };
  }

  @Override
  public Problem visit(Change.ConstraintAdded change) {
    String kind = Kinds.of(change.constraint());
    return added(
        "ConstraintAdded",
        change,
        member(kind, change.table(), change.constraint().name()));
  }

  @Override
  public Problem visit(Change.ConstraintRemoved change) {
    String kind = Kinds.of(change.constraint());
    return gone(
        "ConstraintRemoved",
        change,
        member(kind, change.table(), change.constraint().name()));
  }

  @Override
  public Problem visit(Change.ConstraintRenamed change) {
    String what = member("constraint", change.table(), change.from());
    return renamed("ConstraintRenamed", change, what, change.to());
  }

  @Override
  public Problem visit(Change.ConstraintChanged change) {
    String kind = Kinds.of(change.to());
    return changed(
        "ConstraintChanged", change, member(kind, change.table(), change.to().name()));
  }

  @Override
  public Problem visit(Change.IndexAdded change) {
    return added(
        "IndexAdded", change, member("index", change.table(), change.index().name()));
  }

  @Override
  public Problem visit(Change.IndexRemoved change) {
    return gone(
        "IndexRemoved", change, member("index", change.table(), change.index().name()));
  }

  @Override
  public Problem visit(Change.IndexRenamed change) {
    String what = member("index", change.table(), change.from());
    return renamed("IndexRenamed", change, what, change.to());
  }

  @Override
  public Problem visit(Change.IndexChanged change) {
    return changed(
        "IndexChanged", change, member("index", change.table(), change.to().name()));
  }

  @Override
  public Problem visit(Change.ObjectAdded change) {
    throw new IllegalStateException("not yet");
  }

  @Override
  public Problem visit(Change.ObjectRemoved change) {
    throw new IllegalStateException("not yet");
  }

  @Override
  public Problem visit(Change.ObjectRenamed change) {
    throw new IllegalStateException("not yet");
  }

  @Override
  public Problem visit(Change.ObjectChanged change) {
    throw new IllegalStateException("not yet");
  }

  @Override
  public Problem visit(Change.EnumValueAdded change) {
    throw new IllegalStateException("not yet");
  }

  @Override
  public Problem visit(Change.EnumValueRemoved change) {
    throw new IllegalStateException("not yet");
  }

  @Override
  public Problem visit(Change.EnumValueRenamed change) {
    throw new IllegalStateException("not yet");
  }

  @Override
  public Problem visit(Change.PartitionAdded change) {
    throw new IllegalStateException("not yet");
  }

  @Override
  public Problem visit(Change.PartitionRemoved change) {
    throw new IllegalStateException("not yet");
  }

  @Override
  public Problem visit(Change.PartitionChanged change) {
    throw new IllegalStateException("not yet");
  }

  @Override
  public Problem visit(Change.PartitioningChanged change) {
    throw new IllegalStateException("not yet");
  }

  @Override
  public Problem visit(Change.TableOptionsChanged change) {
    throw new IllegalStateException("not yet");
  }
}
