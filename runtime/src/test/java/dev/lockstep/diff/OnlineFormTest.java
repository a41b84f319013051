package dev.lockstep.diff;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.schema.ReferentialAction.CASCADE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class OnlineFormTest {
  private static final Schema SHOP = Operations.apply(
      SchemaEditor.record(schema -> {
        schema.createTable(
            "customer",
            column("id", bigint()).notNull(),
            column("name", varchar(40)),
            column("email", text()),
            primaryKey("customer_pkey", "id"),
            unique("customer_key", "name"),
            check("customer_name_check", "name <> ''"));
        schema.createIndex("customer", index("customer_idx", "name"));
        schema.createTable(
            "purchase",
            column("id", bigint()).notNull(),
            column("customer_id", bigint()),
            primaryKey("purchase_pkey", "id"),
            foreignKey("purchase_fkey", "customer_id").references("customer", "id"));
        schema.createView("names", "SELECT name FROM customer");
      }),
      Schema.EMPTY);

  private static void becomes(Consumer<SchemaEditor> plain, Consumer<SchemaEditor> online) {
    List<Operation> steps = SchemaEditor.record(plain::accept);
    assertEquals(
        SchemaEditor.record(online::accept),
        OnlineForm.of(steps, SHOP, table -> true),
        () -> "of " + steps);
  }

  private static void stays(Consumer<SchemaEditor> plain) {
    becomes(plain, plain);
  }

  @Test
  void leavesWhatHoldsNobodyUp() {
    stays(schema -> {
      schema.addColumn("customer", column("city", text()).notNull().defaultValue("''"));
      schema.dropColumn("customer", "email");
      schema.dropConstraint("customer", "customer_key");
    });
  }

  @Test
  void leavesTablesThatTheSameListCreates() {
    stays(schema -> {
      schema.createTable("tag", column("id", bigint()), column("name", text()));
      schema.createIndex("tag", index("tag_idx", "name"));
      schema.renameTable("tag", "label");
      schema.fillNulls("label", "name", "''");
      schema.setNotNull("label", "name");
      schema.addConstraint("label", primaryKey("label_pkey", "id"));
    });
  }

  @Test
  void locksOneTableAtATimeForTheKeysOfNewOnes() {
    ForeignKey customer = foreignKey("a_customer", "c").references("customer", "id");
    ForeignKey purchase = foreignKey("a_purchase", "p").references("purchase", "id");
    ForeignKey other = foreignKey("b_purchase", "p").references("purchase", "id");
    ForeignKey self = foreignKey("a_self", "p").references("a", "id");
    becomes(
        schema -> {
          schema.createTable(
              "a",
              column("id", bigint()).notNull(),
              column("c", bigint()),
              column("p", bigint()),
              primaryKey("a_pkey", "id"),
              customer,
              purchase,
              self);
          schema.createIndex("a", index("a_c", "c"));
          schema.createTable("b", column("p", bigint()), other);
          schema.createIndex("b", index("b_p", "p"));
          schema.addColumn("customer", column("city", text()));
        },
        schema -> {
          schema.createTable(
              "a",
              column("id", bigint()).notNull(),
              column("c", bigint()),
              column("p", bigint()),
              primaryKey("a_pkey", "id"),
              customer,
              self);
          schema.createIndex("a", index("a_c", "c"));
          schema.createTable("b", column("p", bigint()));
          schema.createIndex("b", index("b_p", "p"));
          schema.lockWrites("purchase");
          schema.addConstraint("a", purchase);
          schema.addConstraint("b", other);
          schema.lockTable("customer");
          schema.addColumn("customer", column("city", text()));
        });
  }

  @Test
  void buildsAnIndexBeforeTheOneOfItsNameGoes() {
    becomes(
        schema -> {
          schema.dropIndex("customer_idx");
          schema.addColumn("customer", column("city", text()));
          schema.createIndex("customer", index("customer_idx", "name", "city"));
        },
        schema -> {
          schema.addColumn("customer", column("city", text()));
          schema.createIndexConcurrently(
              "customer", index("lockstep_new_customer_idx", "name", "city"));
          schema.dropIndexConcurrently("customer_idx");
          schema.renameIndex("lockstep_new_customer_idx", "customer_idx");
        });
  }

  @Test
  void dropsAnIndexBeforeWhatItNeeds() {
    becomes(
        schema -> {
          schema.dropView("names");
          schema.dropConstraint("customer", "customer_key");
          schema.dropConstraint("customer", "customer_name_check");
          schema.dropIndex("customer_idx");
          schema.dropColumn("customer", "name");
          schema.addColumn("customer", column("name", text()));
          schema.createIndex("customer", index("customer_idx", "name"));
        },
        schema -> {
          schema.dropView("names");
          schema.dropConstraint("customer", "customer_key");
          schema.dropConstraint("customer", "customer_name_check");
          schema.dropIndexConcurrently("customer_idx");
          schema.dropColumn("customer", "name");
          schema.addColumn("customer", column("name", text()));
          schema.createIndexConcurrently("customer", index("customer_idx", "name"));
        });
  }

  @Test
  void buildsAKeyBeforeTheOneOfItsNameGoes() {
    becomes(
        schema -> {
          schema.dropConstraint("customer", "customer_key");
          schema.addConstraint("customer", unique("customer_key", "name", "email"));
        },
        schema -> {
          schema.createIndexConcurrently(
              "customer", uniqueIndex("lockstep_new_customer_key", "name", "email"));
          schema.dropConstraint("customer", "customer_key");
          schema.addConstraintUsingIndex(
              "customer", unique("customer_key", "name", "email"), "lockstep_new_customer_key");
        });
  }

  @Test
  void keepsAKeyWhoseColumnGoesUntilTheNextIsReady() {
    becomes(
        schema -> {
          schema.dropConstraint("customer", "customer_key");
          schema.dropColumn("customer", "name");
          schema.addColumn("customer", column("number", bigint()));
          schema.fillNulls("customer", "number", "id");
          schema.addConstraint("customer", unique("customer_key", "number"));
        },
        schema -> {
          schema.addColumn("customer", column("number", bigint()));
          schema.backfill("customer", "number", "id");
          schema.createIndexConcurrently(
              "customer", uniqueIndex("lockstep_new_customer_key", "number"));
          schema.dropConstraint("customer", "customer_key");
          schema.addConstraintUsingIndex(
              "customer", unique("customer_key", "number"), "lockstep_new_customer_key");
          schema.dropColumn("customer", "name");
        });
  }

  @Test
  void keepsAnIndexWhoseColumnGoesUntilTheNextIsReady() {
    becomes(
        schema -> {
          schema.createIndex("customer", index("customer_email_idx", "email", "name"));
          schema.dropIndex("customer_email_idx");
          schema.dropColumn("customer", "email");
          schema.createIndex("customer", index("customer_email_idx", "name"));
        },
        schema -> {
          schema.createIndexConcurrently("customer", index("customer_email_idx", "email", "name"));
          schema.createIndexConcurrently(
              "customer", index("lockstep_new_customer_email_idx", "name"));
          schema.dropIndexConcurrently("customer_email_idx");
          schema.renameIndex("lockstep_new_customer_email_idx", "customer_email_idx");
          schema.dropColumn("customer", "email");
        });
  }

  @Test
  void dropsAColumnOfAKeyBeforeOneOfItsName() {
    becomes(
        schema -> {
          schema.dropConstraint("customer", "customer_key");
          schema.dropColumn("customer", "name");
          schema.addColumn("customer", column("name", bigint()));
          schema.addConstraint("customer", unique("customer_key", "name"));
        },
        schema -> {
          schema.dropConstraint("customer", "customer_key");
          schema.dropColumn("customer", "name");
          schema.addColumn("customer", column("name", bigint()));
          schema.createIndexConcurrently("customer", uniqueIndex("customer_key", "name"));
          schema.addConstraintUsingIndex(
              "customer", unique("customer_key", "name"), "customer_key");
        });
  }

  @Test
  void keepsForeignKeysUntilTheKeyGoesThatTheyNeed() {
    ForeignKey foreign = foreignKey("purchase_fkey", "customer_id").references("customer", "id");
    becomes(
        schema -> {
          schema.dropConstraint("purchase", "purchase_fkey");
          schema.dropConstraint("customer", "customer_pkey");
          schema.addColumn("customer", column("number", bigint()).notNull().defaultValue("1"));
          schema.addConstraint("customer", primaryKey("customer_pkey", "number"));
          schema.addConstraint("customer", unique("customer_id_key", "id"));
          schema.addConstraint("purchase", foreign);
        },
        schema -> {
          schema.addColumn("customer", column("number", bigint()).notNull().defaultValue("1"));
          schema.createIndexConcurrently("customer", uniqueIndex("customer_id_key", "id"));
          schema.addConstraintUsingIndex(
              "customer", unique("customer_id_key", "id"), "customer_id_key");
          schema.createIndexConcurrently(
              "customer", uniqueIndex("lockstep_new_customer_pkey", "number"));
          schema.lockTable("customer");
          schema.lockTable("purchase");
          schema.dropConstraint("purchase", "purchase_fkey");
          schema.dropConstraint("customer", "customer_pkey");
          schema.addConstraintUsingIndex(
              "customer", primaryKey("customer_pkey", "number"), "lockstep_new_customer_pkey");
          schema.lockWrites("customer");
          schema.lockWrites("purchase");
          schema.addConstraintNotValid("purchase", foreign);
          schema.validateConstraint("purchase", "purchase_fkey");
        });
  }

  @Test
  void replacesAForeignKeyInOneTransaction() {
    becomes(
        schema -> {
          schema.dropConstraint("purchase", "purchase_fkey");
          schema.addConstraint(
              "purchase",
              foreignKey("purchase_fkey", "customer_id")
                  .references("customer", "id")
                  .onDelete(CASCADE));
        },
        schema -> {
          schema.lockTable("customer");
          schema.lockTable("purchase");
          schema.dropConstraint("purchase", "purchase_fkey");
          schema.addConstraintNotValid(
              "purchase",
              foreignKey("purchase_fkey", "customer_id")
                  .references("customer", "id")
                  .onDelete(CASCADE));
          schema.validateConstraint("purchase", "purchase_fkey");
        });
  }

  @Test
  void dropsForeignKeysBeforeTheirTable() {
    becomes(schema -> schema.dropTable("purchase"), schema -> {
      schema.lockTable("customer");
      schema.lockTable("purchase");
      schema.dropConstraint("purchase", "purchase_fkey");
      schema.lockTable("purchase");
      schema.dropTable("purchase");
    });
  }

  @Test
  void leavesForeignKeysToATableThatGoesToo() {
    stays(schema -> {
      schema.dropView("names");
      schema.dropTable("purchase");
      schema.dropTable("customer");
    });
  }

  @Test
  void setsADefaultBeforeItFillsRows() {
    becomes(
        schema -> {
          schema.fillNulls("customer", "email", "''");
          schema.setNotNull("customer", "email");
          schema.setDefault("customer", "email", "''");
        },
        schema -> {
          schema.setDefault("customer", "email", "''");
          schema.backfill("customer", "email", "''");
          schema.addConstraintNotValid(
              "customer", check("lockstep_not_null_email", "email IS NOT NULL"));
          schema.validateConstraint("customer", "lockstep_not_null_email");
          schema.setNotNull("customer", "email");
          schema.dropConstraint("customer", "lockstep_not_null_email");
        });
  }

  @Test
  void validatesChecksAfterATypeThatNeedsNoRewrite() {
    becomes(schema -> schema.alterColumnType("customer", "name", varchar(80)), schema -> {
      schema.dropConstraint("customer", "customer_name_check");
      schema.alterColumnType("customer", "name", varchar(80));
      schema.addConstraintNotValid("customer", check("customer_name_check", "name <> ''"));
      schema.analyze("customer", "name");
      schema.validateConstraint("customer", "customer_name_check");
    });
  }

  @Test
  void gathersStatisticsOnceWhereATransactionEnds() {
    becomes(
        schema -> {
          schema.renameColumn("customer", "email", "mail");
          schema.alterColumnType("customer", "mail", varchar(80));
          schema.alterColumnType("customer", "id", bigint());
          schema.addColumn("customer", column("city", text()));
          schema.renameTable("customer", "client");
          schema.setNotNull("client", "mail");
        },
        schema -> {
          schema.renameColumn("customer", "email", "mail");
          schema.alterColumnType("customer", "mail", varchar(80));
          schema.lockTable("customer");
          schema.lockTable("purchase");
          schema.alterColumnType("customer", "id", bigint());
          schema.addColumn("customer", column("city", text()));
          schema.renameTable("customer", "client");
          schema.addConstraintNotValid(
              "client", check("lockstep_not_null_mail", "mail IS NOT NULL"));
          schema.analyze("client", "id", "mail");
          schema.validateConstraint("client", "lockstep_not_null_mail");
          schema.setNotNull("client", "mail");
          schema.dropConstraint("client", "lockstep_not_null_mail");
        });
  }

  /** PostgreSQL gathers those of expressions only where it gathers all. */
  @Test
  void gathersStatisticsOfNewExpressions() {
    becomes(
        schema -> {
          schema.createIndex("customer", index("a", "(lower(name))"));
          schema.createIndex("customer", index("b", "(upper(name))"));
          schema.createIndex("customer", index("c", "name").where("id > 7"));
          schema.alterColumnType("customer", "email", varchar(80));
        },
        schema -> {
          schema.createIndexConcurrently("customer", index("a", "(lower(name))"));
          schema.createIndexConcurrently("customer", index("b", "(upper(name))"));
          schema.createIndexConcurrently("customer", index("c", "name").where("id > 7"));
          schema.analyze("customer");
          schema.alterColumnType("customer", "email", varchar(80));
          schema.analyze("customer", "email");
        });
    becomes(
        schema -> {
          schema.dropIndex("customer_idx");
          schema.createIndex("customer", index("customer_idx", "(lower(name))"));
        },
        schema -> {
          schema.createIndexConcurrently(
              "customer", index("lockstep_new_customer_idx", "(lower(name))"));
          schema.analyze("customer");
          schema.dropIndexConcurrently("customer_idx");
          schema.renameIndex("lockstep_new_customer_idx", "customer_idx");
        });
    stays(schema -> {
      schema.createTable("tag", column("name", text()));
      schema.createIndex("tag", index("tag_idx", "(lower(name))"));
      schema.alterColumnType("tag", "name", varchar(9));
    });
  }

  /** Which are made anew with the type. */
  @Test
  void gathersStatisticsOfOldExpressions() {
    Schema indexed = Operations.apply(
        SchemaEditor.record(schema -> schema.createIndex("customer", index("i", "(lower(email))"))),
        SHOP);
    assertEquals(
        SchemaEditor.record(schema -> {
          schema.alterColumnType("customer", "email", varchar(80));
          schema.analyze("customer");
        }),
        OnlineForm.of(
            SchemaEditor.record(schema -> schema.alterColumnType("customer", "email", varchar(80))),
            indexed,
            table -> true));
  }

  @Test
  void buildsNothingWhileAViewIsMissing() {
    becomes(
        schema -> {
          schema.dropView("names");
          schema.dropIndex("customer_idx");
          schema.addColumn("customer", column("age", integer()));
          schema.fillNulls("customer", "age", "0");
          schema.createIndex("customer", index("age_idx", "age"));
          schema.createView("names", "SELECT name, age FROM customer");
        },
        schema -> {
          schema.dropIndexConcurrently("customer_idx");
          schema.dropView("names");
          schema.addColumn("customer", column("age", integer()));
          schema.createView("names", "SELECT name, age FROM customer");
          schema.backfill("customer", "age", "0");
          schema.createIndexConcurrently("customer", index("age_idx", "age"));
        });
  }

  /** The view would hold what the rows were before. */
  @Test
  void fillsBeforeAViewThatKeepsValues() {
    stays(schema -> {
      schema.dropView("names");
      schema.addColumn("customer", column("a", integer()));
      schema.fillNulls("customer", "a", "1");
      schema.createMaterializedView("names", "SELECT a FROM customer");
    });
  }

  @Test
  void fillsBeforeAColumnIsComputed() {
    becomes(
        schema -> {
          schema.dropView("names");
          schema.addColumn("customer", column("a", integer()));
          schema.fillNulls("customer", "a", "1");
          schema.addColumn("customer", column("b", integer()));
          schema.fillNulls("customer", "b", "2");
          schema.addColumn("customer", column("c", integer()).notNull().computed("a + 1"));
          schema.createView("names", "SELECT a, b, c FROM customer");
        },
        schema -> {
          schema.dropView("names");
          schema.addColumn("customer", column("a", integer()));
          schema.fillNulls("customer", "a", "1");
          schema.addColumn("customer", column("b", integer()));
          schema.addColumn("customer", column("c", integer()).notNull().computed("a + 1"));
          schema.createView("names", "SELECT a, b, c FROM customer");
          schema.backfill("customer", "b", "2");
        });
  }
}
