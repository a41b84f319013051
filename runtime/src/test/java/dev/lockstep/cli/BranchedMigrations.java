package dev.lockstep.cli;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Migration;
import dev.lockstep.MigrationSet;
import dev.lockstep.WrittenMigrations;
import java.util.List;

/** A merge of two branches and three heads after it, as a service finds them. */
public final class BranchedMigrations implements MigrationSet {
  private final WrittenMigrations migrations = new WrittenMigrations()
      .add("M0001_T", schema -> schema.createTable("t", column("id", text())))
      .add("M0002_A", schema -> schema.addColumn("t", column("a", text())))
      .add("M0002_B", List.of("M0001_T"), schema -> {}, schema -> {})
      .add("M0003_Merge", List.of("M0002_A", "M0002_B"), schema -> {}, schema -> {})
      .add("M0004_X", List.of("M0003_Merge"), schema -> {}, schema -> {})
      .add("M0004_Y", List.of("M0003_Merge"), schema -> {}, schema -> {})
      .add("M0004_Z", List.of("M0003_Merge"), schema -> {}, schema -> {});

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
