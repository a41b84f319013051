A class among the migrations implements nothing

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- migrations/M0002_More.java
package shop.migrations;
@dev.lockstep.Revision(parents = "M0001_InitialMigration", description = "More")
public class M0002_More {}

== messages ==
M0002_More.java:3: error: [lockstep:MigrationInvalid] migration "M0002_More" does not implement Migration
      write: class M0002_More implements Migration

== fix write: class M0002_More implements Migration ==
migrations/schema.json: "M0001_InitialMigration" => "M0002_More"
-- migrations/M0002_More.java
package shop.migrations;
@dev.lockstep.Revision(parents = "M0001_InitialMigration", description = "More")
public class M0002_More implements dev.lockstep.Migration {
  @Override
  public void upgrade(dev.lockstep.SchemaEditor schema) {}
  @Override
  public void downgrade(dev.lockstep.SchemaEditor schema) {}
}
