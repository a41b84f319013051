Book a room once

No two bookings of the same time, unless one is cancelled.

== before ==
-- Booking.java
@Table class Booking {
  @Id long id;
  @Column(type = "tstzrange", nullable = false) String during;
  boolean cancelled;
}

== after ==
-- Booking.java
@Exclude(elements = "during with &&", where = "NOT cancelled")
@Table class Booking {
  @Id long id;
  @Column(type = "tstzrange", nullable = false) String during;
  boolean cancelled;
}

== rows ==
INSERT INTO booking VALUES
  (1, '[2025-01-01 12:00, 2025-01-01 14:00)', false),
  (2, '[2025-01-01 13:00, 2025-01-01 15:00)', true);

== messages ==
Booking.java:1: error: [lockstep:ConstraintAdded] exclusion constraint "booking_during_excl" of table "booking" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add exclusion constraint booking_during_excl to booking"
Booking.java:1: warning: [lockstep:BlocksTable] adding exclusion constraint "booking_during_excl" of table "booking" builds an index of all rows while reads and writes wait (ACCESS EXCLUSIVE on "booking")
      apply it: when nobody needs the table, as there is no form that lets others work

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.exclude;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Book a room once")
public final class M0002_BookARoomOnce implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addConstraint("booking",
        exclude("booking_during_excl", "gist", "during with &&").where("NOT cancelled"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropConstraint("booking", "booking_during_excl");
  }
}

== sql up ==
ALTER TABLE "public"."booking" ADD CONSTRAINT "booking_during_excl" EXCLUDE USING "gist" ("during" WITH &&) WHERE (NOT cancelled);

== sql down ==
ALTER TABLE "public"."booking" DROP CONSTRAINT "booking_during_excl";

== snapshot ==
  {
-   "format": 1,
+   "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_BookARoomOnce"
    ],
    "tables": [
...
        "constraints": [
          {
+           "name": "booking_during_excl",
+           "kind": "exclusion",
+           "method": "gist",
+           "elements": [ "during with &&" ],
+           "where": "NOT cancelled"
+         },
+         {
            "name": "booking_pkey",
            "kind": "primary key",
