A migration was deleted

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- migrations/M0001_InitialMigration.java is deleted

== messages ==
package-info.java:1: error: [lockstep:MigrationMissing] migration "M0001_InitialMigration", the last one that schema.json names, is missing
      restore it: git checkout HEAD -- shop/migrations/M0001_InitialMigration.java
