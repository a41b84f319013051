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
