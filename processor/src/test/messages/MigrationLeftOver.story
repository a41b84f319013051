A compile that amends was killed before it deleted the old migration

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String name;

== after ==
-- migrations/M0002_Old.java
package shop.migrations;

import static dev.lockstep.SchemaElements.*;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Old")
public final class M0002_Old implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("user", column("title", text()));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropColumn("user", "title");
  }
}

== messages ==
M0002_Old.java:10: error: [lockstep:MigrationLeftOver] migration "M0002_Old" is left over: schema.json names "M0002_SecondMigration" in its place
      delete it: rm shop/migrations/M0002_Old.java
