A migration was renamed, file and class

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- migrations/M0001_InitialMigration.java is deleted
-- migrations/M0001_Begin.java
package shop.migrations;

import static dev.lockstep.SchemaElements.*;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(description = "Initial migration")
public final class M0001_Begin implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createTable("user", column("id", bigint()).notNull(), primaryKey("user_pkey", "id"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropTable("user");
  }
}

== messages ==
M0001_Begin.java:10: error: [lockstep:MigrationRenamed] migration "M0001_InitialMigration" was renamed to "M0001_Begin", but databases have recorded its old name
      take it back: git checkout HEAD -- shop/migrations/M0001_InitialMigration.java
      and delete the new one: rm shop/migrations/M0001_Begin.java
