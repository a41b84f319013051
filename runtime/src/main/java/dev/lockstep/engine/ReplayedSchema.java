package dev.lockstep.engine;

import dev.lockstep.operation.InvalidOperationException;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Schema;
import java.util.NoSuchElementException;

/**
 * The schema that migrations make, as far as their operations tell: what depends on SQL of a
 * person's own is left out.
 */
final class ReplayedSchema {
  private ReplayedSchema() {}

  /** After the upgrades of all migrations before that one, or of that one too. */
  static Schema of(Configuration configuration, String last, boolean included) {
    Schema schema = Schema.EMPTY;
    for (var entry : configuration.graph().entries()) {
      if (entry.id().equals(last) && !included) {
        break;
      }
      for (Operation operation : configuration.prepare(entry).upgrade()) {
        schema = after(operation, schema);
      }
      if (entry.id().equals(last)) {
        break;
      }
    }
    return schema;
  }

  static Schema after(Operation operation, Schema before) {
    try {
      return operation.applyTo(before);
    } catch (InvalidOperationException | NoSuchElementException e) {
      return before;
    }
  }
}
