Two partitions for one row

== after ==
-- T.java
@Partitioned(columns = "a", partitions = {@Partition(name = "low", values = "FROM (1) TO (5)"), @Partition(name = "lower", values = "FROM (1) TO (5)")}) @Table class T { int a; }

== messages ==
T.java:1: error: [lockstep:PartitionOverlaps] partition "lower" of table "t" takes the rows that partition "low" takes
      take others: values = "FROM (...) TO (...)"

== fix take others: values = "FROM (...) TO (...)" ==
T.java: "lower", values = "FROM (1) TO (5)" => "lower", values = "FROM (0) TO (1)"
