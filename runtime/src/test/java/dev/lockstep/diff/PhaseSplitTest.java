package dev.lockstep.diff;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.smallint;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.SchemaElements.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans for a table {@code t} that an older version of the application knows, in two parts. */
final class PhaseSplitTest {
  private static final Schema BEFORE = Operations.apply(
      SchemaEditor.record(schema -> {
        schema.createEnum("mood", "glad", "sad");
        schema.createTable(
            "t",
            column("id", bigint()).notNull(),
            column("a", text()).notNull(),
            column("b", integer()),
            column("c", smallint()).notNull().defaultValue("1"),
            primaryKey("t_pkey", "id"),
            unique("t_a_key", "a"),
            check("t_b_check", "b IN (1, 2, 3)"));
        schema.createTable(
            "u",
            column("id", bigint()).notNull(),
            column("t_id", bigint()).notNull(),
            column("mood", type("mood")),
            primaryKey("u_pkey", "id"),
            foreignKey("u_t_id_fkey", "t_id").references("t", "id"));
        schema.createIndex("t", index("t_b_c", "b", "c"));
        schema.createView("v", "SELECT id FROM u");
      }),
      Schema.EMPTY);

  private static final String CREATE_LOG =
      "DO $lockstep$ BEGIN IF NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'log')"
          + " THEN CREATE SCHEMA log; END IF; END $lockstep$";

  /** Each statement of the two ways forth, then of the two ways back. */
  private static String split(Consumer<SchemaEditor> plan) {
    List<Operation> operations = SchemaEditor.record(plan);
    PhaseSplit split = PhaseSplit.of(operations, BEFORE);
    assertEquals(Operations.apply(operations, BEFORE), split.contract().after());
    return "expand\n" + sql(split.expand().upgrade()) + "contract\n"
        + sql(split.contract().upgrade());
  }

  private static String sql(List<Operation> operations) {
    PostgresDdl ddl = new PostgresDdl("public", 18);
    return operations.stream()
        .map(operation -> "  "
            + ddl.sql(operation).replaceAll("\"public\"\\.|\"", "").replaceAll("\\s+", " ") + "\n")
        .collect(Collectors.joining());
  }

  private static void assertExpands(Consumer<SchemaEditor> plan) {
    PhaseSplit split = PhaseSplit.of(SchemaEditor.record(plan), BEFORE);
    assertEquals(SchemaEditor.record(plan), split.expand().upgrade());
    assertEquals(List.of(), split.contract().upgrade());
  }

  private static void assertContracts(Consumer<SchemaEditor> plan) {
    PhaseSplit split = PhaseSplit.of(SchemaEditor.record(plan), BEFORE);
    assertEquals(List.of(), split.expand().upgrade());
    assertEquals(SchemaEditor.record(plan), split.contract().upgrade());
  }

  @Test
  void givesTheNewVersionItsIndexWhileTheOldOneHasItsOwn() {
    assertEquals("""
        expand
          CREATE INDEX lockstep_new_t_b_c ON t (c)
        contract
          DROP INDEX t_b_c
          ALTER TABLE t DROP CONSTRAINT t_b_check
          ALTER TABLE t DROP COLUMN b
          ALTER INDEX lockstep_new_t_b_c RENAME TO t_b_c
        """, split(schema -> {
      schema.dropIndex("t_b_c");
      schema.dropConstraint("t", "t_b_check");
      schema.dropColumn("t", "b");
      schema.createIndex("t", index("t_b_c", "c"));
    }));
  }

  @Test
  void fillsANewColumnBeforeTheOneGoesThatItIsFilledFrom() {
    assertEquals("""
        expand
          ALTER TABLE t ADD COLUMN d text
          UPDATE t SET d = (lower(a)) WHERE d IS NULL
          ALTER TABLE t ALTER COLUMN a DROP NOT NULL
        contract
          UPDATE t SET d = (lower(a)) WHERE d IS NULL
          ALTER TABLE t ALTER COLUMN d SET NOT NULL
          ALTER TABLE t DROP CONSTRAINT t_a_key
          ALTER TABLE t DROP COLUMN a
        """, split(schema -> {
      schema.addColumn("t", column("d", text()));
      schema.fillNulls("t", "d", "lower(a)");
      schema.setNotNull("t", "d");
      schema.dropConstraint("t", "t_a_key");
      schema.dropColumn("t", "a");
    }));
  }

  @Test
  void replacesAnIndexAtOnceThatTheOldVersionCanMiss() {
    assertExpands(schema -> {
      schema.dropIndex("t_b_c");
      schema.createIndex("t", index("t_b_c", "c"));
    });
  }

  @Test
  void letsAnIndexWaitForTheColumnThatItIsOn() {
    assertEquals("""
        expand
        contract
          DROP INDEX t_b_c
          ALTER TABLE t ALTER COLUMN c TYPE text
          CREATE INDEX t_b_c ON t (c)
        """, split(schema -> {
      schema.dropIndex("t_b_c");
      schema.alterColumnType("t", "c", text());
      schema.createIndex("t", index("t_b_c", "c"));
    }));
  }

  @Test
  void whatAddsExpands() {
    assertExpands(schema -> {
      schema.addColumn("t", column("x", text()));
      schema.addColumn("t", column("y", text()).notNull().defaultValue("'-'"));
      schema.addConstraint("t", unique("t_b_key", "b"));
      schema.addConstraint("t", check("t_c_check", "c > 0"));
      schema.createIndex("t", index("t_a", "a"));
      schema.dropNotNull("t", "a");
      schema.setDefault("t", "b", "3");
      schema.dropConstraint("t", "t_b_check");
      schema.dropIndex("t_b_c");
      schema.dropConstraint("u", "u_t_id_fkey");
      schema.createTable(
          "w", column("t_id", bigint()), foreignKey("w_fk", "t_id").references("t", "id"));
    });
  }

  @Test
  void whatTakesAwayContracts() {
    assertContracts(schema -> schema.dropColumn("t", "b"));
    assertContracts(schema -> schema.dropTable("u"));
    assertContracts(schema -> schema.renameColumn("t", "b", "x"));
    assertContracts(schema -> schema.renameTable("t", "x"));
    assertContracts(schema -> schema.dropView("v"));
    assertContracts(schema -> schema.renameView("v", "w"));
    assertContracts(schema -> schema.setNotNull("t", "b"));
    assertContracts(schema -> schema.dropDefault("t", "c"));
    assertContracts(schema -> schema.dropConstraint("t", "t_a_key"));
    assertContracts(schema -> {
      schema.dropConstraint("u", "u_t_id_fkey");
      schema.dropConstraint("t", "t_pkey");
    });
  }

  @Test
  void typesThatHoldLessOrAreOthersContract() {
    assertExpands(schema -> schema.alterColumnType("t", "b", bigint()));
    assertExpands(schema -> schema.alterColumnType("t", "c", integer()));
    assertExpands(schema -> {
      schema.dropDefault("t", "c");
      schema.alterColumnType("t", "c", integer());
      schema.setDefault("t", "c", "1");
    });
    assertContracts(schema -> schema.alterColumnType("t", "b", smallint()));
    assertContracts(schema -> schema.alterColumnType("t", "a", varchar(5)));
    assertContracts(schema -> schema.alterColumnType("t", "b", text()));
    assertContracts(schema -> {
      schema.dropDefault("t", "c");
      schema.alterColumnType("t", "c", text());
      schema.setDefault("t", "c", "'1'");
    });
  }

  @Test
  void aKeyWithASuccessorIsNotMissed() {
    assertExpands(schema -> {
      schema.dropConstraint("t", "t_a_key");
      schema.createIndex("t", uniqueIndex("t_a_unique", "a"));
    });
    assertContracts(schema -> {
      schema.dropConstraint("t", "t_a_key");
      schema.addConstraint("t", unique("t_a_key", "a", "b"));
    });
  }

  @Test
  void aListOfValuesThatGetsShorterContracts() {
    assertExpands(schema -> {
      schema.dropConstraint("t", "t_b_check");
      schema.addConstraint("t", check("t_b_check", "b IN (1, 2, 3, 4)"));
    });
    assertContracts(schema -> {
      schema.dropConstraint("t", "t_b_check");
      schema.addConstraint("t", check("t_b_check", "b IN (1, 2)"));
    });
  }

  @Test
  void whatTheNewVersionLeavesOutMayBeNullBefore() {
    assertEquals("""
        expand
          ALTER TABLE t ADD COLUMN x text
          ALTER TABLE t ALTER COLUMN a DROP NOT NULL
        contract
          ALTER TABLE t DROP COLUMN a
          ALTER TABLE t DROP COLUMN c
        """, split(schema -> {
      schema.dropColumn("t", "a");
      schema.dropColumn("t", "c");
      schema.addColumn("t", column("x", text()));
    }));
  }

  @Test
  void bothWaysBackFillWhatMayBeNullMeanwhile() {
    PhaseSplit split =
        PhaseSplit.of(SchemaEditor.record(schema -> schema.dropColumn("t", "a")), BEFORE);

    assertEquals("""
          ALTER TABLE t ADD COLUMN a text
          UPDATE t SET a = (gen_random_uuid()::text) WHERE a IS NULL
          ALTER TABLE t ADD CONSTRAINT t_a_key UNIQUE (a)
        """, sql(split.contract().downgrade()));
    assertEquals("""
          UPDATE t SET a = (gen_random_uuid()::text) WHERE a IS NULL
          ALTER TABLE t ALTER COLUMN a SET NOT NULL
        """, sql(split.expand().downgrade()));
  }

  @Test
  void aNewColumnIsFilledTwice() {
    assertEquals("""
        expand
          ALTER TABLE t ADD COLUMN x bigint
          UPDATE t SET x = (id) WHERE x IS NULL
          CREATE INDEX t_x ON t (x)
        contract
          UPDATE t SET x = (id) WHERE x IS NULL
          ALTER TABLE t ALTER COLUMN x SET NOT NULL
        """, split(schema -> {
      schema.addColumn("t", column("x", bigint()));
      schema.fillNulls("t", "x", "id");
      schema.setNotNull("t", "x");
      schema.createIndex("t", index("t_x", "x"));
    }));
    assertExpands(schema -> {
      schema.addColumn("t", column("x", bigint()));
      schema.fillNulls("t", "x", "id");
      schema.setNotNull("t", "x");
      schema.setDefault("t", "x", "0");
    });
    assertContracts(schema -> {
      schema.fillNulls("t", "b", "0");
      schema.setNotNull("t", "b");
    });
  }

  @Test
  void whatConcernsTheSameWaitsToo() {
    assertEquals("""
        expand
          ALTER TABLE u ADD COLUMN x text
        contract
          DROP INDEX t_b_c
          ALTER TABLE t RENAME COLUMN b TO d
          CREATE INDEX t_d_c ON t (d, c)
        """, split(schema -> {
      schema.dropIndex("t_b_c");
      schema.renameColumn("t", "b", "d");
      schema.addColumn("u", column("x", text()));
      schema.createIndex("t", index("t_d_c", "d", "c"));
    }));
  }

  @Test
  void aNameThatIsGivenOnWaits() {
    assertContracts(schema -> {
      schema.renameColumn("t", "b", "d");
      schema.addColumn("t", column("b", text()));
    });
    assertContracts(schema -> {
      schema.dropTable("u");
      schema.createTable("u", column("id", bigint()));
    });
    assertContracts(schema -> {
      schema.renameTable("t", "s");
      schema.addColumn("s", column("x", text()));
    });
  }

  /** PostgreSQL reads the values when the check is made. */
  @Test
  void whatNamesARenamedValueWaits() {
    assertContracts(schema -> {
      schema.renameEnumValue("mood", "sad", "blue");
      schema.addConstraint("u", check("u_mood_check", "mood <> 'blue'"));
    });
  }

  @Test
  void anEnumTypeThatIsMadeAnewWithMoreValuesExpands() {
    assertExpands(schema -> {
      schema.renameEnum("mood", "old_mood");
      schema.createEnum("mood", "wild", "glad", "sad");
      schema.alterColumnType("u", "mood", type("mood"), "mood::text::mood");
      schema.dropEnum("old_mood");
    });
    assertContracts(schema -> {
      schema.renameEnum("mood", "old_mood");
      schema.createEnum("mood", "glad");
      schema.alterColumnType("u", "mood", type("mood"), "mood::text::mood");
      schema.dropEnum("old_mood");
    });
  }

  @Test
  void theCounterOfANewIdentityDoesNotWait() {
    assertEquals(
        """
        expand
          ALTER TABLE u ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY
        contract
          ALTER TABLE t DROP COLUMN b
        """,
        split(schema -> {
              schema.addIdentity("u", "id");
              schema.restartIdentity("u", "id");
              schema.dropColumn("t", "b");
            })
            .replaceAll("  SELECT pg_catalog.setval.*\n", ""));
  }

  /** What the view shows only PostgreSQL knows. */
  @Test
  void aPlanWithViewsOfItsTablesStaysOne() {
    assertContracts(schema -> {
      schema.dropColumn("t", "b");
      schema.addColumn("u", column("x", text()));
      schema.createView("w", "SELECT * FROM t");
    });
    assertEquals("""
        expand
          CREATE VIEW w AS SELECT * FROM u
        contract
          ALTER TABLE t DROP COLUMN b
        """, split(schema -> {
      schema.dropColumn("t", "b");
      schema.createView("w", "SELECT * FROM u");
    }));
  }

  @Test
  void aSchemaComesWithWhatComesIntoIt() {
    assertContracts(schema -> {
      schema.createSchema("log");
      schema.setTableSchema("u", "log");
    });
    assertEquals("""
        expand
          ALTER TABLE t ADD COLUMN x text
        contract
          %s
          ALTER TABLE u SET SCHEMA log
        """.formatted(CREATE_LOG), split(schema -> {
      schema.createSchema("log");
      schema.addColumn("t", column("x", text()));
      schema.setTableSchema("u", "log");
    }));
    assertEquals("""
        expand
          %s
          CREATE TABLE log.x ( id bigint )
        contract
          ALTER TABLE u SET SCHEMA log
        """.formatted(CREATE_LOG), split(schema -> {
      schema.createSchema("log");
      schema.in("log").createTable("x", column("id", bigint()));
      schema.setTableSchema("u", "log");
    }));
    assertEquals("""
        expand
          %s
        contract
          ALTER TABLE t DROP COLUMN b
        """.formatted(CREATE_LOG), split(schema -> {
      schema.createSchema("log");
      schema.dropColumn("t", "b");
    }));
  }

  @Test
  void aNewDatabaseHasNoOlderVersion() {
    List<Operation> plan = SchemaDiffer.diff(Schema.EMPTY, BEFORE).operations();

    assertEquals(plan, PhaseSplit.of(plan, Schema.EMPTY).expand().upgrade());
    assertEquals(plan, PhaseSplit.undivided(plan, Schema.EMPTY).expand().upgrade());
  }

  @Test
  void anUndividedPlanContractsIfAnyStepDoes() {
    List<Operation> plan = SchemaEditor.record(schema -> {
      schema.addColumn("t", column("x", text()));
      schema.dropColumn("t", "b");
    });

    assertEquals(plan, PhaseSplit.undivided(plan, BEFORE).contract().upgrade());
    assertEquals(List.of(), PhaseSplit.undivided(plan, BEFORE).expand().upgrade());
  }

  /** The server reads the body of one in SQL at once; in another language the application does. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "LANGUAGE sql AS 'SELECT count(b) FROM x'",
        "LANGUAGE sql AS $$SELECT count(x) FROM t$$",
        "LANGUAGE plpgsql AS $f$BEGIN EXECUTE 'SELECT count(x) FROM T'; END$f$"
      })
  void aFunctionStaysWithTheRenameThatItsBodyNames(String body) {
    String create = "CREATE FUNCTION f() RETURNS bigint " + body;

    assertContracts(schema -> {
      if (body.contains("x)")) {
        schema.renameColumn("t", "b", "x");
      } else {
        schema.renameTable("t", "x");
      }
      schema.createObject("f", create, "DROP FUNCTION f()");
    });
  }

  @Test
  void aFunctionThatNamesNothingOfThatComesFirst() {
    assertEquals("""
        expand
          CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(id) FROM u'
        contract
          ALTER TABLE t RENAME COLUMN b TO x
        """, split(schema -> {
      schema.renameColumn("t", "b", "x");
      schema.createObject(
          "f",
          "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(id) FROM u'",
          "DROP FUNCTION f()");
    }));
  }
}
