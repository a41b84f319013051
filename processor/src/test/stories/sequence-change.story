Number invoices by tens

Options change without a loss of the counter: it goes on from where it was. The column that owns the
sequence changes, too.

== before ==
-- Invoice.java
@Sequence(name = "invoice_number", start = 1000, ownedBy = "invoice.number")
@Table class Invoice {
  @Id long id;
  @Column(defaultValue = "nextval('invoice_number')") Long number;
}

== after ==
-- Invoice.java
@Sequence(name = "invoice_number", start = 1000, increment = 10, max = 99999, cycle = true, min = 100)
@Table class Invoice {
  @Id long id;
  @Column(defaultValue = "nextval('invoice_number')") Long number;
}

== rows ==
INSERT INTO invoice VALUES (1), (2);

== messages ==
Invoice.java:1: error: [lockstep:SequenceChanged] sequence "invoice_number" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change sequence invoice_number"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.sequence;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Number invoices by tens")
public final class M0002_NumberInvoicesByTens implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.alterSequence(
        sequence("invoice_number").increment(10).min(100).max(99999).start(1000).cycle());
    schema.dropSequenceOwner("invoice_number");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.setSequenceOwner("invoice_number", "invoice", "number");
    schema.alterSequence(sequence("invoice_number").start(1000));
  }
}

== sql up ==
DO $lockstep$
DECLARE
  origin pg_catalog.regclass := '"public"."invoice_number"';
  successor pg_catalog.regclass := origin;
  counter record;
BEGIN
  ALTER SEQUENCE "public"."invoice_number" CYCLE;
  EXECUTE pg_catalog.format('SELECT c.last_value, c.is_called, s.seqstart FROM %s AS c
    JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = c.tableoid', origin) INTO counter;
  ALTER SEQUENCE "public"."invoice_number" AS bigint INCREMENT BY 10 MINVALUE 100 MAXVALUE 99999 START WITH 1000 CACHE 1 CYCLE RESTART;
  PERFORM pg_catalog.setval(s.seqrelid::pg_catalog.regclass, LEAST(GREATEST(counter.last_value, s.seqmin), s.seqmax),
      CASE WHEN counter.last_value BETWEEN s.seqmin AND s.seqmax THEN counter.is_called
        ELSE (counter.last_value > s.seqmax) = (s.seqincrement > 0) END)
    FROM pg_catalog.pg_sequence AS s
    WHERE s.seqrelid = successor AND (counter.is_called OR counter.last_value <> counter.seqstart);
END
$lockstep$;
ALTER SEQUENCE "public"."invoice_number" OWNED BY NONE;

== sql down ==
ALTER SEQUENCE "public"."invoice_number" OWNED BY "public"."invoice"."number";
DO $lockstep$
DECLARE
  origin pg_catalog.regclass := '"public"."invoice_number"';
  successor pg_catalog.regclass := origin;
  counter record;
BEGIN
  ALTER SEQUENCE "public"."invoice_number" NO CYCLE;
  EXECUTE pg_catalog.format('SELECT c.last_value, c.is_called, s.seqstart FROM %s AS c
    JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = c.tableoid', origin) INTO counter;
  ALTER SEQUENCE "public"."invoice_number" AS bigint INCREMENT BY 1 MINVALUE 1 NO MAXVALUE START WITH 1000 CACHE 1 NO CYCLE RESTART;
  PERFORM pg_catalog.setval(s.seqrelid::pg_catalog.regclass, LEAST(GREATEST(counter.last_value, s.seqmin), s.seqmax),
      CASE WHEN counter.last_value BETWEEN s.seqmin AND s.seqmax THEN counter.is_called
        ELSE (counter.last_value > s.seqmax) = (s.seqincrement > 0) END)
    FROM pg_catalog.pg_sequence AS s
    WHERE s.seqrelid = successor AND (counter.is_called OR counter.last_value <> counter.seqstart);
END
$lockstep$;

== snapshot ==
    "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_NumberInvoicesByTens"
    ],
    "sequences": [
...
        "class": "shop.Invoice",
        "start": 1000,
-       "owner": {
-         "table": "invoice",
-         "column": "number"
-       }
+       "increment": 10,
+       "min": 100,
+       "max": 99999,
+       "cycles": true
      }
    ],

== rows after ==
SELECT nextval('invoice_number');
1011

== rows back ==
SELECT nextval('invoice_number');
1012
