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
 */
public record FoundMigration(
    String id,
    List<String> parents,
    String description,
    String fingerprint,
    MigrationSource source) {
  public FoundMigration {
    parents = List.copyOf(parents);
  }

  MigrationSet.Entry entry() {
    return new MigrationSet.Entry(id, parents, description, fingerprint);
  }
}
