package dev.lockstep.processor.generate;

import dev.lockstep.Phase;
import dev.lockstep.operation.Operation;
import java.util.List;

/**
 * A migration to be written.
 *
 * @param id simple name of its class
 * @param description as the user gave it, whatever it holds
 * @param parents ids of the migrations right before it; none for the first
 * @param accepted what had to be accepted for it, as {@code @Accepted} holds it
 * @param losses what its downgrade does not bring back
 * @param replaces ids of the migrations that it stands for, if it is a squash
 * @param phase of a rolling deployment that it belongs to
 */
public record NewMigration(
    String packageName,
    String id,
    String description,
    List<String> parents,
    List<Operation> upgrade,
    List<Operation> downgrade,
    List<String> accepted,
    List<Loss> losses,
    List<String> replaces,
    Phase phase) {
  /** What is gone for ever, and why; the attributes of {@code @Irreversible}. */
  public record Loss(String what, String reason) {}

  public NewMigration {
    parents = List.copyOf(parents);
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
    accepted = List.copyOf(accepted);
    losses = List.copyOf(losses);
    replaces = List.copyOf(replaces);
  }

  /** One that any running version of the application can bear, and that loses nothing. */
  public NewMigration(
      String packageName,
      String id,
      String description,
      List<String> parents,
      List<Operation> upgrade,
      List<Operation> downgrade) {
    this(
        packageName,
        id,
        description,
        parents,
        upgrade,
        downgrade,
        List.of(),
        List.of(),
        List.of(),
        Phase.EXPAND);
  }
}
