package dev.lockstep.cli;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Migration;
import dev.lockstep.MigrationSet;
import dev.lockstep.WrittenMigrations;
import java.util.List;

/** A table, a column more, and a column less that an older version cannot bear. */
public final class PhasedMigrations implements MigrationSet {
  private final MigrationSet shop = new WrittenMigrations()
      .add(
          "M0001_Begin",
          schema -> schema.createTable("user", column("fax", text())),
          schema -> schema.dropTable("user"))
      .add(
          "M0002_Nick",
          schema -> schema.addColumn("user", column("nick", text())),
          schema -> schema.dropColumn("user", "nick"))
      .contract(
          "M0003_NickContract",
          schema -> schema.dropColumn("user", "fax"),
          schema -> schema.addColumn("user", column("fax", text())));

  @Override
  public String name() {
    return shop.name();
  }

  @Override
  public String schema() {
    return shop.schema();
  }

  @Override
  public List<Entry> entries() {
    return shop.entries();
  }

  @Override
  public Migration migration(String id) {
    return shop.migration(id);
  }

  @Override
  public String schemaFingerprint() {
    return shop.schemaFingerprint();
  }
}
