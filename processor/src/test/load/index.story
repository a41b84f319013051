I1: build an index

CREATE INDEX makes all writes wait until it has gone through the table.

== before ==
-- Busy.java
@Table
class Busy {
  @Id @Identity Long id;
  Integer n;
}

== after ==
-- Busy.java
@Index(columns = "(slow(id))")
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
