A migration is generated

== after ==
-- User.java
@Table class User { @Id long id; }

== options ==
lockstep.migrate=Begin

== messages ==
note: [lockstep:MigrationWritten] migration "M0001_Begin" of database "main" was written
      detected: Create table user
      wrote: shop/migrations/M0001_Begin.java
      wrote: shop/migrations/schema.json
