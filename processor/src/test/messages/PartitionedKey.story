A key without the column of the partitions

== after ==
-- T.java
@Partitioned(columns = "b") @Table class T { @Id long a; int b; }

== messages ==
T.java:1: error: [lockstep:PartitionedKey] primary key "t_pkey" of table "t" lacks column "b", by which the table is partitioned
