Change defaults

A default is set, changed and dropped. Rows that are there keep their values.

== before ==
-- Order.java
@Table class Order {
  @Id long id;
  String added;
  @Column(defaultValue = "'old'") String changed;
  @Column(defaultValue = "now()") Instant dropped;
}

== after ==
-- Order.java
@Table class Order {
  @Id long id;
  @Column(defaultValue = "'new'") String added;
  @Column(defaultValue = "'new'") String changed;
  Instant dropped;
}

== rows ==
INSERT INTO "order" VALUES (1, NULL, DEFAULT, NULL);

== messages ==
Order.java:3: error: [lockstep:ColumnDefaultChanged] the default of column "added" of table "order" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Set default of added in order"
Order.java:4: error: [lockstep:ColumnDefaultChanged] the default of column "changed" of table "order" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change default of changed in order"
Order.java:5: error: [lockstep:ColumnDefaultChanged] the default of column "dropped" of table "order" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop default of dropped in order"

== migration ==
package shop.migrations;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Change defaults")
public final class M0002_ChangeDefaults implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.setDefault("order", "added", "'new'");
    schema.setDefault("order", "changed", "'new'");
    schema.dropDefault("order", "dropped");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.setDefault("order", "dropped", "now()");
    schema.setDefault("order", "changed", "'old'");
    schema.dropDefault("order", "added");
  }
}

== sql up ==
ALTER TABLE "public"."order" ALTER COLUMN "added" SET DEFAULT 'new';
ALTER TABLE "public"."order" ALTER COLUMN "changed" SET DEFAULT 'new';
ALTER TABLE "public"."order" ALTER COLUMN "dropped" DROP DEFAULT;

== sql down ==
ALTER TABLE "public"."order" ALTER COLUMN "dropped" SET DEFAULT now();
ALTER TABLE "public"."order" ALTER COLUMN "changed" SET DEFAULT 'old';
ALTER TABLE "public"."order" ALTER COLUMN "added" DROP DEFAULT;

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_ChangeDefaults"
    ],
    "tables": [
...
          {
            "name": "added",
-           "type": "text"
+           "type": "text",
+           "default": "'new'"
          },
          {
            "name": "changed",
            "type": "text",
-           "default": "'old'"
+           "default": "'new'"
          },
          {
            "name": "dropped",
-           "type": "timestamptz",
-           "default": "now()"
+           "type": "timestamptz"
          }
        ],

== rows after ==
SELECT * FROM "order";
1 | null | old | null
