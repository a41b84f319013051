package dev.lockstep.example.shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Add address to User")
public final class M0002_AddAddressToUser implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("user", column("address", varchar(200)));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropColumn("user", "address");
  }
}
