A compile is given all files but the migrations

== before ==
-- User.java
@Table class User { @Id long id; }

== setting ==
without the migrations

== messages ==
error: [lockstep:MigrationNotCompiled] migration "M0001_InitialMigration" is not part of this compile
      compile it too: javac ... shop/migrations/M0001_InitialMigration.java

== fix compile it too: javac ... shop/migrations/M0001_InitialMigration.java ==
options: setting=without the migrations =>
