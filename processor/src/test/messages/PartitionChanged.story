A partition has other bounds

== before ==
-- Event.java
@Partitioned(columns = "year", partitions = @Partition(name = "event_2024", values = "FROM (2024) TO (2025)")) @Table class Event { int year; }

== after ==
Event.java: FROM (2024) => FROM (2023)

== messages ==
Event.java:1: error: [lockstep:PartitionChanged] partition "event_2024" of table "event" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change partition event_2024 of event"
Event.java:1: warning: [lockstep:BlocksTable] adding partition "event_2024" of table "event" reads all rows while reads and writes wait (ACCESS EXCLUSIVE on "event_2024")
      apply it: when nobody needs the table, as there is no form that lets others work
