An exclusion constraint comes to a table that is there

== before ==
-- Booking.java
@Table class Booking { @Id long id; @Column(type = "tstzrange") String during; }

== after ==
Booking.java: @Table => @Exclude(elements = "during with &&") @Table

== messages ==
Booking.java:1: error: [lockstep:ConstraintAdded] exclusion constraint "booking_during_excl" of table "booking" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add exclusion constraint booking_during_excl to booking"
Booking.java:1: warning: [lockstep:BlocksTable] adding exclusion constraint "booking_during_excl" of table "booking" builds an index of all rows while reads and writes wait (ACCESS EXCLUSIVE on "booking")
      apply it: when nobody needs the table, as there is no form that lets others work

== fix apply it: when nobody needs the table, as there is no form that lets others work ==
not applicable: it is for the one who applies the migration
