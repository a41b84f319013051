package dev.lockstep.cli;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.WrittenMigrations;

/** A table, a column more, and a column less that an older version cannot bear. */
public final class PhasedMigrations extends ServedMigrations {
  public PhasedMigrations() {
    super(new WrittenMigrations()
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
            schema -> schema.addColumn("user", column("fax", text()))));
  }
}
