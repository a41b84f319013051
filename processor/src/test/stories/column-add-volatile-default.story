Add token to user

A default that is another for each row makes PostgreSQL write the whole table anew, with nobody
reading it meanwhile. That has to be accepted, or filled in place.

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- User.java
@Table class User {
  @Id long id;
  @Column(nullable = false, defaultValue = "gen_random_uuid()") UUID token;
}

== refused ==
User.java:3: error: [lockstep:TableRewrite] new column "token" of table "user" has another default for each row, which rewrites the table and locks it meanwhile
      fill in place: @Column(backfill = "gen_random_uuid()")
      accept: mvn compile -Dlockstep.migrate="Add token to user" -Dlockstep.accept=rewrite
