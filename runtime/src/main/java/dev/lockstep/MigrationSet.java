package dev.lockstep;

import java.util.List;
import java.util.Optional;

/**
 * All migrations of one {@code @Database}. The annotation processor writes the implementation
 * ({@code Migrations} in the migrations package) and registers it as a service; asking it for its
 * revisions loads no migration class.
 */
public interface MigrationSet {

  /**
   * What is known of a migration without loading its class.
   *
   * @param id simple name of its class
   * @param parents ids of the migrations right before it
   * @param description in the words of its author
   * @param fingerprint of its source text without comments and white space, {@code t1:} and
   *     hexadecimal SHA-256; empty if the source was not at hand when the set was compiled
   * @param replaces ids of the migrations that it stands for; empty unless it is a squash
   * @param phase of a rolling deployment that it belongs to
   */
  record Entry(
      String id,
      List<String> parents,
      String description,
      String fingerprint,
      List<String> replaces,
      Phase phase) {
    public Entry {
      parents = List.copyOf(parents);
      replaces = List.copyOf(replaces);
    }

    /** One that any running version of the application can bear. */
    public Entry(
        String id,
        List<String> parents,
        String description,
        String fingerprint,
        List<String> replaces) {
      this(id, parents, description, fingerprint, replaces, Phase.EXPAND);
    }

    /** One that stands for itself alone. */
    public Entry(String id, List<String> parents, String description, String fingerprint) {
      this(id, parents, description, fingerprint, List.of());
    }
  }

  /**
   * The name of the database, {@code main} by default; the histories of two sets in one schema are
   * told apart by it.
   */
  String name();

  /**
   * Raw name of the schema that {@code @Database(schema = ...)} asks for; empty for none, which
   * means {@code public}.
   */
  String schema();

  /** Every migration once, each after its parents; always in the same order. */
  List<Entry> entries();

  /**
   * A new instance of that migration.
   *
   * @throws IllegalArgumentException if the set has no such id
   */
  Migration migration(String id);

  /**
   * Fingerprint of the schema that the snapshot held when the set was compiled; empty before the
   * first migration.
   */
  String schemaFingerprint();

  /**
   * That fingerprint part by part, to say what differs; a line for each table and object as in
   * {@link dev.lockstep.schema.SchemaFingerprint#parts}. Empty where that is not known.
   */
  default List<String> schemaParts() {
    return List.of();
  }

  /**
   * What {@link CompleteHistory#of} says of the entries, worked out when the set was compiled: who
   * is up to date needs to know no more, and the entries are not asked for. Empty where it is not
   * known; then the history is read row by row.
   */
  default Optional<CompleteHistory> completeHistory() {
    return Optional.empty();
  }
}
