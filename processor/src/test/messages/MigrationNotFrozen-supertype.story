A migration inherits from a class of the project

== before ==
-- Base.java
public abstract class Base { protected String table() { return "user"; } }
-- User.java
@Table class User { @Id long id; }

== after ==
migrations/M0001_InitialMigration.java: implements Migration => extends shop.Base implements Migration
migrations/M0001_InitialMigration.java: dropTable("user") => dropTable(table())

== messages ==
M0001_InitialMigration.java:12: error: [lockstep:MigrationNotFrozen] migration "M0001_InitialMigration" refers to its supertype shop.Base, so it would mean something else when that changes
      write into the migration what it inherits, and extend or implement nothing else

== fix write into the migration what it inherits, and extend or implement nothing else ==
migrations/M0001_InitialMigration.java: extends shop.Base implements Migration => implements Migration
migrations/M0001_InitialMigration.java: dropTable(table()) => dropTable("user")
