package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What migrations make of a schema, one after the other, told from their sources. */
final class Replay {
  /** A migration that does not fit what is before it. */
  static final class BrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String migration;

    private BrokenException(FoundMigration migration, RuntimeException cause) {
      super(cause.getMessage(), cause);
      this.migration = migration.id();
    }

    /** Its id. */
    String migration() {
      return migration;
    }
  }

  private Replay() {}

  /** The first that does more than a source tells. */
  static Optional<FoundMigration> unreadable(Collection<FoundMigration> migrations) {
    return migrations.stream().filter(each -> !each.source().isReadable()).findFirst();
  }

  /**
   * The schema after them.
   *
   * @param migrations readable, each after its parents
   * @throws BrokenException if one cannot follow what is before it
   */
  static Schema of(List<FoundMigration> migrations, Schema before) {
    Schema schema = before;
    for (FoundMigration migration : migrations) {
      schema = after(migration, schema);
    }
    return schema;
  }

  /**
   * The schema after them; empty if that cannot be told, or one cannot follow what is before it.
   *
   * @param migrations each after its parents
   */
  static Optional<Schema> find(Collection<FoundMigration> migrations) {
    if (unreadable(migrations).isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(List.copyOf(migrations), Schema.EMPTY));
    } catch (BrokenException e) {
      return Optional.empty();
    }
  }

  /** The schema after that one. */
  static Schema after(FoundMigration migration, Schema before) {
    try {
      return migration.source().after(before);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new BrokenException(migration, e);
    }
  }
}
