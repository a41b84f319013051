package dev.lockstep.engine;

import dev.lockstep.MigrationSet;
import org.jspecify.annotations.Nullable;

/** The graph of one migration set, made when somebody first asks for it; of all who share it. */
public final class SharedGraph {
  private final MigrationSet migrations;
  private @Nullable RevisionGraph graph;

  private SharedGraph(MigrationSet migrations) {
    this.migrations = migrations;
  }

  /**
   * That of a set.
   *
   * @throws dev.lockstep.UsageException if the migrations do not fit together; a set that knows its
   *     complete history was made of such as do
   */
  public static SharedGraph of(MigrationSet migrations) {
    SharedGraph shared = new SharedGraph(migrations);
    if (migrations.completeHistory().isEmpty()) {
      shared.get();
    }
    return shared;
  }

  synchronized RevisionGraph get() {
    if (graph == null) {
      graph = RevisionGraph.of(migrations.entries());
    }
    return graph;
  }
}
