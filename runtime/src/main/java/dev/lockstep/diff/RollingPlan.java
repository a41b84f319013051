package dev.lockstep.diff;

import dev.lockstep.operation.InvalidOperationException;
import dev.lockstep.operation.LockTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A plan whose columns are renamed while code with their old names and code with their new ones
 * both run; each of them is the only thing of its table that changes.
 *
 * @param rest the plan without its renames, which come after it in both phases
 * @param renames at least one
 * @param before the schema that the plan meets
 */
public record RollingPlan(PhaseSplit rest, List<Rename> renames, Schema before) {
  public RollingPlan {
    renames = List.copyOf(renames);
  }

  /** One of the renames. */
  public record Rename(QualifiedName table, RollingRename steps) {}

  /**
   * The plan in this form; empty if it renames no column, or if one of them cannot be renamed so,
   * be it for an {@link RollingRename#obstacle} or for what else the plan does.
   *
   * @param before the schema that it meets
   */
  public static Optional<RollingPlan> of(List<Operation> plan, Schema before) {
    List<Operation> rest = new ArrayList<>(plan);
    rest.removeIf(RenameColumn.class::isInstance);
    List<RenameColumn> found = plan.stream()
        .filter(RenameColumn.class::isInstance)
        .map(RenameColumn.class::cast)
        .toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      PhaseSplit split = PhaseSplit.of(rest, before);
      List<Rename> renames = renames(found, split.expand().after());
      RollingPlan rolling = new RollingPlan(split, renames, before);
      return renames.size() == found.size() && rolling.leadsTo(Operations.apply(plan, before))
          ? Optional.of(rolling)
          : Optional.empty();
    } catch (InvalidOperationException e) {
      // What is left of the plan needs the new name, or the old one to be free.
      return Optional.empty();
    }
  }

  private static List<Rename> renames(List<RenameColumn> found, Schema schema) {
    return found.stream()
        .flatMap(each ->
            RollingRename.of(each, schema).map(steps -> new Rename(each.table(), steps)).stream())
        .toList();
  }

  /** Whether both phases lead there, and back. */
  private boolean leadsTo(Schema to) {
    Schema between = between();
    return after().equals(to)
        && Operations.apply(contractBack(rest.contract().downgrade()), to).equals(between)
        && Operations.apply(expandBack(rest.expand().downgrade()), between).equals(before);
  }

  private Schema between() {
    return Operations.apply(expand(rest.expand().upgrade()), before);
  }

  /** The schema that both phases leave: a renamed column is the last of its table. */
  public Schema after() {
    return Operations.apply(contract(rest.contract().upgrade()), between());
  }

  /**
   * What comes before the first code with the new names, in final form.
   *
   * @param first the steps of the rest, in final form, too; so for the others
   */
  public List<Operation> expand(List<Operation> first) {
    return after(first, RollingRename::expand);
  }

  /** What comes after the last code with the old names. */
  public List<Operation> contract(List<Operation> first) {
    return after(first, RollingRename::contract);
  }

  /** The way back of {@link #contract}. */
  public List<Operation> contractBack(List<Operation> first) {
    return after(first, RollingRename::contractBack);
  }

  /** The way back of {@link #expand}. */
  public List<Operation> expandBack(List<Operation> first) {
    return after(first, RollingRename::expandBack);
  }

  private List<Operation> after(
      List<Operation> first, Function<RollingRename, List<Operation>> steps) {
    List<Operation> all = new ArrayList<>(first);
    for (Rename rename : renames) {
      List<Operation> next = steps.apply(rename.steps());
      if (!all.isEmpty() && !(next.get(0) instanceof LockTable)) {
        // Not in the transaction of what comes before: one table that is in use is enough.
        all.add(new LockTable(rename.table(), LockTable.Mode.ALL));
      }
      all.addAll(next);
    }
    return List.copyOf(all);
  }
}
