A key by period that cascades

== after ==
-- Room.java
@Table class Room { @Id @Column(type = "int4range") String no; @Id(withoutOverlaps = true) @Column(type = "daterange") String at; }
-- Booking.java
@ForeignKey(columns = {"no", "at"}, references = Room.class, period = true, onDelete = ReferentialAction.CASCADE)
@Table class Booking { @Id long id; @Column(type = "int4range") String no; @Column(type = "daterange") String at; }

== messages ==
Booking.java:1: error: [lockstep:PeriodAction] foreign key "booking_no_at_fkey" of table "booking" refers to a period and is ON DELETE CASCADE; PostgreSQL knows NO ACTION there
      leave it: onDelete = ReferentialAction.NO_ACTION

== fix leave it: onDelete = ReferentialAction.NO_ACTION ==
Booking.java: onDelete = ReferentialAction.CASCADE => onDelete = ReferentialAction.NO_ACTION
