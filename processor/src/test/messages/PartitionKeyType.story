What a table is partitioned by gets another type

== before ==
-- Reading.java
@Partitioned(columns = "day") @Table class Reading { int day; }

== after ==
Reading.java: int day => long day

== messages ==
Reading.java:1: error: [lockstep:PartitionKeyType] the type of column "day" of table "reading" changes from integer to bigint, but the table is partitioned by it
      keep it: @Column(type = "integer")
      or declare another table beside it: @Table(name = "reading_2")
      then copy the rows: mvn compile -Dlockstep.migrate="Copy reading to reading_2" -Dlockstep.empty=true

== fix keep it: @Column(type = "integer") ==
Reading.java: long day => @Column(type = "integer") long day

== fix or declare another table beside it: @Table(name = "reading_2") ==
-- Reading.java
@Partitioned(columns = "day") @Table class Reading { int day; }
-- Reading2.java
@Partitioned(columns = "day") @Table(name = "reading_2") class Reading2 { long day; }
