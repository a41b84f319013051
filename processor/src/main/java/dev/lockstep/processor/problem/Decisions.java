package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.javaText;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.ChangeVisitor;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.QualifiedName;
import java.util.List;
import java.util.Set;

/** What the user has to decide before a change is generated; empty for what goes without asking. */
record Decisions(
    ColumnDecisions columns,
    TableDecisions tables,
    EnumDecisions enums,
    ObjectDecisions objects,
    Candidates candidates,
    ChangePlaces places,
    Commands commands,
    RollingRenames rolling)
    implements ChangeVisitor<List<Problem>> {

  static Decisions in(ChangeScope scope) {
    return new Decisions(
        ColumnDecisions.in(scope),
        new TableDecisions(scope),
        new EnumDecisions(scope),
        new ObjectDecisions(scope, new ObjectUses(scope.before(), scope.schema())),
        scope.candidates(),
        scope.places(),
        scope.commands(),
        scope.rolling());
  }

  @Override
  public List<Problem> visit(Change.TableRemoved change) {
    String what = Wording.table(change.table().name()) + " has no class any more";
    String renamedFrom = change.table().name().name();
    Risk risk = Risk.dataLoss(change.table().name());
    return commands.accepts(risk)
        ? List.of()
        : dropped(
            "TableRemoved", change, risk, what, "Table", renamedFrom, candidates.newClasses());
  }

  @Override
  public List<Problem> visit(Change.ColumnRemoved change) {
    String name = change.column().name();
    String what = Wording.column(change.table(), name) + " has no field any more";
    List<String> fields = candidates.newColumns(change.table());
    Risk risk = Risk.dataLoss(change.table(), name);
    if (commands.accepts(risk)) {
      return List.of();
    }
    return fields.isEmpty() && candidates.movedTo(change).isPresent()
        ? moved(change, candidates.movedTo(change).get(), what, risk)
        : dropped("ColumnRemoved", change, risk, what, "Column", name, fields);
  }

  /** No rename leads from table to table, since rows would have to be matched. */
  private List<Problem> moved(
      Change.ColumnRemoved change, QualifiedName home, String what, Risk risk) {
    String to = change.column().name() + " to " + home.name();
    return List.of(Problem.error(
        "ColumnRemoved",
        change.accept(places),
        what + "; a migration would delete its data",
        "moved to " + Wording.table(home) + ", so keep it here too at first: "
            + new Command("Add " + to, Set.of()).text(),
        "then copy the values: " + new Command("Copy " + to, Set.of()).text()
            + " -Dlockstep.empty=true",
        "dropped: " + commands.forChange(change, risk)));
  }

  private List<Problem> dropped(
      String code,
      Change change,
      Risk risk,
      String what,
      String annotation,
      String oldName,
      List<String> newOnes) {
    String renamed = newOnes.isEmpty()
        ? "put renamedFrom = " + javaText(oldName) + " in the @" + annotation + " that replaces it"
        : Wording.annotation(annotation, "renamedFrom", oldName) + " on "
            + Wording.oneLine(Wording.either(newOnes));
    return List.of(Problem.error(
        code,
        change.accept(places),
        what + "; a migration would delete its data",
        "renamed: " + renamed,
        "dropped: " + commands.forChange(change, risk)));
  }

  @Override
  public List<Problem> visit(Change.ColumnAdded change) {
    return columns.ofNew(change);
  }

  @Override
  public List<Problem> visit(Change.ColumnChanged change) {
    return columns.ofChanged(change);
  }

  @Override
  public List<Problem> visit(Change.NamespaceAdded change) {
    return List.of();
  }

  /** PostgreSQL drops a schema only when it is empty. */
  @Override
  public List<Problem> visit(Change.NamespaceRemoved change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.TableAdded change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.TableRenamed change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.TableCommentChanged change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.ColumnRenamed change) {
    return rolling.problems(change, places);
  }

  @Override
  public List<Problem> visit(Change.ConstraintAdded change) {
    return enums.of(change);
  }

  @Override
  public List<Problem> visit(Change.ConstraintRemoved change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.ConstraintRenamed change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.ConstraintChanged change) {
    return change.from() instanceof Check from && change.to() instanceof Check to
        ? enums.of(change, from, to)
        : List.of();
  }

  @Override
  public List<Problem> visit(Change.IndexAdded change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.IndexRemoved change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.IndexRenamed change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.IndexChanged change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.ObjectAdded change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.ObjectRemoved change) {
    return objects.of(change);
  }

  @Override
  public List<Problem> visit(Change.ObjectRenamed change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.ObjectChanged change) {
    return objects.of(change);
  }

  @Override
  public List<Problem> visit(Change.EnumValueAdded change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.EnumValueRemoved change) {
    return enums.of(change);
  }

  @Override
  public List<Problem> visit(Change.EnumValueRenamed change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.PartitionAdded change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.PartitionRemoved change) {
    return tables.of(change);
  }

  /** It is detached and attached again, which fails if rows do not fit. */
  @Override
  public List<Problem> visit(Change.PartitionChanged change) {
    return List.of();
  }

  /** {@link TransitionRules} refuse it. */
  @Override
  public List<Problem> visit(Change.PartitioningChanged change) {
    return List.of();
  }

  @Override
  public List<Problem> visit(Change.TableOptionsChanged change) {
    return tables.of(change);
  }
}
