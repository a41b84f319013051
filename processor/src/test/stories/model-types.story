Map every type

The column types of Java types.

== after ==
-- Sample.java
package shop;

import dev.lockstep.annotations.*;
import java.math.*;
import java.net.*;
import java.time.*;
import java.util.*;

@Table
class Sample {
  @Id UUID id;
  boolean flag;
  short small;
  int whole;
  long big;
  float real;
  double twice;
  @Column(type = "char(1)") char letter;
  Boolean maybe;
  String text;
  @Column(length = 10) String limited;
  BigDecimal amount;
  @Column(precision = 10, scale = 3) BigDecimal exact;
  BigInteger huge;
  byte[] bytes;
  Instant instant;
  OffsetDateTime offset;
  ZonedDateTime zoned;
  LocalDateTime local;
  @Column(precision = 3) Instant milliseconds;
  LocalDate day;
  LocalTime time;
  OffsetTime offsetTime;
  Duration duration;
  Period period;
  InetAddress address;
  URI uri;
  DayOfWeek weekday;
  int[] numbers;
  List<UUID> ids;
  Set<DayOfWeek> weekdays;
  @Column(type = "jsonb") Object document;
}

== messages ==
Sample.java:10: error: [lockstep:TableAdded] table "sample" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.bool;
import static dev.lockstep.SchemaElements.bytea;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.date;
import static dev.lockstep.SchemaElements.doublePrecision;
import static dev.lockstep.SchemaElements.inet;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.interval;
import static dev.lockstep.SchemaElements.jsonb;
import static dev.lockstep.SchemaElements.numeric;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.real;
import static dev.lockstep.SchemaElements.smallint;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.time;
import static dev.lockstep.SchemaElements.timestamp;
import static dev.lockstep.SchemaElements.timestamptz;
import static dev.lockstep.SchemaElements.timetz;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.uuid;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(description = "Map every type")
public final class M0001_MapEveryType implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createTable("sample",
        column("id", uuid()).notNull(),
        column("flag", bool()).notNull(),
        column("small", smallint()).notNull(),
        column("whole", integer()).notNull(),
        column("big", bigint()).notNull(),
        column("real", real()).notNull(),
        column("twice", doublePrecision()).notNull(),
        column("letter", type("char(1)")).notNull(),
        column("maybe", bool()),
        column("text", text()),
        column("limited", varchar(10)),
        column("amount", numeric()),
        column("exact", numeric(10, 3)),
        column("huge", numeric()),
        column("bytes", bytea()),
        column("instant", timestamptz()),
        column("offset", timestamptz()),
        column("zoned", timestamptz()),
        column("local", timestamp()),
        column("milliseconds", type("timestamptz(3)")),
        column("day", date()),
        column("time", time()),
        column("offset_time", timetz()),
        column("duration", interval()),
        column("period", interval()),
        column("address", inet()),
        column("uri", text()),
        column("weekday", text()),
        column("numbers", array(integer())),
        column("ids", array(uuid())),
        column("weekdays", array(text())),
        column("document", jsonb()),
        primaryKey("sample_pkey", "id"),
        check("sample_weekday_check",
            "weekday IN ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', "
                + "'SATURDAY', 'SUNDAY')"),
        check("sample_weekdays_check",
            "weekdays <@ ARRAY['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', "
                + "'SATURDAY', 'SUNDAY']::text[]"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropTable("sample");
  }
}

== sql up ==
CREATE TABLE "public"."sample" (
  "id" uuid NOT NULL,
  "flag" boolean NOT NULL,
  "small" smallint NOT NULL,
  "whole" integer NOT NULL,
  "big" bigint NOT NULL,
  "real" real NOT NULL,
  "twice" double precision NOT NULL,
  "letter" char(1) NOT NULL,
  "maybe" boolean,
  "text" text,
  "limited" varchar(10),
  "amount" numeric,
  "exact" numeric(10,3),
  "huge" numeric,
  "bytes" bytea,
  "instant" timestamptz,
  "offset" timestamptz,
  "zoned" timestamptz,
  "local" timestamp,
  "milliseconds" timestamptz(3),
  "day" date,
  "time" time,
  "offset_time" timetz,
  "duration" interval,
  "period" interval,
  "address" inet,
  "uri" text,
  "weekday" text,
  "numbers" integer[],
  "ids" uuid[],
  "weekdays" text[],
  "document" jsonb,
  CONSTRAINT "sample_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "sample_weekday_check" CHECK (weekday IN ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
  CONSTRAINT "sample_weekdays_check" CHECK (weekdays <@ ARRAY['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']::text[])
);

== sql down ==
DROP TABLE "public"."sample";

== snapshot ==
{
  "format": 1,
  "heads": [
    "M0001_MapEveryType"
  ],
  "tables": [
    {
      "name": "sample",
      "class": "shop.Sample",
      "columns": [
        {
          "name": "id",
          "type": "uuid",
          "notNull": true
        },
        {
          "name": "flag",
          "type": "boolean",
          "notNull": true
        },
        {
          "name": "small",
          "type": "smallint",
          "notNull": true
        },
        {
          "name": "whole",
          "type": "integer",
          "notNull": true
        },
        {
          "name": "big",
          "type": "bigint",
          "notNull": true
        },
        {
          "name": "real",
          "type": "real",
          "notNull": true
        },
        {
          "name": "twice",
          "type": "double precision",
          "notNull": true
        },
        {
          "name": "letter",
          "type": "char(1)",
          "notNull": true
        },
        {
          "name": "maybe",
          "type": "boolean"
        },
        {
          "name": "text",
          "type": "text"
        },
        {
          "name": "limited",
          "type": "varchar(10)"
        },
        {
          "name": "amount",
          "type": "numeric"
        },
        {
          "name": "exact",
          "type": "numeric(10,3)"
        },
        {
          "name": "huge",
          "type": "numeric"
        },
        {
          "name": "bytes",
          "type": "bytea"
        },
        {
          "name": "instant",
          "type": "timestamptz"
        },
        {
          "name": "offset",
          "type": "timestamptz"
        },
        {
          "name": "zoned",
          "type": "timestamptz"
        },
        {
          "name": "local",
          "type": "timestamp"
        },
        {
          "name": "milliseconds",
          "type": "timestamptz(3)"
        },
        {
          "name": "day",
          "type": "date"
        },
        {
          "name": "time",
          "type": "time"
        },
        {
          "name": "offset_time",
          "type": "timetz"
        },
        {
          "name": "duration",
          "type": "interval"
        },
        {
          "name": "period",
          "type": "interval"
        },
        {
          "name": "address",
          "type": "inet"
        },
        {
          "name": "uri",
          "type": "text"
        },
        {
          "name": "weekday",
          "type": "text"
        },
        {
          "name": "numbers",
          "type": "integer[]"
        },
        {
          "name": "ids",
          "type": "uuid[]"
        },
        {
          "name": "weekdays",
          "type": "text[]"
        },
        {
          "name": "document",
          "type": "jsonb"
        }
      ],
      "constraints": [
        {
          "name": "sample_pkey",
          "kind": "primary key",
          "columns": [ "id" ]
        },
        {
          "name": "sample_weekday_check",
          "kind": "check",
          "expression": "weekday IN ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')"
        },
        {
          "name": "sample_weekdays_check",
          "kind": "check",
          "expression": "weekdays <@ ARRAY['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']::text[]"
        }
      ]
    }
  ]
}
