I4: build an index of a partitioned table

CREATE INDEX makes the writes of every partition wait.

== before ==
-- Busy.java
@Partitioned(by = PartitionStrategy.RANGE, columns = "id", partitions = {
  @Partition(name = "busy_low", values = "FROM (MINVALUE) TO (50000)"),
  @Partition(name = "busy_high", values = "FROM (50000) TO (MAXVALUE)")
})
@Table
class Busy {
  @Id Long id;
  Integer n;
}

== after ==
-- Busy.java
@Index(columns = "(slow(id))")
@Partitioned(by = PartitionStrategy.RANGE, columns = "id", partitions = {
  @Partition(name = "busy_low", values = "FROM (MINVALUE) TO (50000)"),
  @Partition(name = "busy_high", values = "FROM (50000) TO (MAXVALUE)")
})
@Table
class Busy {
  @Id Long id;
  Integer n;
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
