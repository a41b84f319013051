Partitions by a computed column

== after ==
-- T.java
@Partitioned(columns = "c") @Table class T { int a; @Computed(value = "a + 1", stored = true) int c; }

== messages ==
T.java:1: error: [lockstep:PartitionComputed] the partitioning of table "t" names column "c", which is computed
