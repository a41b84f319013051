Give notes a key

The columns of a primary key are NOT NULL, so that rows that hold NULL in one need a value; one that
is another for each row is proposed.

== before ==
-- Note.java
@Table class Note { String code; String text; }

== after ==
-- Note.java
@Table class Note { @Id String code; String text; }

== refused ==
Note.java:1: error: [lockstep:NotNullNeedsValue] column "code" of table "note" becomes NOT NULL and has no default, but its rows may hold NULL
      fill once: @Column(nullable = false, backfill = "gen_random_uuid()::text")
