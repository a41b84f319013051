Change checks

A check is added, changed, removed, and one gets another name.

== before ==
-- Article.java
@Check(value = "price > 0", name = "price_old")
@Table class Article {
  @Id long id;
  int added;
  @Check("changed > 0") int changed;
  @Check("removed > 0") int removed;
  int price;
}

== after ==
-- Article.java
@Check(value = "price > 0", name = "price_new")
@Table class Article {
  @Id long id;
  @Check("added > 0") int added;
  @Check("changed > 1") int changed;
  int removed;
  int price;
}

== rows ==
INSERT INTO article VALUES (1, 5, 5, 5, 5);

== messages ==
Article.java:4: error: [lockstep:ConstraintAdded] check "article_added_check" of table "article" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add check article_added_check to article"
Article.java:5: error: [lockstep:ConstraintChanged] check "article_changed_check" of table "article" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change check article_changed_check of article"
Article.java:2: error: [lockstep:ConstraintRemoved] check "article_removed_check" of table "article" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop check article_removed_check from article"
Article.java:1: error: [lockstep:ConstraintRenamed] constraint "price_old" of table "article" is named "price_new" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename constraint price_old of article to price_new"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.check;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Change checks")
public final class M0002_ChangeChecks implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropConstraint("article", "article_removed_check");
    schema.renameConstraint("article", "price_old", "price_new");
    schema.addConstraintNotValid("article", check("article_added_check", "added > 0"));
    schema.validateConstraint("article", "article_added_check");
    schema.dropConstraint("article", "article_changed_check");
    schema.addConstraintNotValid("article", check("article_changed_check", "changed > 1"));
    schema.validateConstraint("article", "article_changed_check");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropConstraint("article", "article_added_check");
    schema.renameConstraint("article", "price_new", "price_old");
    schema.addConstraintNotValid("article", check("article_removed_check", "removed > 0"));
    schema.validateConstraint("article", "article_removed_check");
    schema.dropConstraint("article", "article_changed_check");
    schema.addConstraintNotValid("article", check("article_changed_check", "changed > 0"));
    schema.validateConstraint("article", "article_changed_check");
  }
}

== sql up ==
ALTER TABLE "public"."article" DROP CONSTRAINT "article_removed_check";
ALTER TABLE "public"."article" RENAME CONSTRAINT "price_old" TO "price_new";
ALTER TABLE "public"."article" ADD CONSTRAINT "article_added_check" CHECK (added > 0) NOT VALID;
ALTER TABLE "public"."article" VALIDATE CONSTRAINT "article_added_check";
ALTER TABLE "public"."article" DROP CONSTRAINT "article_changed_check";
ALTER TABLE "public"."article" ADD CONSTRAINT "article_changed_check" CHECK (changed > 1) NOT VALID;
ALTER TABLE "public"."article" VALIDATE CONSTRAINT "article_changed_check";

== sql down ==
ALTER TABLE "public"."article" DROP CONSTRAINT "article_added_check";
ALTER TABLE "public"."article" RENAME CONSTRAINT "price_new" TO "price_old";
ALTER TABLE "public"."article" ADD CONSTRAINT "article_removed_check" CHECK (removed > 0) NOT VALID;
ALTER TABLE "public"."article" VALIDATE CONSTRAINT "article_removed_check";
ALTER TABLE "public"."article" DROP CONSTRAINT "article_changed_check";
ALTER TABLE "public"."article" ADD CONSTRAINT "article_changed_check" CHECK (changed > 0) NOT VALID;
ALTER TABLE "public"."article" VALIDATE CONSTRAINT "article_changed_check";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_ChangeChecks"
    ],
    "tables": [
...
        "constraints": [
          {
+           "name": "article_added_check",
+           "kind": "check",
+           "expression": "added > 0"
+         },
+         {
            "name": "article_changed_check",
            "kind": "check",
-           "expression": "changed > 0"
+           "expression": "changed > 1"
          },
          {
...
          },
          {
-           "name": "article_removed_check",
-           "kind": "check",
-           "expression": "removed > 0"
-         },
-         {
-           "name": "price_old",
+           "name": "price_new",
            "kind": "check",
            "expression": "price > 0"
