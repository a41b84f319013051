A table stays, but its primary key goes

== before ==
-- Note.java
@Table class Note { @Id long id; String text; }

== after ==
Note.java: @Id long => long

== messages ==
Note.java:1: error: [lockstep:ConstraintRemoved] primary key "note_pkey" of table "note" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop primary key from note"
Note.java:1: warning: [lockstep:PrimaryKeyLost] table "note" has no primary key any more: updates and deletes fail where it is published
      keep one: put @Id on the fields that tell its rows apart
      published all the same: ALTER TABLE ... REPLICA IDENTITY FULL before it is applied

== fix keep one: put @Id on the fields that tell its rows apart ==
Note.java: long id => @Id long id

== fix published all the same: ALTER TABLE ... REPLICA IDENTITY FULL before it is applied ==
not applicable: it is for the one who applies the migration
