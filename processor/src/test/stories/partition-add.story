Begin another year

A partition is added; the rows stay where they are. It gets the key and the indexes of its table.

== before ==
-- Sale.java
@Partitioned(columns = "day",
    partitions = @Partition(name = "sale_2025", values = "FROM ('2025-01-01') TO ('2026-01-01')"))
@Table class Sale { @Id long id; @Id LocalDate day; @Index String country; }

== after ==
-- Sale.java
@Partitioned(columns = "day", partitions = {
  @Partition(name = "sale_2025", values = "FROM ('2025-01-01') TO ('2026-01-01')"),
  @Partition(name = "sale_2026", values = "FROM ('2026-01-01') TO ('2027-01-01')")
})
@Table class Sale { @Id long id; @Id LocalDate day; @Index String country; }

== rows ==
INSERT INTO sale VALUES (1, '2025-05-01', 'de');

== messages ==
Sale.java:3: error: [lockstep:PartitionAdded] partition "sale_2026" of table "sale" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add partition sale_2026 to sale"

== migration ==
package shop.migrations;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Begin another year")
public final class M0002_BeginAnotherYear implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createPartition("sale", "sale_2026", "FROM ('2026-01-01') TO ('2027-01-01')");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropPartition("sale", "sale_2026");
  }
}

== sql up ==
CREATE TABLE "public"."sale_2026" PARTITION OF "public"."sale" FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

== sql down ==
DO $lockstep$
BEGIN
  ALTER TABLE "public"."sale" DETACH PARTITION "public"."sale_2026";
  DROP TABLE "public"."sale_2026";
END
$lockstep$;

== snapshot ==
    "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_BeginAnotherYear"
    ],
    "tables": [
...
              "name": "sale_2025",
              "values": "FROM ('2025-01-01') TO ('2026-01-01')"
+           },
+           {
+             "name": "sale_2026",
+             "values": "FROM ('2026-01-01') TO ('2027-01-01')"
            }
          ]

== rows after ==
SELECT tableoid::regclass, id FROM sale;
sale_2025 | 1
