A migration refers to a field of another class

== before ==
-- Names.java
public class Names { public static final String USER = "user"; }
-- User.java
@Table class User { @Id long id; }

== after ==
migrations/M0001_InitialMigration.java: dropTable("user") => dropTable(shop.Names.USER)

== messages ==
M0001_InitialMigration.java:12: error: [lockstep:MigrationNotFrozen] migration "M0001_InitialMigration" refers to shop.Names.USER, so it would mean something else when that changes
      write its value in its place, or a constant of the migration's own

== fix write its value in its place, or a constant of the migration's own ==
migrations/M0001_InitialMigration.java: dropTable(shop.Names.USER) => dropTable("user")
