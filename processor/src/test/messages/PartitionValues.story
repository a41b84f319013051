A range with the values of a list

== after ==
-- T.java
@Partitioned(columns = "a", partitions = @Partition(name = "low", values = "IN (1, 2)")) @Table class T { int a; }

== messages ==
T.java:1: error: [lockstep:PartitionValues] partition "low" of table "t" takes IN (1, 2), but the table is partitioned by RANGE (a)
      write as: values = "FROM (...) TO (...)"

== fix write as: values = "FROM (...) TO (...)" ==
T.java: IN (1, 2) => FROM (1) TO (3)
