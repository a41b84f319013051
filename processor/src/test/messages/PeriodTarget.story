A key by period to a key that may overlap

== after ==
-- Room.java
@Table class Room { @Id @Column(type = "int4range") String no; @Id @Column(type = "daterange") String at; }
-- Booking.java
@ForeignKey(columns = {"no", "at"}, references = Room.class, period = true)
@Table class Booking { @Id long id; @Column(type = "int4range") String no; @Column(type = "daterange") String at; }

== messages ==
Booking.java:1: error: [lockstep:PeriodTarget] foreign key "booking_no_at_fkey" of table "booking" refers to a period, but no key of table "room" without overlaps ends in column "at"
