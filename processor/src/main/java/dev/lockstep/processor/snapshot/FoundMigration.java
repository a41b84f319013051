package dev.lockstep.processor.snapshot;

import dev.lockstep.MigrationSet;
import java.util.List;

/**
 * A migration that is there.
 *
 * @param id simple name of its class
 * @param parents ids of the migrations right before it, as its class names them
 * @param fingerprint of its source
 * @param replaces ids of the migrations that it stands for, as its class names them
 */
public record FoundMigration(
    String id,
    List<String> parents,
    String description,
    String fingerprint,
    List<String> replaces) {
  public FoundMigration {
    parents = List.copyOf(parents);
    replaces = List.copyOf(replaces);
  }

  /** One that stands for itself alone. */
  public FoundMigration(String id, List<String> parents, String description, String fingerprint) {
    this(id, parents, description, fingerprint, List.of());
  }

  MigrationSet.Entry entry() {
    return new MigrationSet.Entry(id, parents, description, fingerprint, replaces);
  }
}
