A key to one without overlaps that does not say period

== after ==
-- Room.java
@Table class Room { @Id @Column(type = "int4range") String no; @Id(withoutOverlaps = true) @Column(type = "daterange") String at; }
-- Booking.java
@ForeignKey(columns = {"no", "at"}, references = Room.class)
@Table class Booking { @Id long id; @Column(type = "int4range") String no; @Column(type = "daterange") String at; }

== messages ==
Booking.java:1: error: [lockstep:PeriodMissing] foreign key "booking_no_at_fkey" of table "booking" refers to a key without overlaps, but not to its period
      refer to a period: period = true

== fix refer to a period: period = true ==
Booking.java: references = Room.class) => references = Room.class, period = true)
