A folder is where the snapshot is to be

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- migrations/schema.json is deleted
-- migrations/schema.json/x
in the way

== messages ==
error: [lockstep:FileFailed] IOException: Is a directory
