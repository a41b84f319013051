U2: make a column unique

The plain form builds the index while nobody can read or write.

== before ==
-- Busy.java
@Table
class Busy {
  @Id @Identity Long id;
  Integer n;
  @Column(collation = "en-x-icu") String name;
}

== after ==
-- Busy.java
@Table
class Busy {
  @Id @Identity Long id;
  Integer n;
  @Column(collation = "en-x-icu", unique = true) String name;
}

== rows ==
INSERT INTO busy (n, name) SELECT i, repeat('the same beginning ', 60) || i FROM generate_series(1, 100000) i

== application ==
SELECT * FROM busy WHERE id = ?
UPDATE busy SET n = n + 1 WHERE id = ?
INSERT INTO busy (n, name) VALUES (?, gen_random_uuid()::text)
