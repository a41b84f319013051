package dev.lockstep.engine;

import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a step failed because another target of the same database did the same at that
 * moment. Extensions belong to the database, not to a schema, and PostgreSQL's IF NOT EXISTS does
 * not wait for who is creating one; once more it finds it there.
 */
final class LostRace {
  /** Unique violation, of a catalog here; duplicate object; tuple concurrently updated. */
  private static final Set<String> STATES = Set.of("23505", "42710", "XX000");

  private LostRace() {}

  static boolean isOne(@Nullable Step step, SQLException e) {
    return step != null
        && e.getSQLState() != null
        && STATES.contains(e.getSQLState())
        && isOfExtension(step.operation());
  }

  private static boolean isOfExtension(Operation operation) {
    return (operation instanceof CreateObject create
            && create.object().kind() == ObjectKind.EXTENSION)
        || (operation instanceof DropObject drop && drop.object().kind() == ObjectKind.EXTENSION);
  }
}
