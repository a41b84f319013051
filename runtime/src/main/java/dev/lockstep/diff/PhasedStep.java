package dev.lockstep.diff;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a plan.
 *
 * @param before the schema that it meets
 * @param after the one that it leaves
 * @param breaks whether it breaks the version of the application that runs
 * @param fillsNewColumn whether it is the last step of a column that is new: the others need not
 *     wait for it
 */
record PhasedStep(
    int index,
    Operation operation,
    Schema before,
    Schema after,
    Touched touched,
    boolean breaks,
    boolean fillsNewColumn) {

  static List<PhasedStep> all(List<Operation> plan, Schema start, Schema end) {
    Breaks breaks = new Breaks(start, end, atEnd(plan, start));
    Identities now = new Identities(start);
    List<PhasedStep> steps = new ArrayList<>();
    Schema schema = start;
    for (int i = 0; i < plan.size(); i++) {
      Operation operation = plan.get(i);
      Schema after = operation.applyTo(schema);
      boolean breaking = breaks.does(operation, schema, now);
      boolean fills = operation instanceof SetNotNull set
          && now.column(set.table(), set.column()).filter(Thing.OfColumn::isNew).isPresent();
      Touched touched = Touched.of(operation, i, schema, after, now);
      steps.add(new PhasedStep(i, operation, schema, after, touched, breaking, fills));
      schema = after;
    }
    return steps;
  }

  private static Identities atEnd(List<Operation> plan, Schema start) {
    Identities identities = new Identities(start);
    Schema schema = start;
    for (int i = 0; i < plan.size(); i++) {
      Schema after = plan.get(i).applyTo(schema);
      identities.advance(plan.get(i), i, schema, after);
      schema = after;
    }
    return identities;
  }
}
