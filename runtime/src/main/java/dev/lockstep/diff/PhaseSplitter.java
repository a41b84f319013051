package dev.lockstep.diff;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AddIdentity;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateSchema;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.DropNotNull;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.InvalidOperationException;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.RenameIndex;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Splits a plan. What breaks the running version goes to the second part, and with it all that
 * concerns the same columns, tables and objects, so that both parts keep the order of the plan
 * where it matters. What then does not fit, or may not, stays in one.
 */
final class PhaseSplitter {
  private final List<Operation> plan;
  private final Schema before;
  private final Schema after;
  private final List<PhasedStep> steps;

  /** Indexes of the steps of the second part. */
  private final Set<Integer> late = new TreeSet<>();

  PhaseSplitter(List<Operation> plan, Schema before) {
    this.plan = plan;
    this.before = before;
    List<Schema> schemas = Operations.schemas(plan, before);
    this.after = schemas.get(plan.size());
    this.steps = isAllNew() ? List.of() : PhasedStep.all(plan, schemas);
    for (PhasedStep step : steps) {
      if (step.breaks()) {
        late.add(step.index());
      }
    }
  }

  /** Nobody uses a database that has nothing. */
  private boolean isAllNew() {
    return before.tables().isEmpty() && before.objects().isEmpty();
  }

  PhaseSplit undivided() {
    return late.isEmpty()
        ? PhaseSplit.of(plan, List.of(), before)
        : PhaseSplit.of(List.of(), plan, before);
  }

  PhaseSplit split() {
    if (late.isEmpty()) {
      return undivided();
    }
    settle();
    moveNamespaces();
    return ObjectMix.in(steps, late) ? undivided() : divided();
  }

  private PhaseSplit divided() {
    try {
      List<Operation> expand = expand();
      List<Operation> contract = contract();
      Schema between = Operations.apply(expand, before);
      expand.addAll(relaxed(between));
      PhaseSplit split = PhaseSplit.of(expand, contract, before);
      return split.contract().after().equals(after) ? split : undivided();
    } catch (InvalidOperationException e) {
      return undivided();
    }
  }

  /** Moves steps to the second part until both parts fit. */
  private void settle() {
    boolean moved = true;
    while (moved) {
      moved = moveRelated() || moveUnfit();
    }
  }

  private boolean moveRelated() {
    for (PhasedStep step : steps) {
      if (!late.contains(step.index())
          && late.stream().map(steps::get).anyMatch(other -> holds(other, step))) {
        late.add(step.index());
        return true;
      }
    }
    return false;
  }

  /** Whether one step, which waits, makes another one wait. */
  private boolean holds(PhasedStep waiting, PhasedStep step) {
    return touchedBefore(step, waiting).meets(waiting.touched())
        && !(isOfIndex(waiting.operation()) && step.operation() instanceof CreateIndex)
        && (!waiting.fillsNewColumn()
            || (step.index() > waiting.index() && needsNotNull(step.operation())));
  }

  /** What a new column is filled from is read before what comes later, in whatever phase. */
  private Touched touchedBefore(PhasedStep step, PhasedStep waiting) {
    return step.operation() instanceof FillNulls fill && step.index() < waiting.index()
        ? addition(fill, step.index()).map(PhasedStep::touched).orElse(step.touched())
        : step.touched();
  }

  private Optional<PhasedStep> addition(FillNulls fill, int before) {
    return steps.subList(0, before).stream()
        .filter(step -> step.operation() instanceof AddColumn add
            && add.table().equals(fill.table())
            && add.column().name().equals(fill.column()))
        .findFirst();
  }

  /** A new index minds no other one, but for its name. */
  private static boolean isOfIndex(Operation operation) {
    return operation instanceof DropIndex || operation instanceof RenameIndex;
  }

  private static boolean needsNotNull(Operation operation) {
    return operation instanceof AddIdentity
        || (operation instanceof AddConstraint add && add.constraint() instanceof PrimaryKey);
  }

  private boolean moveUnfit() {
    Schema schema = before;
    for (PhasedStep step : steps) {
      if (!late.contains(step.index())) {
        try {
          schema = step.operation().applyTo(schema);
        } catch (InvalidOperationException e) {
          late.add(step.index());
          return true;
        }
      }
    }
    return false;
  }

  /** A schema comes with what comes into it: the first part is none for its sake alone. */
  private void moveNamespaces() {
    for (PhasedStep step : steps) {
      if (step.operation() instanceof CreateSchema create) {
        List<PhasedStep> users =
            steps.stream().filter(each -> each.uses(create.schema())).toList();
        if (!users.isEmpty() && users.stream().allMatch(each -> late.contains(each.index()))) {
          late.add(step.index());
        }
      }
    }
  }

  private List<Operation> expand() {
    List<Operation> operations = new ArrayList<>();
    for (PhasedStep step : steps) {
      if (!late.contains(step.index())) {
        operations.add(step.operation());
      }
    }
    return operations;
  }

  /** What the running version writes meanwhile into a new column, NULL, is filled once more. */
  private List<Operation> contract() {
    List<Operation> operations = new ArrayList<>();
    for (int index : late) {
      if (steps.get(index).fillsNewColumn()) {
        operations.addAll(fills(steps.get(index)));
      }
      operations.add(plan.get(index));
    }
    return operations;
  }

  /** Those of the first part that fill the column which the step makes NOT NULL. */
  private List<Operation> fills(PhasedStep last) {
    return steps.subList(0, last.index()).stream()
        .filter(step -> !late.contains(step.index()))
        .map(PhasedStep::operation)
        .filter(each -> each instanceof FillNulls fill
            && last.operation().equals(new SetNotNull(fill.table(), fill.column())))
        .toList();
  }

  /** The new version leaves out what is to be dropped. */
  private List<Operation> relaxed(Schema between) {
    List<Operation> operations = new ArrayList<>();
    for (int index : late) {
      if (plan.get(index) instanceof DropColumn drop
          && isRequired(drop.table(), drop.column(), between)) {
        operations.add(new DropNotNull(drop.table(), drop.column()));
      }
    }
    return operations;
  }

  private boolean isRequired(QualifiedName name, String column, Schema between) {
    return before.find(name).filter(table -> isRequired(table, column)).isPresent()
        && between.find(name).filter(table -> isRequired(table, column)).isPresent();
  }

  private static boolean isRequired(Table table, String column) {
    return table.columns().find(column).filter(each -> !Breaks.isOptional(each)).isPresent()
        && table.primaryKey().filter(key -> key.columns().contains(column)).isEmpty();
  }
}
