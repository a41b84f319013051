C3: add an identity column

PostgreSQL writes the table and its indexes anew.

== before ==
-- Busy.java
@Index(columns = "(slow(id))")
@Table
class Busy {
  @Id Long id;
  Integer n;
}

== after ==
-- Busy.java
@Index(columns = "(slow(id))")
@Table
class Busy {
  @Id Long id;
  Integer n;
  @Identity @Column(nullable = false) Long number;
}

== server ==
CREATE FUNCTION slow(x bigint) RETURNS bigint IMMUTABLE LANGUAGE plpgsql AS $$
BEGIN PERFORM count(*) FROM generate_series(1, 300); RETURN x; END $$

== rows ==
INSERT INTO busy (id, n) SELECT i, i FROM generate_series(1, 100000) i

== application ==
SELECT * FROM busy WHERE id = ?
UPDATE busy SET n = n + 1 WHERE id = ?
INSERT INTO busy (id, n) VALUES (1000000 + ? + 100000 * ?, 1) ON CONFLICT DO NOTHING
