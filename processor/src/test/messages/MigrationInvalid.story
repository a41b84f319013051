A migration is not public

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
migrations/M0001_InitialMigration.java: public final class => final class

== messages ==
M0001_InitialMigration.java:12: error: [lockstep:MigrationInvalid] migration "M0001_InitialMigration" is not public
      write: public final class M0001_InitialMigration

== fix write: public final class M0001_InitialMigration ==
migrations/M0001_InitialMigration.java: final class => public final class
