package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    Set<QualifiedName> given = new HashSet<>();
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
      given.addAll(Names.givenBy(operation));
    }
    Names.requireDistinct(schema, given);
    return schema;
  }

  /**
   * The schema that each operation meets, in order, and last the one after all of them.
   *
   * @throws InvalidOperationException if one does not fit
   */
  public static List<Schema> schemas(List<Operation> operations, Schema before) {
    List<Schema> schemas = new ArrayList<>(List.of(before));
    for (Operation operation : operations) {
      schemas.add(operation.applyTo(schemas.get(schemas.size() - 1)));
    }
    return List.copyOf(schemas);
  }

  /**
   * What leads from the schema after the operations back to {@code before}, in order.
   *
   * @throws InvalidOperationException if an operation does not fit
   */
  public static List<Operation> reverse(List<Operation> operations, Schema before) {
    return new Reversal(before).of(operations);
  }

  /**
   * What of the data {@link #reverse} does not bring back, sorted, by the names of {@code before}.
   *
   * @throws InvalidOperationException if an operation does not fit
   */
  public static List<Loss> losses(List<Operation> operations, Schema before) {
    return Losses.of(operations, before);
  }
}
