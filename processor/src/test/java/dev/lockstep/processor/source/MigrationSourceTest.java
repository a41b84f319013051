package dev.lockstep.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.SchemaEditor;
import dev.lockstep.SchemaElements;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Run;
import dev.lockstep.processor.generate.JavaTokens;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is read by hand; what a generated migration says is read back in {@code RandomLawsTest}. */
class MigrationSourceTest {
  private static MigrationSource read(String upgrade, String members) {
    return MigrationSource.of(JavaTokens.of("""
        package m;

        import static dev.lockstep.SchemaElements.*;

        /** {@code void upgrade(SchemaEditor schema)} is not here. */
        @Revision(parents = {"M0001_A"}, description = "it's } so")
        public final class M0002_B implements Migration {
          %s
          @Override
          public void upgrade(final dev.lockstep.SchemaEditor schema) throws RuntimeException {
            %s
          }

          @Override
          public void downgrade(SchemaEditor s) {}
        }
        """.formatted(members, upgrade)));
  }

  private static void assertReads(Consumer<SchemaEditor> expected, String upgrade, String members) {
    MigrationSource source = read(upgrade, members);
    assertEquals("", source.unreadable());
    assertEquals(SchemaEditor.record(expected), source.upgrade());
    assertEquals(List.of(), source.downgrade());
  }

  @Test
  void readsLiteralsHoweverTheyAreWritten() {
    assertReads(
        schema -> {
          schema.in("app").dropColumn("us\"er", "a\tb\\u0041é");
          schema.sql("select 1;\n  select 2");
          schema.addColumn(
              "t", SchemaElements.column("n", SchemaElements.numeric(10, 2)).notNull());
        },
        """
        schema.in("app") /* there */ .dropColumn("us\\"er", "a\\tb\\\\u00" + "41\\u00e9");
        var sql = \"""
            select 1;
              select 2\""";
        schema.sql(sql);;
        schema.addColumn(TABLE, (SchemaElements
            .column("n", dev.lockstep.SchemaElements.numeric(1_0, 2)).notNull()));
        """,
        "private static final String TABLE = \"\" + \"t\";");
  }

  @Test
  void readsMethodsOfTheMigrationThatTakeTheEditor() {
    assertReads(
        schema -> {
          schema.dropTable("a");
          schema.in("app").dropTable("b");
        },
        "first(schema); Part.second(schema.in(\"app\"));",
        """
        private int unused() { return 1; }
        private void first(SchemaEditor editor) { editor.dropTable("a"); }
        private static final class Part {
          static void second(SchemaEditor editor) { editor.dropTable("b"); }
        }
        """);
  }

  @Test
  void knowsThatJavaRunsThere() {
    List<Operation> upgrade = read(
            "schema.run(\"fill\", c -> { try { x(c); } finally { y(); } }); schema.run(\"a\", this::b);",
            "")
        .upgrade();
    assertEquals(
        List.of("fill", "a"),
        upgrade.stream().map(operation -> ((Run) operation).name()).toList());
  }

  @Test
  void knowsWhatSqlIsSaidToMean() {
    assertReads(
        schema -> schema
            .sql("alter table t add a int")
            .meaning(effect ->
                effect.addColumn("t", SchemaElements.column("a", SchemaElements.integer()))),
        """
        schema.sql("alter table t add a int")
            .meaning(effect -> effect.addColumn("t", column("a", integer())));
        """,
        "");
    assertReads(
        schema -> schema.sql("select 1").meaning(effect -> {}),
        "schema.sql(\"select 1\").meaning((effect) -> { });",
        "");
  }

  @Test
  void saysWhatItCannotRead() {
    assertUnreadable("it refers to NAMES", "schema.dropTable(NAMES);");
    assertUnreadable("it refers to path", "schema.sql(Files.readString(path));");
    assertUnreadable("it has \"{\"", "{ schema.dropTable(\"a\"); }");
    assertUnreadable(
        "it refers to int", "for (int i = 0; i < 3; i++) schema.dropTable(\"a\" + i);");
    assertUnreadable("its methods call each other", "upgrade(schema);");
    assertUnreadable("it calls exit of nothing", "schema.dropTable(\"a\").exit();");
    assertUnreadable("it calls getClass of String", "\"a\".getClass();");
  }

  private static void assertUnreadable(String reason, String upgrade) {
    MigrationSource source = read(upgrade, "");
    assertEquals(List.of(), source.upgrade());
    assertTrue(!source.isReadable());
    assertEquals(reason, source.unreadable(), upgrade);
  }

  @Test
  void refusesWhatWouldFailWhenItRuns() {
    assertEquals(
        "createEnum: enum \"state\" has a value twice",
        assertThrows(
                InvalidStepException.class,
                () -> read("schema.createEnum(\"state\", \"a\", \"a\");", ""))
            .getMessage());
  }
}
