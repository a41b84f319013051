package dev.lockstep.diff;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * A plan in two: what the version of the application that still runs can bear, and what has to wait
 * until that does not run any more. Applied one after the other they lead where the plan leads.
 *
 * @param expand what comes before the new version starts
 * @param contract what comes when no older version runs
 */
public record PhaseSplit(Part expand, Part contract) {

  /**
   * One of the two.
   *
   * @param upgrade its steps, in an order that PostgreSQL accepts; may be empty
   * @param downgrade what leads back
   * @param before the schema that the steps meet
   * @param after the one that they leave
   */
  public record Part(
      List<Operation> upgrade, List<Operation> downgrade, Schema before, Schema after) {
    public Part {
      upgrade = List.copyOf(upgrade);
      downgrade = List.copyOf(downgrade);
    }

    public boolean isEmpty() {
      return upgrade.isEmpty();
    }
  }

  /**
   * The split of a plan; one part is empty where the other is enough, or where it cannot be split.
   *
   * @param before the schema that it meets
   */
  public static PhaseSplit of(List<Operation> plan, Schema before) {
    return IndexesAhead.split(plan, before);
  }

  /** The whole plan as one of the parts. */
  public static PhaseSplit undivided(List<Operation> plan, Schema before) {
    return new PhaseSplitter(plan, before).undivided();
  }

  /**
   * Of two lists of steps, with their ways back. A column that the first makes nullable, because
   * the second drops it, has NULLs from then on: on the way back they are filled.
   *
   * @throws dev.lockstep.operation.InvalidOperationException if a step does not fit
   */
  public static PhaseSplit of(List<Operation> expand, List<Operation> contract, Schema before) {
    Schema between = Operations.apply(expand, before);
    PhasesBack back = new PhasesBack(expand, contract, before, between);
    return new PhaseSplit(
        new Part(expand, back.ofExpand(), before, between),
        new Part(contract, back.ofContract(), between, Operations.apply(contract, between)));
  }
}
