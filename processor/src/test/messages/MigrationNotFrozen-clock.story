A migration asks the clock

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
migrations/M0001_InitialMigration.java: dropTable("user") => dropTable("user" + java.time.Year.now())

== messages ==
M0001_InitialMigration.java:12: error: [lockstep:MigrationNotFrozen] migration "M0001_InitialMigration" refers to java.time.Year.now(), so it would mean something else when that changes
      write its value in its place, or a constant of the migration's own

== fix write its value in its place, or a constant of the migration's own ==
migrations/M0001_InitialMigration.java: dropTable("user" + java.time.Year.now()) => dropTable("user")
