package dev.lockstep.operation;

import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Readings of a whole list of operations. */
public final class Operations {
  private Operations() {}

  /**
   * The schema after all operations, in order.
   *
   * @throws InvalidOperationException if one does not fit
   */
  public static Schema apply(List<Operation> operations, Schema before) {
    Schema schema = before;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  /**
   * What leads from the schema after the operations back to {@code before}, in order.
   *
   * @throws InvalidOperationException if an operation does not fit
   */
  public static List<Operation> reverse(List<Operation> operations, Schema before) {
    List<Operation> reversed = new ArrayList<>();
    Schema schema = before;
    for (Operation operation : operations) {
      reversed.addAll(0, operation.reverse(schema));
      schema = operation.applyTo(schema);
    }
    return refine(reversed, before);
  }

  /** Placeholders see the constraints that the end of the way back restores. */
  private static List<Operation> refine(List<Operation> reversed, Schema to) {
    return reversed.stream()
        .map(operation -> operation instanceof Backfill backfill
                && to.find(backfill.table())
                    .filter(table -> table.columns().contains(backfill.column()))
                    .isPresent()
            ? Restoration.refined(backfill, to.table(backfill.table()))
            : operation)
        .toList();
  }
}
