Add login to user

The old version writes rows without the new column, so they are filled once more before the column
becomes NOT NULL. Its index need not wait.

== before ==
-- User.java
@Table class User { @Id long id; String email; }

== after ==
-- User.java
@Table class User {
  @Id long id;
  String email;
  @Index @Column(nullable = false, backfill = "lower(email)") String login;
}

== rows ==
INSERT INTO "user" VALUES (1, 'Ada@example.com');

== rows after ==
SELECT login FROM "user";
ada@example.com
