package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.exclude;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.partitionByList;
import static dev.lockstep.SchemaElements.partitionByRange;
import static dev.lockstep.SchemaElements.sequence;
import static dev.lockstep.SchemaElements.tableOptions;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Text in a generated step through which a statement of its own could get in: a COMMIT would end
 * the transaction before the history row is written.
 */
class SecondStatementTest {
  private static final String LAST = "M0003_Wrong";
  private static DataSource database;

  @BeforeAll
  static void shop() throws SQLException {
    database = MigrationInParts.shop(Postgres.NEWEST);
  }

  private static Arguments refused(String fault, Consumer<SchemaEditor> step) {
    return arguments(fault, step);
  }

  private static Arguments semicolon(String text, Consumer<SchemaEditor> step) {
    return refused("an SQL expression holds a semicolon: " + text, step);
  }

  static List<Arguments> refused() {
    return List.of(
        semicolon(
            "1; COMMIT",
            schema -> schema.addColumn("user", column("a", integer()).defaultValue("1; COMMIT"))),
        semicolon("1; COMMIT", schema -> schema.setDefault("user", "id", "1; COMMIT")),
        semicolon(
            "1) STORED; COMMIT; SELECT (1",
            schema -> schema.addColumn(
                "user", column("a", integer()).computed("1) STORED; COMMIT; SELECT (1"))),
        semicolon(
            "1); COMMIT; SELECT (1",
            schema -> schema.addColumn(
                "user", column("a", integer()).computedVirtual("1); COMMIT; SELECT (1"))),
        semicolon(
            "true); COMMIT; SELECT (1",
            schema -> schema.addConstraint("user", check("a", "true); COMMIT; SELECT (1"))),
        semicolon(
            "email; COMMIT",
            schema -> schema.alterColumnType("user", "email", text(), "email; COMMIT")),
        semicolon(
            "email; COMMIT",
            schema -> schema.alterColumnCollation("user", "email", text(), "C", "email; COMMIT")),
        semicolon(
            "'a'); COMMIT; SELECT ('a'",
            schema -> schema.fillNulls("user", "address", "'a'); COMMIT; SELECT ('a'")),
        semicolon(
            "'a'); COMMIT; SELECT ('a'",
            schema -> schema.backfill("user", "address", "'a'); COMMIT; SELECT ('a'")),
        semicolon(
            "true); COMMIT; SELECT (1",
            schema ->
                schema.createIndex("user", index("a", "email").where("true); COMMIT; SELECT (1"))),
        semicolon(
            "email; COMMIT", schema -> schema.createIndex("user", index("a", "(email; COMMIT)"))),
        semicolon(
            "true); COMMIT; SELECT (1",
            schema -> schema.addConstraint(
                "user", exclude("a", "gist", "email with =").where("true); COMMIT; SELECT (1"))),
        semicolon("SELECT 1; COMMIT", schema -> schema.createView("v", "SELECT 1; COMMIT")),
        semicolon(
            "SELECT 1; COMMIT", schema -> schema.createMaterializedView("v", "SELECT 1; COMMIT")),
        semicolon(
            "IN (1); COMMIT", schema -> schema.createPartition("user", "p", "IN (1); COMMIT")),
        semicolon(
            "IN (1); COMMIT", schema -> schema.attachPartition("user", "p", "IN (1); COMMIT")),
        refused("an SQL expression does not close its quote: 'a", schema -> {
          schema.addColumn("user", column("a", text()).defaultValue("'a"));
          schema.addColumn("user", column("b", text()).defaultValue("1'; COMMIT --'"));
        }),
        refused(
            "\"email with =); COMMIT; SELECT (1\" is no column or expression with an operator",
            schema -> schema.addConstraint(
                "user", exclude("a", "btree", "email with =); COMMIT; SELECT (1"))),
        refused(
            "\"email text_ops); COMMIT; SELECT (1\" is no index element; write: column or"
                + " (expression), then collate, operator class, desc, nulls first",
            schema -> schema.createIndex("user", index("a", "email text_ops); COMMIT; SELECT (1"))),
        refused(
            "\"email text_ops (a = 1; COMMIT)\" is no index element; write: column or"
                + " (expression), then collate, operator class, desc, nulls first",
            schema -> schema.createIndex("user", index("a", "email text_ops (a = 1; COMMIT)"))),
        refused(
            "\"plain; COMMIT\" is no storage of a column",
            schema -> schema.setColumnStorage("user", "email", text(), "plain; COMMIT")),
        refused(
            "\"integer; COMMIT\" is not the name of a type",
            schema -> schema.addColumn("user", column("a", type("integer; COMMIT")))),
        refused(
            "\"numeric(1); COMMIT; SELECT (1)\" is not the name of a type",
            schema ->
                schema.addColumn("user", column("a", type("numeric(1); COMMIT; SELECT (1)")))),
        refused(
            "\"numeric(1;COMMIT,1)\" is not the name of a type",
            schema -> schema.addColumn("user", column("a", type("numeric(1;COMMIT,1)")))));
  }

  private static Migrator migrator(Consumer<SchemaEditor> step) {
    return Shop.migrator(database, Shop.migrations().add(LAST, schema -> {
      schema.addColumn("user", column("note", text()));
      step.accept(schema);
      schema.addConstraint("user", check("never", "false"));
    }));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefusedByItsName(String fault, Consumer<SchemaEditor> step) {
    String before = CatalogDump.of(database, "public");

    MigrationFailedException failure =
        assertThrows(MigrationFailedException.class, migrator(step)::upgrade);

    String message = String.valueOf(failure.getMessage());
    assertEquals("MigrationInvalid", failure.code());
    assertEquals(
        "[lockstep:MigrationInvalid] " + LAST + " cannot say what it does: " + fault,
        message.lines().findFirst().orElse(""));
    assertTrue(message.endsWith("\n    nothing was done with it"), message);
    assertEquals(before, CatalogDump.of(database, "public"));
  }

  /** What stands in quotes, whatever it holds. */
  static Stream<Consumer<SchemaEditor>> quoted() {
    String end = "\"; COMMIT; SELECT \"";
    return Stream.of(
        schema -> schema.addColumn("user", column("a", type("\"interval day; COMMIT\""))),
        schema -> schema.addColumn("user", column("a", type("interval \"day; COMMIT\""))),
        schema -> schema.addColumn("user", column("a", type("\"a; COMMIT\""))),
        schema -> schema.addColumn("user", column("a", text()).collate("C; COMMIT")),
        schema -> schema.addColumn("user", column("a", text()).collate("\"C\"; COMMIT")),
        schema -> schema.addColumn("user", column("a", text()).collate("C" + end)),
        schema -> schema.addColumn("user" + end, column("a", text())),
        schema -> schema.createIndex("user", index("a", "email").using("btree" + end)),
        schema -> schema.createIndex("user", index("a", "email").with("fillfactor", "70); COMMIT")),
        schema -> schema.createIndex("user", index("a", "email").with("fillfactor" + end, "70")),
        schema -> schema.createIndex("user", index("a", "email collate \"C; COMMIT\"")),
        schema -> schema.createIndex("user", index("a", "email \"text_ops; COMMIT\"")),
        schema -> schema.createTable(
            "t", column("a", bigint()), tableOptions().with("fillfactor", "70); COMMIT")),
        schema -> schema.createTable(
            "t", column("a", bigint()), tableOptions().with("toast.\"; COMMIT", "70")),
        schema -> schema.createTable("t", column("a", bigint()), tableOptions().tablespace(end)),
        schema -> schema.createTable("t", column("a", bigint()), partitionByRange("\"a" + end)),
        schema ->
            schema.createTable("t", column("a", bigint()), partitionByList("a \"x; COMMIT\"")),
        schema -> schema.createSequence(sequence("s").as(type("\"a; COMMIT\""))),
        schema -> schema.setTableParameters("user", "fillfactor", "70); COMMIT"),
        schema -> schema.setColumnCompression("user", "email", "lz4" + end),
        schema -> schema.setTablespace("user", end),
        schema -> schema.createExtension("x" + end),
        schema -> schema.renameTable("user", "note" + end),
        schema -> schema.commentOnTable("user", "'; COMMIT; SELECT '\\'; COMMIT"),
        schema -> schema.createEnum("e", "a'; COMMIT; SELECT '\\'; COMMIT"));
  }

  @ParameterizedTest
  @MethodSource("quoted")
  void isPartOfAName(Consumer<SchemaEditor> step) {
    String before = CatalogDump.of(database, "public");

    assertThrows(LockstepException.class, migrator(step)::upgrade);

    assertEquals(before, CatalogDump.of(database, "public"));
  }

  @Test
  void aSemicolonInATextIsKept() throws SQLException {
    DataSource other = Postgres.newDatabase(Postgres.NEWEST);
    Shop.migrator(
            other,
            new WrittenMigrations()
                .add(
                    "M0001",
                    schema -> schema.createTable(
                        "t",
                        column("a", text()).defaultValue("'x;y'"),
                        column("b", text()).defaultValue("$$;$$"),
                        check("c", "a <> ';'"))))
        .upgrade();

    Shop.execute(other, "INSERT INTO t DEFAULT VALUES");

    assertEquals(List.of("x;y;"), Shop.query(other, "SELECT a || b FROM t"));
  }
}
