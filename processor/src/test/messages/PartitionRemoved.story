A partition is gone

== before ==
-- Event.java
@Partitioned(columns = "year", partitions = @Partition(name = "event_2024", values = "FROM (2024) TO (2025)")) @Table class Event { int year; }

== after ==
Event.java: , partitions = @Partition(name = "event_2024", values = "FROM (2024) TO (2025)") =>

== messages ==
Event.java:1: error: [lockstep:PartitionRemoved] partition "event_2024" of table "event" is not declared any more; a migration would delete its rows
      dropped: mvn compile -Dlockstep.migrate="Drop partition event_2024 from event" -Dlockstep.accept=data-loss
