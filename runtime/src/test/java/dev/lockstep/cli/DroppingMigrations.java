package dev.lockstep.cli;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.DropTwo;
import dev.lockstep.WrittenMigrations;

/** Two migrations, the second of which loses data, as a service finds them. */
public final class DroppingMigrations extends ServedMigrations {
  public DroppingMigrations() {
    super(new WrittenMigrations()
        .add("M0001_Create", schema -> {
          schema.createTable("t", column("a", text()), column("b", text()));
          schema.createTable("u", column("a", text()));
        })
        .add("M0002_Drop", new DropTwo()));
  }
}
