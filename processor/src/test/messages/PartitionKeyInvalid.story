A list of two columns

== after ==
-- T.java
@Partitioned(by = PartitionStrategy.LIST, columns = {"a", "b"}) @Table class T { int a; int b; }

== messages ==
T.java:1: error: [lockstep:PartitionKeyInvalid] a table partitioned by LIST has exactly one column or expression
      name several: by = PartitionStrategy.RANGE

== fix name several: by = PartitionStrategy.RANGE ==
T.java: by = PartitionStrategy.LIST => by = PartitionStrategy.RANGE
