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
import static dev.lockstep.SchemaElements.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What a change becomes, in which order; both schemas and the expectation are written as
 * migrations.
 */
final class SchemaDifferTest {
  private static final Consumer<SchemaEditor> USER = schema -> schema.createTable(
      "user",
      column("id", bigint()).notNull().identity(),
      column("name", varchar(80)).notNull(),
      primaryKey("user_pkey", "id"),
      unique("user_name_key", "name"));

  @Test
  void createsTablesParentsFirstWithTheirForeignKeysInline() {
    assertDiff(
        schema -> {},
        schema -> {
          schema.createTable("zoo", column("id", bigint()).notNull(), primaryKey("zoo_pkey", "id"));
          schema.createTable(
              "animal",
              column("zoo_id", bigint()),
              foreignKey("animal_zoo_id_fkey", "zoo_id").references("zoo", "id"));
        },
        DiffHints.NONE,
        schema -> {
          schema.createTable("zoo", column("id", bigint()).notNull(), primaryKey("zoo_pkey", "id"));
          schema.createTable(
              "animal",
              column("zoo_id", bigint()),
              foreignKey("animal_zoo_id_fkey", "zoo_id").references("zoo", "id"));
        });
  }

  @Test
  void addsTheForeignKeyThatClosesACircleLast() {
    Consumer<SchemaEditor> circle = schema -> {
      schema.createTable(
          "a",
          column("id", bigint()).notNull(),
          column("b_id", bigint()),
          primaryKey("a_pkey", "id"));
      schema.createTable(
          "b",
          column("id", bigint()).notNull(),
          column("a_id", bigint()),
          primaryKey("b_pkey", "id"),
          foreignKey("b_a_id_fkey", "a_id").references("a", "id"));
      schema.addConstraint("a", foreignKey("a_b_id_fkey", "b_id").references("b", "id"));
    };
    assertDiff(schema -> {}, circle, DiffHints.NONE, circle);
  }

  @Test
  void dropsForeignKeysBeforeTheirTables() {
    assertDiff(
        schema -> {
          schema.createTable("a", column("id", bigint()).notNull(), primaryKey("a_pkey", "id"));
          schema.createTable(
              "b",
              column("a_id", bigint()),
              foreignKey("b_a_id_fkey", "a_id").references("a", "id"));
        },
        schema -> {},
        DiffHints.NONE,
        schema -> {
          schema.dropConstraint("b", "b_a_id_fkey");
          schema.dropTable("a");
          schema.dropTable("b");
        });
  }

  @Test
  void renamesATableAndKeepsTheNamesOfItsConstraints() {
    Schema recorded = schema(USER);
    Schema declared = schema(schema -> schema.createTable(
        "customer",
        column("id", bigint()).notNull().identity(),
        column("name", varchar(80)).notNull(),
        primaryKey("customer_pkey", "id"),
        unique("customer_name_key", "name")));
    QualifiedName customer = QualifiedName.of("customer");
    DiffHints hints = new DiffHints(
        Map.of(customer, QualifiedName.of("user")),
        Map.of(),
        Map.of(),
        Map.of(),
        Set.of(new Member(customer, "customer_pkey"), new Member(customer, "customer_name_key")));
    SchemaDiff diff = SchemaDiffer.diff(recorded, declared, hints);
    assertEquals(operations(schema -> schema.renameTable("user", "customer")), diff.operations());
    assertEquals(
        List.of(new Change.TableRenamed(QualifiedName.of("user"), customer)), diff.changes());
    assertEquals(
        Set.of("user_pkey", "user_name_key"),
        diff.to().table(customer).constraints().names());
  }

  @Test
  void numbersADerivedNameThatARenamedTableStillHas() {
    Schema recorded = schema(schema -> schema.createTable(
        "customer", column("id", bigint()).notNull(), primaryKey("user_pkey", "id")));
    Schema declared = schema(schema -> {
      schema.createTable(
          "customer", column("id", bigint()).notNull(), primaryKey("customer_pkey", "id"));
      schema.createTable("user", column("id", bigint()).notNull(), primaryKey("user_pkey", "id"));
    });
    DiffHints hints = new DiffHints(
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Set.of(
            new Member(QualifiedName.of("customer"), "customer_pkey"),
            new Member(QualifiedName.of("user"), "user_pkey")));
    SchemaDiff diff = SchemaDiffer.diff(recorded, declared, hints);
    assertEquals(
        operations(schema -> schema.createTable(
            "user", column("id", bigint()).notNull(), primaryKey("user_pkey1", "id"))),
        diff.operations());
    assertEquals(List.of(), SchemaDiffer.diff(diff.to(), declared, hints).operations());
  }

  @Test
  void renamesAConstraintWhoseNameWasWritten() {
    assertDiff(
        USER,
        schema -> {
          USER.accept(schema);
          schema.renameConstraint("user", "user_name_key", "one_name_each");
        },
        DiffHints.NONE,
        schema -> schema.renameConstraint("user", "user_name_key", "one_name_each"));
  }

  @Test
  void swapsTwoColumnsByATemporaryName() {
    Consumer<SchemaEditor> before =
        schema -> schema.createTable("t", column("a", text()), column("b", integer()));
    Consumer<SchemaEditor> after =
        schema -> schema.createTable("t", column("a", integer()), column("b", text()));
    QualifiedName t = QualifiedName.of("t");
    DiffHints hints = new DiffHints(
        Map.of(),
        Map.of(new Member(t, "a"), "b", new Member(t, "b"), "a"),
        Map.of(),
        Map.of(),
        Set.of());
    assertDiff(before, after, hints, schema -> {
      schema.renameColumn("t", "a", "lockstep_swap_1");
      schema.renameColumn("t", "b", "a");
      schema.renameColumn("t", "lockstep_swap_1", "b");
    });
  }

  @Test
  void replacesADefaultAroundAChangeOfType() {
    assertDiff(
        schema -> schema.createTable(
            "t", column("a", varchar(5)).defaultValue("'1'"), check("t_a_check", "a <> ''")),
        schema -> schema.createTable(
            "t", column("a", integer()).defaultValue("1"), check("t_a_check", "a <> ''")),
        using("t", "a", "a::integer"),
        schema -> {
          schema.dropConstraint("t", "t_a_check");
          schema.dropDefault("t", "a");
          schema.alterColumnType("t", "a", integer(), "a::integer");
          schema.setDefault("t", "a", "1");
          schema.addConstraint("t", check("t_a_check", "a <> ''"));
        });
  }

  @Test
  void fillsRowsBeforeTheyMustNotBeNull() {
    QualifiedName t = QualifiedName.of("t");
    DiffHints hints = new DiffHints(
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(new Member(t, "total"), SqlExpression.of("0")),
        Set.of());
    assertDiff(
        schema -> schema.createTable("t", column("a", text())),
        schema -> schema.createTable(
            "t", column("a", text()), column("total", integer()).notNull()),
        hints,
        schema -> {
          schema.addColumn("t", column("total", integer()));
          schema.fillNulls("t", "total", "0");
          schema.setNotNull("t", "total");
        });
  }

  @Test
  void makesAForeignKeyAnewWhenItsKeyChangesType() {
    Consumer<SchemaEditor> before = schema -> {
      schema.createTable("a", column("id", integer()).notNull(), primaryKey("a_pkey", "id"));
      schema.createTable(
          "b", column("a_id", integer()), foreignKey("b_fkey", "a_id").references("a", "id"));
    };
    Consumer<SchemaEditor> after = schema -> {
      schema.createTable("a", column("id", bigint()).notNull(), primaryKey("a_pkey", "id"));
      schema.createTable(
          "b", column("a_id", bigint()), foreignKey("b_fkey", "a_id").references("a", "id"));
    };
    assertDiff(before, after, DiffHints.NONE, schema -> {
      schema.dropConstraint("b", "b_fkey");
      schema.alterColumnType("a", "id", bigint());
      schema.alterColumnType("b", "a_id", bigint());
      schema.addConstraint("b", foreignKey("b_fkey", "a_id").references("a", "id"));
    });
  }

  @Test
  void seesNoChangeInTheOrderOfFieldsOrTheLayoutOfExpressions() {
    assertDiff(
        schema -> {
          schema.createTable(
              "t", column("a", integer()), column("b", text()), check("c", "a>0  AND b  <> 'X'"));
          schema.createIndex("t", index("i", "a").where("(a > 0)"));
        },
        schema -> {
          schema.createTable(
              "t", column("b", text()), column("a", integer()), check("c", "(A > 0 and b != 'X')"));
          schema.createIndex("t", index("i", "a asc nulls last").where("a > 0"));
        },
        DiffHints.NONE,
        schema -> {});
  }

  @Test
  void refillsADroppedReferenceToTheOwnTableWithTheRowItself() {
    Schema before = schema(schema -> schema.createTable(
        "t",
        column("id", bigint()).notNull(),
        column("parent", bigint()).notNull(),
        primaryKey("t_pkey", "id"),
        foreignKey("t_fkey", "parent").references("t", "id")));
    Schema after = schema(schema ->
        schema.createTable("t", column("id", bigint()).notNull(), primaryKey("t_pkey", "id")));
    assertEquals(
        operations(schema -> {
          schema.addColumn("t", column("parent", bigint()));
          schema.fillNulls("t", "parent", "id");
          schema.setNotNull("t", "parent");
          schema.addConstraint("t", foreignKey("t_fkey", "parent").references("t", "id"));
        }),
        Operations.reverse(SchemaDiffer.diff(before, after).operations(), before));
  }

  private static DiffHints using(String table, String column, String expression) {
    return new DiffHints(
        Map.of(),
        Map.of(),
        Map.of(new Member(QualifiedName.of(table), column), SqlExpression.of(expression)),
        Map.of(),
        Set.of());
  }

  private static void assertDiff(
      Consumer<SchemaEditor> from,
      Consumer<SchemaEditor> to,
      DiffHints hints,
      Consumer<SchemaEditor> expected) {
    SchemaDiff diff = SchemaDiffer.diff(schema(from), schema(to), hints);
    assertEquals(operations(expected), diff.operations());
    assertEquals(schema(to), diff.to());
  }

  private static Schema schema(Consumer<SchemaEditor> migration) {
    return Operations.apply(operations(migration), Schema.EMPTY);
  }

  private static List<Operation> operations(Consumer<SchemaEditor> migration) {
    return SchemaEditor.record(migration);
  }
}
