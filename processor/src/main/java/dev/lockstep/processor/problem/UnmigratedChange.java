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
import java.util.ArrayList;
import java.util.List;

/**
 * The problem that a change is not migrated yet, with the command that migrates it: {@code column
 * "address" of table "user" is not migrated yet}.
 */
record UnmigratedChange(
    ChangeScope scope, ChangeMessage message, Candidates candidates, UnmigratedObject objects)
    implements ChangeVisitor<Problem> {

  static UnmigratedChange in(ChangeScope scope) {
    ChangeMessage message = new ChangeMessage(scope.places(), scope.commands());
    return new UnmigratedChange(
        scope,
        message,
        scope.candidates(),
        new UnmigratedObject(message, scope.objects(), scope.enums(), scope.steps()));
  }

  @Override
  public Problem visit(Change.NamespaceAdded change) {
    return message.added("SchemaAdded", change, "schema " + quoted(change.name()));
  }

  @Override
  public Problem visit(Change.NamespaceRemoved change) {
    return message.gone("SchemaRemoved", change, "schema " + quoted(change.name()));
  }

  @Override
  public Problem visit(Change.TableAdded change) {
    Problem problem = message.added("TableAdded", change, table(change.table().name()));
    List<String> gone = candidates.removedTables();
    return orRenamed(problem, change, "Table", gone, "drop table " + Wording.all(gone));
  }

  private Problem orRenamed(
      Problem problem, Change change, String annotation, List<String> gone, String drop) {
    return gone.isEmpty()
        ? problem
        : message.orRenamed(
            problem, change, Candidates.renamedFrom(annotation, gone), drop, Hazard.DATA_LOSS);
  }

  @Override
  public Problem visit(Change.TableRemoved change) {
    return message.gone("TableRemoved", change, table(change.table().name()));
  }

  @Override
  public Problem visit(Change.TableRenamed change) {
    return change.from().name().equals(change.to().name())
        ? message.moved(
            "TableRenamed", change, table(change.from()), change.to().schema())
        : message.renamed("TableRenamed", change, table(change.from()), change.to());
  }

  @Override
  public Problem visit(Change.TableCommentChanged change) {
    return message.changed(
        "TableCommentChanged", change, "the comment of " + table(change.table()));
  }

  @Override
  public Problem visit(Change.ColumnAdded change) {
    Problem problem = message.added(
        "ColumnAdded", change, column(change.table(), change.column().name()));
    List<String> gone = candidates.removedFor(change);
    return orRenamed(problem, change, "Column", gone, "drop " + Wording.all(gone));
  }

  @Override
  public Problem visit(Change.ColumnRemoved change) {
    return message.gone(
        "ColumnRemoved", change, column(change.table(), change.column().name()));
  }

  @Override
  public Problem visit(Change.ColumnRenamed change) {
    Problem problem = message.renamed(
        "ColumnRenamed", change, column(change.table(), change.from()), change.to());
    return scope
        .rolling()
        .command(change)
        .map(command -> with(problem, "for a rolling deployment: " + command))
        .orElse(problem);
  }

  private Problem type(Change.ColumnChanged change) {
    Problem problem = message.problem(
        "ColumnTypeChanged",
        change,
        "the type of " + column(change.table(), change.to().name()) + " changed from "
            + oneLine(change.from().type()) + " to " + oneLine(change.to().type())
            + ", which is not migrated yet");
    if (!Retyping.of(scope, change).isOnline()) {
      return problem;
    }
    return with(
        problem,
        "with the table locked, not by a new column: "
            + scope.commands().forChange(change, Risk.rewrite(change.table())));
  }

  private static Problem with(Problem problem, String line) {
    List<String> lines = new ArrayList<>(problem.fixes());
    lines.add(line);
    return problem.withFixes(lines);
  }

  @Override
  public Problem visit(Change.ColumnChanged change) {
    String column = column(change.table(), change.to().name());
    Column to = change.to();
    return switch (change.aspect()) {
      case TYPE -> type(change);
      case NULLABILITY ->
        message.problem(
            "ColumnNullabilityChanged",
            change,
            column + (to.nullable() ? " takes NULL" : " is NOT NULL")
                + " now, which is not migrated yet");
      case DEFAULT -> message.changed("ColumnDefaultChanged", change, "the default of " + column);
      case IDENTITY ->
        message.changed("ColumnIdentityChanged", change, "the identity of " + column);
      case COMPUTED ->
        message.changed("ColumnComputedChanged", change, "the computation of " + column);
      case COLLATION ->
        message.changed("ColumnCollationChanged", change, "the collation of " + column);
      case COMMENT -> message.changed("ColumnCommentChanged", change, "the comment of " + column);
      case STORAGE -> message.changed("ColumnStorageChanged", change, "the storage of " + column);
      case COMPRESSION ->
        message.changed("ColumnCompressionChanged", change, "the compression of " + column);
      case STATISTICS ->
        message.changed("ColumnStatisticsChanged", change, "the statistics of " + column);
    };
  }

  @Override
  public Problem visit(Change.ConstraintAdded change) {
    String kind = Kinds.of(change.constraint());
    return message.added(
        "ConstraintAdded",
        change,
        member(kind, change.table(), change.constraint().name()));
  }

  @Override
  public Problem visit(Change.ConstraintRemoved change) {
    String kind = Kinds.of(change.constraint());
    return message.gone(
        "ConstraintRemoved",
        change,
        member(kind, change.table(), change.constraint().name()));
  }

  @Override
  public Problem visit(Change.ConstraintRenamed change) {
    String what = member("constraint", change.table(), change.from());
    return message.renamed("ConstraintRenamed", change, what, change.to());
  }

  @Override
  public Problem visit(Change.ConstraintChanged change) {
    String kind = Kinds.of(change.to());
    return message.changed(
        "ConstraintChanged", change, member(kind, change.table(), change.to().name()));
  }

  @Override
  public Problem visit(Change.IndexAdded change) {
    return message.added(
        "IndexAdded", change, member("index", change.table(), change.index().name()));
  }

  @Override
  public Problem visit(Change.IndexRemoved change) {
    return message.gone(
        "IndexRemoved", change, member("index", change.table(), change.index().name()));
  }

  @Override
  public Problem visit(Change.IndexRenamed change) {
    String what = member("index", change.table(), change.from());
    return message.renamed("IndexRenamed", change, what, change.to());
  }

  @Override
  public Problem visit(Change.IndexChanged change) {
    return message.changed(
        "IndexChanged", change, member("index", change.table(), change.to().name()));
  }

  @Override
  public Problem visit(Change.ObjectAdded change) {
    return objects.of(change);
  }

  @Override
  public Problem visit(Change.ObjectRemoved change) {
    return objects.of(change);
  }

  @Override
  public Problem visit(Change.ObjectRenamed change) {
    return objects.of(change);
  }

  @Override
  public Problem visit(Change.ObjectChanged change) {
    return objects.of(change);
  }

  @Override
  public Problem visit(Change.EnumValueAdded change) {
    return objects.of(change);
  }

  @Override
  public Problem visit(Change.EnumValueRemoved change) {
    return message.gone(
        "EnumValueRemoved", change, Wording.enumValue(change.type(), change.value()));
  }

  @Override
  public Problem visit(Change.EnumValueRenamed change) {
    return message.renamed(
        "EnumValueRenamed", change, Wording.enumValue(change.type(), change.from()), change.to());
  }

  @Override
  public Problem visit(Change.PartitionAdded change) {
    return message.added(
        "PartitionAdded",
        change,
        member("partition", change.table(), change.partition().name()));
  }

  @Override
  public Problem visit(Change.PartitionRemoved change) {
    return message.gone(
        "PartitionRemoved",
        change,
        member("partition", change.table(), change.partition().name()));
  }

  @Override
  public Problem visit(Change.PartitionChanged change) {
    String what = member("partition", change.table(), change.from().name());
    return change.from().name().equals(change.to().name())
        ? message.changed("PartitionChanged", change, what)
        : message.renamed("PartitionRenamed", change, what, change.to().name());
  }

  @Override
  public Problem visit(Change.PartitioningChanged change) {
    return message.changed(
        "PartitioningChanged", change, "the partitioning of " + table(change.table()));
  }

  @Override
  public Problem visit(Change.TableOptionsChanged change) {
    return message.problem(
        "TableStorageChanged",
        change,
        TableStorage.of(change).statement(change.table()) + ", which is not migrated yet");
  }
}
