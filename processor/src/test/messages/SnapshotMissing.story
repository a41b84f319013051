The snapshot was deleted

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- migrations/schema.json is deleted

== messages ==
package-info.java:1: error: [lockstep:SnapshotMissing] shop/migrations/schema.json is missing beside migration "M0001_InitialMigration"
      restore it: git checkout HEAD -- shop/migrations/schema.json
      the compile that began the migrations was stopped: rm shop/migrations/M0001_InitialMigration.java

== fix the compile that began the migrations was stopped: rm shop/migrations/M0001_InitialMigration.java ==
not applicable: KilledCompileTest does it
