N2 and D1: fill a column and let it be NULL no more

One UPDATE locks the rows that it has written until the migration ends.

== before ==
-- Busy.java
@Table
class Busy {
  @Id @Identity Long id;
  Integer n;
  Long total;
}

== after ==
-- Busy.java
@Table
class Busy {
  @Id @Identity Long id;
  Integer n;
  @Column(nullable = false, backfill = "slow(id)") Long total;
}

== server ==
CREATE FUNCTION slow(x bigint) RETURNS bigint IMMUTABLE LANGUAGE plpgsql AS $$
BEGIN PERFORM count(*) FROM generate_series(1, 300); RETURN x; END $$

== rows ==
INSERT INTO busy (n) SELECT i FROM generate_series(1, 100000) i

== application ==
SELECT * FROM busy WHERE id = ?
UPDATE busy SET n = n + 1 WHERE id = ?
INSERT INTO busy (n, total) VALUES (?, 1)
