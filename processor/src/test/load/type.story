C11: change a type so that the table is written anew

ALTER COLUMN TYPE locks the table against reads and writes meanwhile.

== before ==
-- Busy.java
@Table
class Busy {
  @Id @Identity Long id;
  Integer n;
  @Column(length = 9) String code;
}

== after ==
-- Busy.java
@Table
class Busy {
  @Id @Identity Long id;
  Integer n;
  @Column(using = "slow(code::bigint)") Long code;
}

== server ==
CREATE FUNCTION slow(x bigint) RETURNS bigint IMMUTABLE LANGUAGE plpgsql AS $$
BEGIN PERFORM count(*) FROM generate_series(1, 300); RETURN x; END $$

== rows ==
INSERT INTO busy (n, code) SELECT i, i::text FROM generate_series(1, 100000) i

== application ==
SELECT * FROM busy WHERE id = ?
UPDATE busy SET n = n + 1 WHERE id = ?
INSERT INTO busy (n) VALUES (?)
