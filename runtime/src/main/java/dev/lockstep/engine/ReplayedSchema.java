package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.impact.Impact;
import dev.lockstep.operation.InvalidOperationException;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The schema that migrations make, as far as their operations tell: what depends on SQL of a
 * person's own is left out.
 */
final class ReplayedSchema {
  private ReplayedSchema() {}

  /** What the migration of that id meets in that direction. */
  static Schema of(Configuration configuration, String id, Direction direction) {
    return Objects.requireNonNull(met(configuration, direction, id::equals).get(id), id);
  }

  /** What each migration of the code meets in that direction, by its id. */
  static Map<String, Schema> each(Configuration configuration, Direction direction) {
    return met(configuration, direction, id -> false);
  }

  private static Map<String, Schema> met(
      Configuration configuration, Direction direction, Predicate<String> isLast) {
    Map<String, Schema> met = new HashMap<>();
    Schema schema = Schema.EMPTY;
    for (var entry : configuration.graph().entries()) {
      Schema before = schema;
      schema = after(configuration.prepare(entry).upgrade(), before);
      met.put(entry.id(), direction == Direction.UPGRADE ? before : schema);
      if (isLast.test(entry.id())) {
        break;
      }
    }
    return met;
  }

  /** What each of those does to a live database of the newest server known. */
  static List<Impact> impacts(List<Operation> operations, Schema before) {
    List<Impact> impacts = new ArrayList<>();
    Schema schema = before;
    for (Operation operation : operations) {
      impacts.add(Impact.of(operation, schema, Configuration.NEWEST_SERVER));
      schema = after(operation, schema);
    }
    return impacts;
  }

  static Schema after(List<Operation> operations, Schema before) {
    Schema schema = before;
    for (Operation operation : operations) {
      schema = after(operation, schema);
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
