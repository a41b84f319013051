Let people choose their key

A stored column that is no longer computed keeps its values and all that hangs on it.

== before ==
-- Person.java
@Table class Person {
  @Id long id;
  String email;
  @Computed("lower(email)") @Index String emailKey;
}

== after ==
-- Person.java
@Table class Person { @Id long id; String email; @Index String emailKey; }

== rows ==
INSERT INTO person VALUES (1, 'Ada@x.org');

== messages ==
Person.java:1: error: [lockstep:ColumnComputedChanged] the computation of column "email_key" of table "person" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change computation of email_key in person"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Let people choose their key")
public final class M0002_LetPeopleChooseTheirKey implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropExpression("person", "email_key");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropIndexConcurrently("person_email_key_idx");
    schema.dropColumn("person", "email_key");
    schema.addColumn("person", column("email_key", text()).computed("lower(email)"));
    schema.createIndexConcurrently("person", index("person_email_key_idx", "email_key"));
  }
}

== sql up ==
ALTER TABLE "public"."person" ALTER COLUMN "email_key" DROP EXPRESSION;

== sql down ==
DROP INDEX CONCURRENTLY "public"."person_email_key_idx";
ALTER TABLE "public"."person" DROP COLUMN "email_key";
ALTER TABLE "public"."person" ADD COLUMN "email_key" text GENERATED ALWAYS AS (lower(email)) STORED;
CREATE INDEX CONCURRENTLY "person_email_key_idx" ON "public"."person" ("email_key");

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_LetPeopleChooseTheirKey"
    ],
    "tables": [
...
          {
            "name": "email_key",
-           "type": "text",
-           "computed": {
-             "expression": "lower(email)"
-           }
+           "type": "text"
          }
        ],

== rows after ==
SELECT * FROM person;
1 | Ada@x.org | ada@x.org
