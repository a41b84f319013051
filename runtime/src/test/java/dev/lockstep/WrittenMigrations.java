package dev.lockstep;

import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaFingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A migration set that a test writes down; knows which of its migrations were asked for. */
public final class WrittenMigrations implements MigrationSet {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Migration> migrations = new LinkedHashMap<>();
  private final Set<String> loaded = new LinkedHashSet<>();
  private String fingerprint = "";
  private List<String> parts = List.of();
  private boolean partsAsked;
  private boolean entriesAsked;
  private boolean byHand;

  /** A migration after the one added last; its downgrade does nothing. */
  public WrittenMigrations add(String id, Consumer<SchemaEditor> upgrade) {
    return add(id, upgrade, schema -> {});
  }

  /** A migration after the one added last. */
  public WrittenMigrations add(
      String id, Consumer<SchemaEditor> upgrade, Consumer<SchemaEditor> downgrade) {
    List<String> ids = new ArrayList<>(entries.keySet());
    return add(
        id, ids.isEmpty() ? List.of() : List.of(ids.get(ids.size() - 1)), upgrade, downgrade);
  }

  /**
   * Migrations that each make one table with an index, t1 and so on.
   *
   * @param suffix what their ids end with
   */
  WrittenMigrations addTables(int from, int to, String suffix) {
    for (int i = from; i <= to; i++) {
      String table = "t" + i;
      add(
          "M%04d".formatted(i) + suffix,
          schema -> {
            schema.createTable(
                table,
                SchemaElements.column("id", SchemaElements.bigint()).notNull(),
                SchemaElements.primaryKey(table + "_pkey", "id"));
            schema.createIndex(table, SchemaElements.index(table + "_id_idx", "id"));
          },
          schema -> schema.dropTable(table));
    }
    return this;
  }

  /** A migration after the one added last that an older version of the application cannot bear. */
  public WrittenMigrations contract(
      String id, Consumer<SchemaEditor> upgrade, Consumer<SchemaEditor> downgrade) {
    add(id, upgrade, downgrade);
    entries.computeIfPresent(id, (same, entry) -> phased(entry, Phase.CONTRACT));
    return this;
  }

  private static Entry phased(Entry entry, Phase phase) {
    return new Entry(
        entry.id(),
        entry.parents(),
        entry.description(),
        entry.fingerprint(),
        entry.replaces(),
        phase);
  }

  /** A migration after the one added last. */
  public WrittenMigrations add(String id, Migration migration) {
    add(id, schema -> {});
    migrations.put(id, migration);
    return this;
  }

  public WrittenMigrations add(
      String id,
      List<String> parents,
      Consumer<SchemaEditor> upgrade,
      Consumer<SchemaEditor> downgrade) {
    entries.put(id, new Entry(id, parents, "it's " + id, "t1:" + id));
    migrations.put(id, new Migration() {
      @Override
      public void upgrade(SchemaEditor schema) {
        upgrade.accept(schema);
      }

      @Override
      public void downgrade(SchemaEditor schema) {
        downgrade.accept(schema);
      }
    });
    return this;
  }

  /** This set with a migration that is written anew, which its fingerprint shows. */
  public WrittenMigrations edit(String id, Consumer<SchemaEditor> upgrade) {
    WrittenMigrations edited = copy(entries.keySet());
    Entry before = edited.entries.get(id);
    edited.add(id, before.parents(), upgrade, schema -> {});
    return edited.withFingerprint(id, before.fingerprint() + ":edited");
  }

  public WrittenMigrations withFingerprint(String id, String fingerprint) {
    WrittenMigrations edited = copy(entries.keySet());
    Entry before = edited.entries.get(id);
    edited.entries.put(id, new Entry(id, before.parents(), before.description(), fingerprint));
    return edited;
  }

  /** This set as if it was compiled with that schema. */
  public WrittenMigrations compiledWith(Schema schema) {
    this.fingerprint = SchemaFingerprint.of(schema);
    this.parts = SchemaFingerprint.parts(schema);
    return this;
  }

  /** Adds a squash, which comes after nothing. */
  public WrittenMigrations squash(
      String id,
      List<String> replaces,
      Consumer<SchemaEditor> upgrade,
      Consumer<SchemaEditor> downgrade) {
    add(id, List.of(), upgrade, downgrade);
    entries.put(id, new Entry(id, List.of(), "it's " + id, "t1:" + id, replaces));
    return this;
  }

  /** Only those migrations. */
  public WrittenMigrations copy(Set<String> ids) {
    WrittenMigrations copy = new WrittenMigrations();
    copy.entries.putAll(entries);
    copy.entries.keySet().retainAll(ids);
    copy.migrations.putAll(migrations);
    return copy;
  }

  /** The ids whose migrations were asked for. */
  public Set<String> loaded() {
    return loaded;
  }

  @Override
  public String name() {
    return "main";
  }

  @Override
  public String schema() {
    return "";
  }

  @Override
  public List<Entry> entries() {
    entriesAsked = true;
    return List.copyOf(entries.values());
  }

  /** As in a set that the compiler writes, unless it is one that a person wrote. */
  @Override
  public Optional<CompleteHistory> completeHistory() {
    return byHand ? Optional.empty() : CompleteHistory.of(List.copyOf(entries.values()));
  }

  /** This set as one that knows nothing but its entries. */
  public WrittenMigrations byHand() {
    byHand = true;
    return this;
  }

  /** Whether somebody asked what migrations there are. */
  public boolean entriesAsked() {
    return entriesAsked;
  }

  @Override
  public synchronized Migration migration(String id) {
    loaded.add(id);
    return migrations.get(id);
  }

  @Override
  public String schemaFingerprint() {
    return fingerprint;
  }

  @Override
  public List<String> schemaParts() {
    partsAsked = true;
    return parts;
  }

  /** Whether somebody asked what the schema consists of. */
  public boolean partsAsked() {
    return partsAsked;
  }
}
