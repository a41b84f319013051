package dev.lockstep;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;

/** A migration that loses column {@code t.b} and table {@code u}, as it would be generated. */
public final class DropTwo implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropColumn("t", "b");
    schema.dropTable("u");
  }

  @Irreversible(what = "t.b", reason = "its values are deleted")
  @Irreversible(what = "u", reason = "its rows are deleted")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.createTable("u", column("a", text()));
    schema.addColumn("t", column("b", text()));
  }
}
