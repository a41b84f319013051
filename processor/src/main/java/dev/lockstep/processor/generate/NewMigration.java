package dev.lockstep.processor.generate;

import dev.lockstep.operation.Operation;
import java.util.List;

/**
 * A migration to be written.
 *
 * @param id simple name of its class
 * @param description as the user gave it, whatever it holds
 * @param parents ids of the migrations right before it; none for the first
 */
public record NewMigration(
    String packageName,
    String id,
    String description,
    List<String> parents,
    List<Operation> upgrade,
    List<Operation> downgrade) {
  public NewMigration {
    parents = List.copyOf(parents);
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
  }
}
