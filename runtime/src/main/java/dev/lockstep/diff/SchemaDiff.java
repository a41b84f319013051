package dev.lockstep.diff;

import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * How two schemas differ.
 *
 * @param to the declared schema as it will be recorded: constraints and indexes keep their recorded
 *     names where nobody wrote another, columns the order that the database has
 * @param changes what differs, ordered by table, then by member
 * @param operations what leads from the recorded schema to {@code to}, in an order that PostgreSQL
 *     accepts; empty if and only if {@code changes} is
 */
public record SchemaDiff(Schema to, List<Change> changes, List<Operation> operations) {
  public SchemaDiff {
    changes = List.copyOf(changes);
    operations = List.copyOf(operations);
  }

  public boolean isEmpty() {
    return operations.isEmpty();
  }
}
