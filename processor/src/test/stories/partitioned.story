Keep sales by country

A partitioned table is created with its partitions; its key and indexes are those of each.

== after ==
-- Sale.java
@Partitioned(by = PartitionStrategy.LIST, columns = "country", partitions = {
  @Partition(name = "sale_eu", values = "IN ('de', 'fr')"),
  @Partition(name = "sale_rest", values = "DEFAULT")
})
@Table(comment = "One partition a market") class Sale { @Id long id; @Id String country; @Index LocalDate day; }
-- Visit.java
@Partitioned(by = PartitionStrategy.HASH, columns = "visitor", partitions = {
  @Partition(name = "visit_0", values = "WITH (MODULUS 2, REMAINDER 0)"),
  @Partition(name = "visit_1", values = "WITH (MODULUS 2, REMAINDER 1)")
})
@Table class Visit { long visitor; Instant at; }

== messages ==
Sale.java:5: error: [lockstep:TableAdded] table "sale" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
Visit.java:5: error: [lockstep:TableAdded] table "visit" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.date;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.partitionByHash;
import static dev.lockstep.SchemaElements.partitionByList;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.timestamptz;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(description = "Keep sales by country")
public final class M0001_KeepSalesByCountry implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createTable("sale",
        column("id", bigint()).notNull(),
        column("country", text()).notNull(),
        column("day", date()),
        primaryKey("sale_pkey", "id", "country"),
        partitionByList("country"));

    schema.createPartition("sale", "sale_eu", "IN ('de', 'fr')");
    schema.createPartition("sale", "sale_rest", "DEFAULT");
    schema.createIndex("sale", index("sale_day_idx", "day"));
    schema.commentOnTable("sale", "One partition a market");

    schema.createTable("visit",
        column("visitor", bigint()).notNull(),
        column("at", timestamptz()),
        partitionByHash("visitor"));

    schema.createPartition("visit", "visit_0", "WITH (MODULUS 2, REMAINDER 0)");
    schema.createPartition("visit", "visit_1", "WITH (MODULUS 2, REMAINDER 1)");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropTable("visit");
    schema.dropTable("sale");
  }
}

== sql up ==
CREATE TABLE "public"."sale" (
  "id" bigint NOT NULL,
  "country" text NOT NULL,
  "day" date,
  CONSTRAINT "sale_pkey" PRIMARY KEY ("id", "country")
) PARTITION BY LIST ("country");
CREATE TABLE "public"."sale_eu" PARTITION OF "public"."sale" FOR VALUES IN ('de', 'fr');
CREATE TABLE "public"."sale_rest" PARTITION OF "public"."sale" DEFAULT;
CREATE INDEX "sale_day_idx" ON "public"."sale" ("day");
COMMENT ON TABLE "public"."sale" IS 'One partition a market';
CREATE TABLE "public"."visit" (
  "visitor" bigint NOT NULL,
  "at" timestamptz
) PARTITION BY HASH ("visitor");
CREATE TABLE "public"."visit_0" PARTITION OF "public"."visit" FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE "public"."visit_1" PARTITION OF "public"."visit" FOR VALUES WITH (MODULUS 2, REMAINDER 1);

== sql down ==
DROP TABLE "public"."visit";
DROP TABLE "public"."sale";

== snapshot ==
{
  "format": 2,
  "heads": [
    "M0001_KeepSalesByCountry"
  ],
  "tables": [
    {
      "name": "sale",
      "class": "shop.Sale",
      "comment": "One partition a market",
      "columns": [
        {
          "name": "id",
          "type": "bigint",
          "notNull": true
        },
        {
          "name": "country",
          "type": "text",
          "notNull": true
        },
        {
          "name": "day",
          "type": "date"
        }
      ],
      "constraints": [
        {
          "name": "sale_pkey",
          "kind": "primary key",
          "columns": [ "id", "country" ]
        }
      ],
      "indexes": [
        {
          "name": "sale_day_idx",
          "elements": [ "day" ]
        }
      ],
      "partitioned": {
        "by": "list",
        "keys": [ "country" ],
        "partitions": [
          {
            "name": "sale_eu",
            "values": "IN ('de', 'fr')"
          },
          {
            "name": "sale_rest",
            "values": "DEFAULT"
          }
        ]
      }
    },
    {
      "name": "visit",
      "class": "shop.Visit",
      "columns": [
        {
          "name": "visitor",
          "type": "bigint",
          "notNull": true
        },
        {
          "name": "at",
          "type": "timestamptz"
        }
      ],
      "partitioned": {
        "by": "hash",
        "keys": [ "visitor" ],
        "partitions": [
          {
            "name": "visit_0",
            "values": "WITH (MODULUS 2, REMAINDER 0)"
          },
          {
            "name": "visit_1",
            "values": "WITH (MODULUS 2, REMAINDER 1)"
          }
        ]
      }
    }
  ]
}
