Change what is unique

A unique constraint is added, one is removed, one gets another column under its own name, one
another name.

== before ==
-- Person.java
@Unique(columns = {"family", "given"}, name = "person_names")
@Unique(columns = {"born", "given"}, name = "old_name")
@Table class Person {
  @Id long id;
  String given;
  String family;
  LocalDate born;
  @Column(unique = true) String card;
  String email;
}

== after ==
-- Person.java
@Unique(columns = {"family", "given", "born"}, name = "person_names")
@Unique(columns = {"born", "given"}, name = "new_name")
@Table class Person {
  @Id long id;
  String given;
  String family;
  LocalDate born;
  String card;
  @Column(unique = true) String email;
}

== rows ==
INSERT INTO person VALUES (1, 'Ada', 'Lovelace', '1815-12-10', 'x', 'ada@example.com');

== messages ==
Person.java:2: error: [lockstep:ConstraintRenamed] constraint "old_name" of table "person" is named "new_name" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename constraint old_name of person to new_name"
Person.java:3: error: [lockstep:ConstraintRemoved] unique constraint "person_card_key" of table "person" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop unique constraint on card from person"
Person.java:9: error: [lockstep:ConstraintAdded] unique constraint "person_email_key" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add unique constraint on email to person"
Person.java:1: error: [lockstep:ConstraintChanged] unique constraint "person_names" of table "person" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change unique constraint on family, given and born of person"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Change what is unique")
public final class M0002_ChangeWhatIsUnique implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createIndexConcurrently("person", uniqueIndex("person_email_key", "email"));
    schema.addConstraintUsingIndex("person",
        unique("person_email_key", "email"), "person_email_key");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropConstraint("person", "person_email_key");
  }
}

== sql up ==
CREATE UNIQUE INDEX CONCURRENTLY "person_email_key" ON "public"."person" ("email");
ALTER TABLE "public"."person" ADD CONSTRAINT "person_email_key" UNIQUE USING INDEX "person_email_key";

== sql down ==
ALTER TABLE "public"."person" DROP CONSTRAINT "person_email_key";

== contract migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0002_ChangeWhatIsUnique", description = "Change what is unique (contract)", phase = CONTRACT)
public final class M0003_ChangeWhatIsUniqueContract implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropConstraint("person", "person_card_key");
    schema.renameConstraint("person", "old_name", "new_name");
    schema.createIndexConcurrently("person",
        uniqueIndex("lockstep_new_person_names", "family", "given", "born"));
    schema.dropConstraint("person", "person_names");
    schema.addConstraintUsingIndex("person",
        unique("person_names", "family", "given", "born"), "lockstep_new_person_names");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.renameConstraint("person", "new_name", "old_name");
    schema.createIndexConcurrently("person", uniqueIndex("person_card_key", "card"));
    schema.addConstraintUsingIndex("person", unique("person_card_key", "card"), "person_card_key");
    schema.createIndexConcurrently("person",
        uniqueIndex("lockstep_new_person_names", "family", "given"));
    schema.dropConstraint("person", "person_names");
    schema.addConstraintUsingIndex("person",
        unique("person_names", "family", "given"), "lockstep_new_person_names");
  }
}

== contract sql up ==
ALTER TABLE "public"."person" DROP CONSTRAINT "person_card_key";
ALTER TABLE "public"."person" RENAME CONSTRAINT "old_name" TO "new_name";
CREATE UNIQUE INDEX CONCURRENTLY "lockstep_new_person_names" ON "public"."person" ("family", "given", "born");
ALTER TABLE "public"."person" DROP CONSTRAINT "person_names";
ALTER TABLE "public"."person" ADD CONSTRAINT "person_names" UNIQUE USING INDEX "lockstep_new_person_names";

== contract sql down ==
ALTER TABLE "public"."person" RENAME CONSTRAINT "new_name" TO "old_name";
CREATE UNIQUE INDEX CONCURRENTLY "person_card_key" ON "public"."person" ("card");
ALTER TABLE "public"."person" ADD CONSTRAINT "person_card_key" UNIQUE USING INDEX "person_card_key";
CREATE UNIQUE INDEX CONCURRENTLY "lockstep_new_person_names" ON "public"."person" ("family", "given");
ALTER TABLE "public"."person" DROP CONSTRAINT "person_names";
ALTER TABLE "public"."person" ADD CONSTRAINT "person_names" UNIQUE USING INDEX "lockstep_new_person_names";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0003_ChangeWhatIsUniqueContract"
    ],
    "tables": [
...
        "constraints": [
          {
-           "name": "old_name",
+           "name": "new_name",
            "kind": "unique",
            "columns": [ "born", "given" ]
          },
          {
-           "name": "person_card_key",
+           "name": "person_email_key",
            "kind": "unique",
-           "columns": [ "card" ]
+           "columns": [ "email" ]
          },
          {
            "name": "person_names",
            "kind": "unique",
-           "columns": [ "family", "given" ]
+           "columns": [ "family", "given", "born" ]
          },
          {
