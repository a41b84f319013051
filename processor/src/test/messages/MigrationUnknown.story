A migration was copied from elsewhere

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- migrations/M0002_Stray.java
package shop.migrations;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;
@Revision(parents = "M0001_InitialMigration", description = "Stray")
public final class M0002_Stray implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {}
  @Override
  public void downgrade(SchemaEditor schema) {}
}

== messages ==
M0002_Stray.java:6: error: [lockstep:MigrationUnknown] migration "M0002_Stray" is newer than schema.json, which names "M0001_InitialMigration" as the last
      schema.json was reset: git checkout HEAD -- shop/migrations/schema.json
      the migration is a leftover: rm shop/migrations/M0002_Stray.java
      the migration was written by hand: put "M0002_Stray" into heads in schema.json

== fix schema.json was reset: git checkout HEAD -- shop/migrations/schema.json ==
-- migrations/M0002_Stray.java is deleted

== fix the migration was written by hand: put "M0002_Stray" into heads in schema.json ==
migrations/schema.json: "M0001_InitialMigration" => "M0002_Stray"
