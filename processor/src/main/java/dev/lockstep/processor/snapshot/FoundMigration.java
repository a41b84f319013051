package dev.lockstep.processor.snapshot;

import dev.lockstep.MigrationSet;
import dev.lockstep.Phase;
import dev.lockstep.processor.source.MigrationSource;
import java.util.List;

/**
 * A migration that is there.
 *
 * @param id simple name of its class
 * @param parents ids of the migrations right before it, as its class names them
 * @param fingerprint of its source
 * @param source what its methods say
 * @param replaces ids of the migrations that it stands for, as its class names them
 * @param phase as its class names it
 */
public record FoundMigration(
    String id,
    List<String> parents,
    String description,
    String fingerprint,
    MigrationSource source,
    List<String> replaces,
    Phase phase) {
  public FoundMigration {
    parents = List.copyOf(parents);
    replaces = List.copyOf(replaces);
  }

  /** One that any running version of the application can bear. */
  public FoundMigration(
      String id,
      List<String> parents,
      String description,
      String fingerprint,
      MigrationSource source,
      List<String> replaces) {
    this(id, parents, description, fingerprint, source, replaces, Phase.EXPAND);
  }

  /** One that stands for itself alone. */
  public FoundMigration(
      String id,
      List<String> parents,
      String description,
      String fingerprint,
      MigrationSource source) {
    this(id, parents, description, fingerprint, source, List.of());
  }

  FoundMigration withParents(List<String> others) {
    return new FoundMigration(id, others, description, fingerprint, source, replaces, phase);
  }

  /** The description of a migration whose change began with one of that description. */
  public static String contract(String description) {
    return description + " (contract)";
  }

  /** Whether one generation wrote both, this one for when no older version runs. */
  public boolean isContractOf(FoundMigration first) {
    return phase == Phase.CONTRACT
        && first.phase == Phase.EXPAND
        && parents.equals(List.of(first.id))
        && description.equals(contract(first.description))
        && !first.isSquash();
  }

  boolean isSquash() {
    return !replaces.isEmpty();
  }

  MigrationSet.Entry entry() {
    return new MigrationSet.Entry(id, parents, description, fingerprint, replaces, phase);
  }
}
