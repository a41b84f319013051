P1: add a primary key

The plain form builds the index while nobody can read or write.

== before ==
-- Busy.java
@Table
class Busy {
  @Index long id;
  Integer n;
  @Column(nullable = false, collation = "en-x-icu") String name;
}

== after ==
-- Busy.java
@Table
class Busy {
  @Index long id;
  Integer n;
  @Id @Column(collation = "en-x-icu") String name;
}

== rows ==
INSERT INTO busy (id, n, name) SELECT i, i, repeat('the same beginning ', 60) || i FROM generate_series(1, 100000) i

== application ==
SELECT * FROM busy WHERE id = ?
UPDATE busy SET n = n + 1 WHERE id = ?
INSERT INTO busy (id, n, name) VALUES (?, 1, gen_random_uuid()::text)
