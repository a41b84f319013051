A partition has another name

== before ==
-- Event.java
@Partitioned(columns = "year", partitions = @Partition(name = "event_2024", values = "FROM (2024) TO (2025)")) @Table class Event { int year; }

== after ==
Event.java: event_2024 => event_old

== messages ==
Event.java:1: error: [lockstep:PartitionRenamed] partition "event_2024" of table "event" is named "event_old" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename partition event_2024 of event to event_old"
