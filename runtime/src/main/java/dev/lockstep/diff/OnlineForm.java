package dev.lockstep.diff;

import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes of a plan one that a busy database bears: the same change, in steps that do not hold up
 * reads and writes of tables that were there before.
 */
public final class OnlineForm {
  private OnlineForm() {}

  /**
   * The steps, which lead to the same schema.
   *
   * @param plain the plan
   * @param before the schema that it meets
   */
  public static List<Operation> of(List<Operation> plain, Schema before) {
    Set<QualifiedName> created = new HashSet<>();
    plain.stream()
        .filter(CreateTable.class::isInstance)
        .map(CreateTable.class::cast)
        .forEach(create -> created.add(create.table().name()));
    return plain.stream()
        .map(operation -> operation instanceof FillNulls fill && !created.contains(fill.table())
            ? new Backfill(fill.table(), fill.column(), fill.value())
            : operation)
        .toList();
  }
}
