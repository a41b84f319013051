Name things at length

Names that nobody wrote are cut to the 63 bytes of PostgreSQL, by its own rule, so that they are
known before the server is asked.

== before ==
-- Short.java
@Table class Short { @Id long id; }

== after ==
-- CustomerRelationshipManagementAccountStatement.java
@Table class CustomerRelationshipManagementAccountStatement {
  @Id long id;
  @Column(unique = true) String referenceNumberOfTheExternalAccountingSystem;
  @References(CustomerRelationshipManagementAccountStatement.class) @Index Long previousStatementOfTheSameAccount;
  @References(Short.class) Long previousStatementOfTheSameAccountant;
}

== rows ==
INSERT INTO short VALUES (1);

== messages ==
CustomerRelationshipManagementAccountStatement.java:1: error: [lockstep:TableAdded] table "customer_relationship_management_account_statement" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create table customer_relationship_management_account_statement"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Name things at length")
public final class M0002_NameThingsAtLength implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createTable("customer_relationship_management_account_statement",
        column("id", bigint()).notNull(),
        column("reference_number_of_the_external_accounting_system", text()),
        column("previous_statement_of_the_same_account", bigint()),
        column("previous_statement_of_the_same_accountant", bigint()),
        primaryKey("customer_relationship_management_account_statement_pkey", "id"),
        unique("customer_relationship_managem_reference_number_of_the_exter_key",
            "reference_number_of_the_external_accounting_system"),
        foreignKey("customer_relationship_managem_previous_statement_of_the_sa_fkey",
            "previous_statement_of_the_same_account")
            .references("customer_relationship_management_account_statement", "id"),
        foreignKey("customer_relationship_manage_previous_statement_of_the_sa_fkey1",
            "previous_statement_of_the_same_accountant")
            .references("short", "id"));

    schema.createIndex("customer_relationship_management_account_statement",
        index("customer_relationship_managem_previous_statement_of_the_sam_idx",
            "previous_statement_of_the_same_account"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.lockTable("short");
    schema.lockTable("customer_relationship_management_account_statement");
    schema.dropConstraint("customer_relationship_management_account_statement",
        "customer_relationship_manage_previous_statement_of_the_sa_fkey1");
    schema.lockTable("customer_relationship_management_account_statement");
    schema.dropTable("customer_relationship_management_account_statement");
  }
}

== sql up ==
CREATE TABLE "public"."customer_relationship_management_account_statement" (
  "id" bigint NOT NULL,
  "reference_number_of_the_external_accounting_system" text,
  "previous_statement_of_the_same_account" bigint,
  "previous_statement_of_the_same_accountant" bigint,
  CONSTRAINT "customer_relationship_management_account_statement_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "customer_relationship_managem_reference_number_of_the_exter_key" UNIQUE ("reference_number_of_the_external_accounting_system"),
  CONSTRAINT "customer_relationship_managem_previous_statement_of_the_sa_fkey" FOREIGN KEY ("previous_statement_of_the_same_account") REFERENCES "public"."customer_relationship_management_account_statement" ("id"),
  CONSTRAINT "customer_relationship_manage_previous_statement_of_the_sa_fkey1" FOREIGN KEY ("previous_statement_of_the_same_accountant") REFERENCES "public"."short" ("id")
);
CREATE INDEX "customer_relationship_managem_previous_statement_of_the_sam_idx" ON "public"."customer_relationship_management_account_statement" ("previous_statement_of_the_same_account");

== sql down ==
LOCK TABLE "public"."short" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."customer_relationship_management_account_statement" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."customer_relationship_management_account_statement" DROP CONSTRAINT "customer_relationship_manage_previous_statement_of_the_sa_fkey1";
LOCK TABLE "public"."customer_relationship_management_account_statement" IN ACCESS EXCLUSIVE MODE;
DROP TABLE "public"."customer_relationship_management_account_statement";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_NameThingsAtLength"
    ],
    "tables": [
      {
+       "name": "customer_relationship_management_account_statement",
+       "class": "shop.CustomerRelationshipManagementAccountStatement",
+       "columns": [
+         {
+           "name": "id",
+           "type": "bigint",
+           "notNull": true
+         },
+         {
+           "name": "reference_number_of_the_external_accounting_system",
+           "type": "text"
+         },
+         {
+           "name": "previous_statement_of_the_same_account",
+           "type": "bigint"
+         },
+         {
+           "name": "previous_statement_of_the_same_accountant",
+           "type": "bigint"
+         }
+       ],
+       "constraints": [
+         {
+           "name": "customer_relationship_manage_previous_statement_of_the_sa_fkey1",
+           "kind": "foreign key",
+           "columns": [ "previous_statement_of_the_same_accountant" ],
+           "references": "short",
+           "referencedColumns": [ "id" ]
+         },
+         {
+           "name": "customer_relationship_managem_previous_statement_of_the_sa_fkey",
+           "kind": "foreign key",
+           "columns": [ "previous_statement_of_the_same_account" ],
+           "references": "customer_relationship_management_account_statement",
+           "referencedColumns": [ "id" ]
+         },
+         {
+           "name": "customer_relationship_managem_reference_number_of_the_exter_key",
+           "kind": "unique",
+           "columns": [ "reference_number_of_the_external_accounting_system" ]
+         },
+         {
+           "name": "customer_relationship_management_account_statement_pkey",
+           "kind": "primary key",
+           "columns": [ "id" ]
+         }
+       ],
+       "indexes": [
+         {
+           "name": "customer_relationship_managem_previous_statement_of_the_sam_idx",
+           "elements": [ "previous_statement_of_the_same_account" ]
+         }
+       ]
+     },
+     {
        "name": "short",
        "class": "shop.Short",
