Give notes a key

A table without a primary key gets one.

== before ==
-- Note.java
@Table class Note { String code; String text; }

== after ==
-- Note.java
@Table class Note { @Id String code; String text; }

== rows ==
INSERT INTO note VALUES ('a', 'Hello');

== refused ==
Note.java:1: error: [lockstep:NotNullNeedsValue] column "code" of table "note" becomes NOT NULL and has no default, but its rows may hold NULL
      fill once: @Column(nullable = false, backfill = "gen_random_uuid()::text")
