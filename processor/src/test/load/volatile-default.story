C3: add a column with another value for each row

PostgreSQL writes the table anew.

== before ==
-- Busy.java
@Table
class Busy {
  @Id @Identity Long id;
  Integer n;
}

== after ==
-- Busy.java
@Table
class Busy {
  @Id @Identity Long id;
  Integer n;
  @Column(nullable = false, defaultValue = "slow_luck()") Long luck;
}

== server ==
CREATE FUNCTION slow_luck() RETURNS bigint VOLATILE LANGUAGE plpgsql AS $$
BEGIN PERFORM count(*) FROM generate_series(1, 300); RETURN random() * 100; END $$

== rows ==
INSERT INTO busy (n) SELECT i FROM generate_series(1, 100000) i

== application ==
SELECT * FROM busy WHERE id = ?
UPDATE busy SET n = n + 1 WHERE id = ?
INSERT INTO busy (n) VALUES (?)
