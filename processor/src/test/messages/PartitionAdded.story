A partition is new

== before ==
-- Event.java
@Partitioned(columns = "year") @Table class Event { int year; }

== after ==
Event.java: columns = "year" => columns = "year", partitions = @Partition(name = "event_2025", values = "FROM (2025) TO (2026)")

== messages ==
Event.java:1: error: [lockstep:PartitionAdded] partition "event_2025" of table "event" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add partition event_2025 to event"
