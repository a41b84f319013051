package dev.lockstep.diff;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraintNotValid;
import dev.lockstep.operation.AddConstraintUsingIndex;
import dev.lockstep.operation.Analyze;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.CommentOnColumn;
import dev.lockstep.operation.CreateIndexConcurrently;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.DropNotNull;
import dev.lockstep.operation.KeepExtras;
import dev.lockstep.operation.LockTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameConstraint;
import dev.lockstep.operation.RenameIndex;
import dev.lockstep.operation.RestoreExtras;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.operation.ValidateConstraint;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What gives a column a successor: {@link #beside} makes and fills it while the table is in use,
 * {@link #instead} puts it in the place of the column, in one short transaction.
 */
final class SwapSteps {
  private final Table from;
  private final Table to;
  private final Column column;
  private final Column successor;
  private final SwapMembers members;
  private final String fresh;
  private final SwapValue value;
  private final String proof;
  private final List<Operation> operations = new ArrayList<>();

  /**
   * Steps for one column.
   *
   * @param schema what the steps meet
   * @param to the table after them
   * @param successor the column of {@code to} that takes the place
   * @param fresh raw name of the successor as long as both are there
   */
  SwapSteps(
      Schema schema, Table to, Column column, Column successor, String fresh, SwapNames names) {
    this.from = schema.table(to.name());
    this.to = to;
    this.column = column;
    this.successor = successor;
    this.fresh = fresh;
    this.members = new SwapMembers(to, successor.name(), fresh, names);
    this.value = new SwapValue(
        to.name(),
        column,
        successor,
        to.name().sibling(names.counter(successor.name())),
        schema.ownedBy(to.name(), column.name()).toList());
    this.proof = names.proof(successor.name());
  }

  /**
   * The successor and all that will be on it, under names of their own.
   *
   * @param value what rows get
   */
  List<Operation> beside(SyncTrigger sync, SqlExpression value) {
    operations.clear();
    addSuccessor();
    // Now, too: what no other column can have is known before hours of work.
    operations.add(extras());
    if (fresh.equals(successor.name())) {
      operations.add(new RestoreExtras(table(), fresh));
    }
    operations.addAll(sync.create());
    operations.add(new Backfill(table(), fresh, value));
    addChecks();
    members.indexes().forEach(each -> operations.add(new CreateIndexConcurrently(table(), each)));
    operations.add(statistics());
    members.foreignKeys().forEach(this::addForeignKey);
    return List.copyOf(operations);
  }

  private void addSuccessor() {
    Column bare = Column.of(fresh, successor.type()).collate(successor.collation());
    operations.add(new AddColumn(table(), bare));
    operations.addAll(
        TableSteps.options(table(), bare.options(successor.options()), ColumnOptions.NONE));
    if (!successor.comment().isEmpty()) {
      operations.add(new CommentOnColumn(table(), fresh, successor.comment()));
    }
  }

  private void addChecks() {
    List<Constraint> checks = new ArrayList<>(members.checks());
    if (!successor.nullable()) {
      checks.add(notNull());
    }
    checks.forEach(each -> operations.add(new AddConstraintNotValid(table(), each)));
    checks.forEach(each -> operations.add(new ValidateConstraint(table(), each.name())));
  }

  /** They stay when it gets its name, so that no query is ever planned without. */
  private Analyze statistics() {
    boolean expressions = members.indexes().stream().anyMatch(LostStatistics::hasExpressions);
    return new Analyze(table(), expressions ? List.of() : List.of(fresh));
  }

  /** The check that proves the successor to be NOT NULL. */
  private Check notNull() {
    return Check.notNull(proof, fresh);
  }

  private void addForeignKey(ForeignKey key) {
    locked(Stream.of(key.target()), LockTable.Mode.WRITES);
    operations.add(new AddConstraintNotValid(table(), key));
    operations.add(new ValidateConstraint(table(), key.name()));
  }

  /** The successor in the place of the column, which goes, with all that is on it. */
  List<Operation> instead(SyncTrigger sync) {
    operations.clear();
    locked(
        SwapMembers.foreignKeysOn(from, column.name()).map(ForeignKey::target), LockTable.Mode.ALL);
    operations.add(extras());
    operations.addAll(sync.drop());
    dropMembers();
    operations.addAll(value.keep());
    operations.add(new DropColumn(table(), column.name()));
    if (!fresh.equals(successor.name())) {
      operations.add(new RenameColumn(table(), fresh, successor.name()));
    }
    settle();
    operations.add(new RestoreExtras(table(), successor.name()));
    return List.copyOf(operations);
  }

  /** The column alone again, as before {@link #beside}. */
  List<Operation> withoutSuccessor(SyncTrigger sync) {
    operations.clear();
    locked(members.foreignKeys().stream().map(ForeignKey::target), LockTable.Mode.ALL);
    operations.addAll(sync.drop());
    members.renamedConstraints(
        (name, constraint) -> operations.add(new DropConstraint(table(), name)));
    if (!successor.nullable()) {
      operations.add(new DropConstraint(table(), proof));
    }
    members.indexes().forEach(each -> operations.add(new DropIndex(table().sibling(each.name()))));
    operations.add(new DropColumn(table(), fresh));
    return List.copyOf(operations);
  }

  /** All that comes of the successor's having its name. */
  private void settle() {
    if (!successor.nullable()) {
      operations.add(new SetNotNull(table(), successor.name()));
      operations.add(new DropConstraint(table(), proof));
    }
    nameMembers();
    operations.addAll(value.give());
  }

  /**
   * What makes of the column a successor of its own successor: both stay, and change places.
   *
   * @param ahead the steps in which it is the successor; {@link #beside} them gave it all it has
   */
  List<Operation> besideAgain(SwapSteps ahead) {
    operations.clear();
    ahead.members.indexes().stream()
        .filter(index -> !ahead.members.isPlain(index.name()))
        .forEach(index -> operations.add(new CreateIndexConcurrently(table(), index)));
    if (!column.nullable()) {
      operations.add(new AddConstraintNotValid(table(), ahead.notNull()));
      operations.add(new ValidateConstraint(table(), ahead.proof));
    }
    return List.copyOf(operations);
  }

  /** The change of places, after {@link #besideAgain}. */
  List<Operation> exchange(SwapSteps ahead) {
    operations.clear();
    locked(
        SwapMembers.foreignKeysOn(from, column.name()).map(ForeignKey::target), LockTable.Mode.ALL);
    ahead.members.constrained(
        (later, constraint) -> operations.add(new DropConstraint(table(), constraint.name())));
    ahead.members.renamedConstraints((later, constraint) ->
        operations.add(new RenameConstraint(table(), constraint.name(), later)));
    ahead.members.renamed(
        (later, index) -> operations.add(new RenameIndex(table().sibling(index.name()), later)));
    operations.addAll(value.keep());
    operations.addAll(value.take());
    if (!column.nullable()) {
      operations.add(new DropNotNull(table(), column.name()));
    }
    settle();
    return List.copyOf(operations);
  }

  /** What a foreign key references comes first: everybody takes it in that order. */
  private void locked(Stream<QualifiedName> targets, LockTable.Mode mode) {
    targets
        .filter(target -> !target.equals(table()))
        .distinct()
        .sorted()
        .forEach(target -> operations.add(new LockTable(target, mode)));
    operations.add(new LockTable(table(), mode));
  }

  /** Of the column, all that goes with it or is taken from it is known. */
  private KeepExtras extras() {
    Stream<String> known = Stream.of(
            from.constraints().stream()
                .filter(each -> each.mentions(column.name()))
                .map(Constraint::name),
            from.indexes().stream().filter(each -> each.mentions(column.name())).map(Index::name),
            value.owned().stream().map(each -> each.name().name()))
        .flatMap(names -> names);
    return new KeepExtras(
        table(), column.name(), successor.name(), known.distinct().sorted().toList());
  }

  private void dropMembers() {
    from.constraints().stream()
        .filter(each -> each.mentions(column.name()))
        .forEach(each -> operations.add(new DropConstraint(table(), each.name())));
    from.indexes().stream()
        .filter(each -> each.mentions(column.name()))
        .forEach(each -> operations.add(new DropIndex(table().sibling(each.name()))));
  }

  private void nameMembers() {
    members.renamed(
        (now, index) -> operations.add(new RenameIndex(table().sibling(now), index.name())));
    members.constrained(
        (now, constraint) -> operations.add(new AddConstraintUsingIndex(table(), constraint, now)));
    members.renamedConstraints(
        (now, constraint) -> operations.add(new RenameConstraint(table(), now, constraint.name())));
  }

  private QualifiedName table() {
    return to.name();
  }
}
