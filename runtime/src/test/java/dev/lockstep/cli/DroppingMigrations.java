package dev.lockstep.cli;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.DropTwo;
import dev.lockstep.Migration;
import dev.lockstep.MigrationSet;
import dev.lockstep.WrittenMigrations;
import java.util.List;

/** Two migrations, the second of which loses data, as a service finds them. */
public final class DroppingMigrations implements MigrationSet {
  private final WrittenMigrations migrations = new WrittenMigrations()
      .add("M0001_Create", schema -> {
        schema.createTable("t", column("a", text()), column("b", text()));
        schema.createTable("u", column("a", text()));
      })
      .add("M0002_Drop", new DropTwo());

  @Override
  public String name() {
    return migrations.name();
  }

  @Override
  public String schema() {
    return migrations.schema();
  }

  @Override
  public List<Entry> entries() {
    return migrations.entries();
  }

  @Override
  public Migration migration(String id) {
    return migrations.migration(id);
  }

  @Override
  public String schemaFingerprint() {
    return migrations.schemaFingerprint();
  }
}
