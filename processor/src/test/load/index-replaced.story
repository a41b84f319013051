I7: replace an index by one of the same name

Both forms build it, the plain one while writes wait.

== before ==
-- Busy.java
@Index(columns = "n", where = "slow(id) > 0", name = "busy_n")
@Table
class Busy {
  @Id @Identity Long id;
  Integer n;
}

== after ==
-- Busy.java
@Index(columns = "n", where = "slow(id) > 1", name = "busy_n")
@Table
class Busy {
  @Id @Identity Long id;
  Integer n;
}

== server ==
CREATE FUNCTION slow(x bigint) RETURNS bigint IMMUTABLE LANGUAGE plpgsql AS $$
BEGIN PERFORM count(*) FROM generate_series(1, 300); RETURN x; END $$

== rows ==
INSERT INTO busy (n) SELECT i FROM generate_series(1, 100000) i

== application ==
SELECT * FROM busy WHERE id = ?
UPDATE busy SET n = n + 1 WHERE id = ?
INSERT INTO busy (n) VALUES (?)
