A partition that ends before it begins

== after ==
-- T.java
@Partitioned(columns = "a", partitions = @Partition(name = "p0", values = "FROM (5) TO (-2)")) @Table class T { int a; }

== messages ==
T.java:1: error: [lockstep:PartitionEmpty] partition "p0" of table "t" takes no row: (5) is not below (-2)
      write as: values = "FROM (-2) TO (5)"

== fix write as: values = "FROM (-2) TO (5)" ==
T.java: FROM (5) TO (-2) => FROM (-2) TO (5)
