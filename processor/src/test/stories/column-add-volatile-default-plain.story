Add token to user

Without the online form PostgreSQL writes the whole table anew for a default that is another for
each row. That has to be accepted, or filled in place.

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- User.java
@Table class User {
  @Id long id;
  @Column(nullable = false, defaultValue = "gen_random_uuid()") UUID token;
  @Identity int number;
}

== options ==
lockstep.online=false

== refused ==
User.java:4: error: [lockstep:TableRewrite] new column "number" of table "user" is an identity, which rewrites the table and locks it meanwhile
      accept: mvn compile -Dlockstep.migrate="Add token to user" -Dlockstep.accept=rewrite
User.java:3: error: [lockstep:TableRewrite] new column "token" of table "user" has another default for each row, which rewrites the table and locks it meanwhile
      fill in place: @Column(backfill = "gen_random_uuid()")
      accept: mvn compile -Dlockstep.migrate="Add token to user" -Dlockstep.accept=rewrite
