A table is partitioned by another column

== before ==
-- Event.java
@Partitioned(columns = "year") @Table class Event { int year; int month; }

== after ==
Event.java: columns = "year" => columns = "month"

== messages ==
Event.java:1: error: [lockstep:PartitioningChanged] table "event" is partitioned otherwise, which PostgreSQL cannot do to a table that is there
      declare another beside it: @Table(name = "event_2")
      then copy the rows: mvn compile -Dlockstep.migrate="Copy event to event_2" -Dlockstep.empty=true
      then drop the old one: mvn compile -Dlockstep.migrate="Drop table event" -Dlockstep.accept=data-loss

== fix declare another beside it: @Table(name = "event_2") ==
-- Event.java
@Partitioned(columns = "year") @Table class Event { int year; int month; }
-- Event2.java
@Partitioned(columns = "month") @Table(name = "event_2") class Event2 { int year; int month; }

== fix then drop the old one: mvn compile -Dlockstep.migrate="Drop table event" -Dlockstep.accept=data-loss ==
-- Event.java is deleted
