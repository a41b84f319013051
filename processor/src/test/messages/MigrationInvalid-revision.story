A migration has no @Revision

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
migrations/M0001_InitialMigration.java: @Revision(description = "Initial migration") =>
migrations/M0001_InitialMigration.java: import dev.lockstep.Revision; =>

== messages ==
M0001_InitialMigration.java:12: error: [lockstep:MigrationInvalid] migration "M0001_InitialMigration" has no @Revision, so its place among the migrations is unknown
      write: @Revision(parents = "...", description = "...")

== fix write: @Revision(parents = "...", description = "...") ==
migrations/M0001_InitialMigration.java: public final class => @dev.lockstep.Revision(description = "Initial migration") public final class
