There is nothing to generate

== before ==
-- User.java
@Table class User { @Id long id; }

== options ==
lockstep.migrate=More

== messages ==
note: [lockstep:NothingToMigrate] no change was detected in database "main", so there is no new migration
