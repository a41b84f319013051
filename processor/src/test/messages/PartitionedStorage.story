A partitioned table with storage parameters

== after ==
-- T.java
@Partitioned(columns = "a") @Table(with = "fillfactor=70") class T { int a; }

== messages ==
T.java:1: error: [lockstep:PartitionedStorage] partitioned table "t" cannot have storage parameters: only its partitions hold rows
