Create the shop

The first migration of a model with a bit of everything. Each table is one statement with its
columns, keys and checks; foreign keys come after the tables that they need, then indexes and
comments.

== after ==
-- Customer.java
@Table(comment = "Who buys") class Customer {
  @Id @Identity Long id;
  @Column(length = 120, unique = true, nullable = false) String email;
  @Column(nullable = false, defaultValue = "now()") Instant since;
  @Column(comment = "Points; they're never taken away") @Check("points >= 0") int points;
  boolean blocked;
  List<String> tags;
  UUID token;
}
-- Order.java
@Index(columns = {"customer", "placedAt desc"}, where = "state <> 'DONE'")
@Check(value = "total >= 0 or state = 'NEW'", name = "order_total_sane")
@Table class Order {
  enum State { NEW, PAID, DONE }

  @Id @Identity(start = 1000, always = true) Long id;
  @References(onDelete = ReferentialAction.CASCADE) @Column(nullable = false) Customer customer;
  @Column(nullable = false, defaultValue = "'NEW'") State state;
  @Column(precision = 12, scale = 2) BigDecimal total;
  Instant placedAt;
  @References Order replaces;
}
-- OrderLine.java
@Table class OrderLine {
  @Id @References(Order.class) long orderId;
  @Id short line;
  @Column(type = "char(8)", nullable = false) @Index String article;
  @Column(defaultValue = "1") int pieces;
}

== messages ==
Customer.java:1: error: [lockstep:TableAdded] table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
Order.java:3: error: [lockstep:TableAdded] table "order" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
OrderLine.java:1: error: [lockstep:TableAdded] table "order_line" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.bool;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.identityAlways;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.numeric;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.smallint;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.timestamptz;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uuid;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.schema.ReferentialAction.CASCADE;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(description = "Create the shop")
public final class M0001_CreateTheShop implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createTable("customer",
        column("id", bigint()).notNull().identity(),
        column("email", varchar(120)).notNull(),
        column("since", timestamptz()).notNull().defaultValue("now()"),
        column("points", integer()).notNull(),
        column("blocked", bool()).notNull(),
        column("tags", array(text())),
        column("token", uuid()),
        primaryKey("customer_pkey", "id"),
        unique("customer_email_key", "email"),
        check("customer_points_check", "points >= 0"));

    schema.commentOnTable("customer", "Who buys");
    schema.commentOnColumn("customer", "points", "Points; they're never taken away");

    schema.createTable("order",
        column("id", bigint()).notNull().identity(identityAlways().start(1000)),
        column("customer_id", bigint()).notNull(),
        column("state", text()).notNull().defaultValue("'NEW'"),
        column("total", numeric(12, 2)),
        column("placed_at", timestamptz()),
        column("replaces_id", bigint()),
        primaryKey("order_pkey", "id"),
        foreignKey("order_customer_id_fkey", "customer_id")
            .references("customer", "id")
            .onDelete(CASCADE),
        foreignKey("order_replaces_id_fkey", "replaces_id").references("order", "id"),
        check("order_state_check", "state IN ('NEW', 'PAID', 'DONE')"),
        check("order_total_sane", "total >= 0 or state = 'NEW'"));

    schema.createIndex("order",
        index("order_customer_id_placed_at_idx", "customer_id", "placed_at desc")
            .where("state <> 'DONE'"));

    schema.createTable("order_line",
        column("order_id", bigint()).notNull(),
        column("line", smallint()).notNull(),
        column("article", type("char(8)")).notNull(),
        column("pieces", integer()).notNull().defaultValue("1"),
        primaryKey("order_line_pkey", "order_id", "line"),
        foreignKey("order_line_order_id_fkey", "order_id").references("order", "id"));

    schema.createIndex("order_line", index("order_line_article_idx", "article"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropTable("order_line");
    schema.dropTable("order");
    schema.dropTable("customer");
  }
}

== sql up ==
CREATE TABLE "public"."customer" (
  "id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  "email" varchar(120) NOT NULL,
  "since" timestamptz NOT NULL DEFAULT now(),
  "points" integer NOT NULL,
  "blocked" boolean NOT NULL,
  "tags" text[],
  "token" uuid,
  CONSTRAINT "customer_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "customer_email_key" UNIQUE ("email"),
  CONSTRAINT "customer_points_check" CHECK (points >= 0)
);
COMMENT ON TABLE "public"."customer" IS 'Who buys';
COMMENT ON COLUMN "public"."customer"."points" IS 'Points; they''re never taken away';
CREATE TABLE "public"."order" (
  "id" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (START WITH 1000),
  "customer_id" bigint NOT NULL,
  "state" text NOT NULL DEFAULT 'NEW',
  "total" numeric(12,2),
  "placed_at" timestamptz,
  "replaces_id" bigint,
  CONSTRAINT "order_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "order_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "public"."customer" ("id") ON DELETE CASCADE,
  CONSTRAINT "order_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "public"."order" ("id"),
  CONSTRAINT "order_state_check" CHECK (state IN ('NEW', 'PAID', 'DONE')),
  CONSTRAINT "order_total_sane" CHECK (total >= 0 or state = 'NEW')
);
CREATE INDEX "order_customer_id_placed_at_idx" ON "public"."order" ("customer_id", "placed_at" DESC) WHERE (state <> 'DONE');
CREATE TABLE "public"."order_line" (
  "order_id" bigint NOT NULL,
  "line" smallint NOT NULL,
  "article" char(8) NOT NULL,
  "pieces" integer NOT NULL DEFAULT 1,
  CONSTRAINT "order_line_pkey" PRIMARY KEY ("order_id", "line"),
  CONSTRAINT "order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "public"."order" ("id")
);
CREATE INDEX "order_line_article_idx" ON "public"."order_line" ("article");

== sql down ==
DROP TABLE "public"."order_line";
DROP TABLE "public"."order";
DROP TABLE "public"."customer";

== snapshot ==
{
  "format": 1,
  "heads": [
    "M0001_CreateTheShop"
  ],
  "tables": [
    {
      "name": "customer",
      "class": "shop.Customer",
      "comment": "Who buys",
      "columns": [
        {
          "name": "id",
          "type": "bigint",
          "notNull": true,
          "identity": { }
        },
        {
          "name": "email",
          "type": "varchar(120)",
          "notNull": true
        },
        {
          "name": "since",
          "type": "timestamptz",
          "notNull": true,
          "default": "now()"
        },
        {
          "name": "points",
          "type": "integer",
          "notNull": true,
          "comment": "Points; they're never taken away"
        },
        {
          "name": "blocked",
          "type": "boolean",
          "notNull": true
        },
        {
          "name": "tags",
          "type": "text[]"
        },
        {
          "name": "token",
          "type": "uuid"
        }
      ],
      "constraints": [
        {
          "name": "customer_email_key",
          "kind": "unique",
          "columns": [ "email" ]
        },
        {
          "name": "customer_pkey",
          "kind": "primary key",
          "columns": [ "id" ]
        },
        {
          "name": "customer_points_check",
          "kind": "check",
          "expression": "points >= 0"
        }
      ]
    },
    {
      "name": "order",
      "class": "shop.Order",
      "columns": [
        {
          "name": "id",
          "type": "bigint",
          "notNull": true,
          "identity": {
            "always": true,
            "start": 1000
          }
        },
        {
          "name": "customer_id",
          "type": "bigint",
          "notNull": true
        },
        {
          "name": "state",
          "type": "text",
          "notNull": true,
          "default": "'NEW'"
        },
        {
          "name": "total",
          "type": "numeric(12,2)"
        },
        {
          "name": "placed_at",
          "type": "timestamptz"
        },
        {
          "name": "replaces_id",
          "type": "bigint"
        }
      ],
      "constraints": [
        {
          "name": "order_customer_id_fkey",
          "kind": "foreign key",
          "columns": [ "customer_id" ],
          "references": "customer",
          "referencedColumns": [ "id" ],
          "onDelete": "cascade"
        },
        {
          "name": "order_pkey",
          "kind": "primary key",
          "columns": [ "id" ]
        },
        {
          "name": "order_replaces_id_fkey",
          "kind": "foreign key",
          "columns": [ "replaces_id" ],
          "references": "order",
          "referencedColumns": [ "id" ]
        },
        {
          "name": "order_state_check",
          "kind": "check",
          "expression": "state IN ('NEW', 'PAID', 'DONE')"
        },
        {
          "name": "order_total_sane",
          "kind": "check",
          "expression": "total >= 0 or state = 'NEW'"
        }
      ],
      "indexes": [
        {
          "name": "order_customer_id_placed_at_idx",
          "elements": [ "customer_id", "placed_at desc" ],
          "where": "state <> 'DONE'"
        }
      ]
    },
    {
      "name": "order_line",
      "class": "shop.OrderLine",
      "columns": [
        {
          "name": "order_id",
          "type": "bigint",
          "notNull": true
        },
        {
          "name": "line",
          "type": "smallint",
          "notNull": true
        },
        {
          "name": "article",
          "type": "char(8)",
          "notNull": true
        },
        {
          "name": "pieces",
          "type": "integer",
          "notNull": true,
          "default": "1"
        }
      ],
      "constraints": [
        {
          "name": "order_line_order_id_fkey",
          "kind": "foreign key",
          "columns": [ "order_id" ],
          "references": "order",
          "referencedColumns": [ "id" ]
        },
        {
          "name": "order_line_pkey",
          "kind": "primary key",
          "columns": [ "order_id", "line" ]
        }
      ],
      "indexes": [
        {
          "name": "order_line_article_idx",
          "elements": [ "article" ]
        }
      ]
    }
  ]
}
