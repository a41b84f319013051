package dev.lockstep.processor.snapshot;

import dev.lockstep.MigrationSet;
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
 */
public record FoundMigration(
    String id,
    List<String> parents,
    String description,
    String fingerprint,
    MigrationSource source,
    List<String> replaces) {
  public FoundMigration {
    parents = List.copyOf(parents);
    replaces = List.copyOf(replaces);
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
    return new FoundMigration(id, others, description, fingerprint, source, replaces);
  }

  boolean isSquash() {
    return !replaces.isEmpty();
  }

  MigrationSet.Entry entry() {
    return new MigrationSet.Entry(id, parents, description, fingerprint, replaces);
  }
}
