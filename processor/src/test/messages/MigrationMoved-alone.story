A migration was moved to another package, without the others

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- migrations/M0001_InitialMigration.java is deleted
-- old/M0001_InitialMigration.java
package shop.old;

import static dev.lockstep.SchemaElements.*;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(description = "Initial migration")
public final class M0001_InitialMigration implements Migration {
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
package-info.java:1: error: [lockstep:MigrationMoved] migration "M0001_InitialMigration" is no longer in shop/migrations/, but in shop/old/M0001_InitialMigration.java
      take it back: mv shop/old/M0001_InitialMigration.java shop/migrations/M0001_InitialMigration.java, with package shop.migrations;

== fix take it back: mv shop/old/M0001_InitialMigration.java shop/migrations/M0001_InitialMigration.java, with package shop.migrations; ==
-- old/M0001_InitialMigration.java is deleted
-- migrations/M0001_InitialMigration.java
package shop.migrations;

import static dev.lockstep.SchemaElements.*;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(description = "Initial migration")
public final class M0001_InitialMigration implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createTable("user", column("id", bigint()).notNull(), primaryKey("user_pkey", "id"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropTable("user");
  }
}
