Add address to User

A field that is added to a table class becomes a column. One that may be NULL needs no decision:
PostgreSQL adds it at once, whatever the table holds.

== before ==
-- User.java
@Table class User {
  @Id @Identity Long id;
  @Column(length = 80, unique = true, nullable = false) String username;
}

== after ==
-- User.java
@Table class User {
  @Id @Identity Long id;
  @Column(length = 80, unique = true, nullable = false) String username;
  @Column(length = 200) String address;
}

== rows ==
INSERT INTO "user" (username) VALUES ('ada'), ('bob');

== rows after ==
SELECT id, username, address FROM "user" ORDER BY id;
