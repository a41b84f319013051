package dev.lockstep.diff;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.schema.ObjectKind;
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

  /** Those of a plan whose operations have met, and left, those schemas. */
  static List<PhasedStep> all(List<Operation> plan, List<Schema> schemas) {
    Schema start = schemas.get(0);
    Breaks breaks = new Breaks(start, schemas.get(plan.size()), atEnd(plan, schemas));
    Identities now = new Identities(start);
    List<PhasedStep> steps = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      Operation operation = plan.get(i);
      Schema before = schemas.get(i);
      Schema after = schemas.get(i + 1);
      boolean breaking = breaks.does(operation, before, now);
      boolean fills = operation instanceof SetNotNull set
          && now.column(set.table(), set.column()).filter(Thing.OfColumn::isNew).isPresent();
      Touched touched = Touched.of(operation, i, before, after, now);
      steps.add(new PhasedStep(i, operation, before, after, touched, breaking, fills));
    }
    return steps;
  }

  /** Whether it may concern what is in a schema: what SQL of a person's own does nobody knows. */
  boolean uses(String namespace) {
    return touched.things().isEmpty()
        || touched.names().stream().anyMatch(name -> name.schema().equals(namespace))
        || touched.things().get().stream()
            .filter(Thing.OfObject.class::isInstance)
            .map(thing -> ((Thing.OfObject) thing).key())
            .anyMatch(key ->
                key.kind() == ObjectKind.SQL_OBJECT || key.name().schema().equals(namespace));
  }

  private static Identities atEnd(List<Operation> plan, List<Schema> schemas) {
    Identities identities = new Identities(schemas.get(0));
    for (int i = 0; i < plan.size(); i++) {
      identities.advance(plan.get(i), i, schemas.get(i), schemas.get(i + 1));
    }
    return identities;
  }
}
