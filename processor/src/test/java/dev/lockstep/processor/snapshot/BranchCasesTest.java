package dev.lockstep.processor.snapshot;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operations;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.source.MigrationSource;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases of branches that come together, by their numbers in the list of cases. */
class BranchCasesTest {
  private final List<FoundMigration> migrations = new ArrayList<>();

  private BranchCasesTest add(String id, Consumer<SchemaEditor> upgrade, String... parents) {
    MigrationSource source = new MigrationSource(SchemaEditor.record(upgrade), List.of(), "");
    migrations.add(new FoundMigration(id, List.of(parents), id, "t1:" + id, source));
    return this;
  }

  private static BranchCasesTest begun() {
    return new BranchCasesTest().add("M0001_Begin", schema -> {
      schema.createSchema("app");
      schema.createEnum("mood", "A", "Z");
      schema.createEnum("size", "S", "L");
      schema.createTable("t", column("id", bigint()), column("a", text()));
      schema.createTable("u", column("id", bigint()), column("a", text()));
    });
  }

  private static BranchCasesTest branches(
      Consumer<SchemaEditor> one, Consumer<SchemaEditor> other) {
    return begun().add("M0002_One", one, "M0001_Begin").add("M0002_Other", other, "M0001_Begin");
  }

  private MigrationChain merged() {
    SnapshotSides sides = new SnapshotSides(
        List.of(new Snapshot(List.of("M0001_Begin"), Schema.EMPTY, java.util.Map.of())),
        false,
        java.util.Set.of());
    return new ChainReader(migrations, Optional.of(sides), Schema.EMPTY, "m/", true).read();
  }

  private void assertCommute() {
    MigrationChain chain = merged();
    assertEquals(List.of(), chain.problems());
    Schema all = Schema.EMPTY;
    for (FoundMigration migration : migrations) {
      all = Operations.apply(migration.source().upgrade(), all);
    }
    assertEquals(all, chain.recorded().schema());
  }

  private void assertClash(String reason) {
    List<Problem> problems = merged().problems();
    assertEquals(2, problems.size(), problems.toString());
    assertEquals("BranchesClash", problems.get(0).code());
    assertTrue(problems.get(0).message().contains(reason), problems.toString());
  }

  @Test
  void case350ChangesDifferentTables() {
    BranchCasesTest branches = branches(
        schema -> schema.addColumn("t", column("b", text())), schema -> schema.dropTable("u"));
    branches.assertCommute();
    assertEquals(List.of("M0002_One", "M0002_Other"), branches.merged().heads());
  }

  @Test
  void case351ChangesOneColumnTwice() {
    branches(
            schema -> schema.alterColumnType("t", "a", varchar(10)),
            schema -> schema.alterColumnType("t", "a", varchar(20)))
        .assertClash("each undoes the other's: Change type of a in t");
    branches(schema -> schema.renameColumn("t", "a", "b"), schema -> schema.setNotNull("t", "a"))
        .assertClash("has no column \"a\"");
  }

  @Test
  void case353DropsTheSchemaOfANewTable() {
    branches(
            schema -> schema.dropSchema("app"),
            schema -> schema.in("app").createTable("x", column("id", bigint())))
        .assertClash("\"M0002_One\" fails after the other");
    branches(
            schema -> schema.dropSchema("app"),
            schema -> schema.createTable("x", column("id", bigint())))
        .assertCommute();
  }

  @Test
  void case354CreatesIndexes() {
    branches(
            schema -> schema.createIndex("t", index("t_a_idx", "a")),
            schema -> schema.createIndex("u", index("u_a_idx", "a")))
        .assertCommute();
    branches(
            schema -> schema.createIndex("t", index("by_a", "a")),
            schema -> schema.createIndex("u", index("by_a", "a")))
        .assertClash("by_a");
  }

  @Test
  void case355CreatesTheSameName() {
    branches(
            schema -> schema.addConstraint("t", unique("t_a_key", "a")),
            schema -> schema.addConstraint("t", unique("t_a_key", "id")))
        .assertClash("t_a_key");
    branches(
            schema -> schema.createView("v", "select 1"),
            schema -> schema.createView("v", "select 2"))
        .assertClash("\"v\"");
    branches(schema -> schema.createEnum("e", "A"), schema -> schema.createEnum("e", "A"))
        .assertClash("\"e\"");
  }

  @Test
  void case357AddsValuesToEnums() {
    branches(
            schema -> schema.addEnumValueBefore("mood", "M", "Z"),
            schema -> schema.addEnumValueBefore("mood", "N", "Z"))
        .assertClash("the values of enum \"mood\" would sort differently");
    branches(
            schema -> schema.addEnumValueBefore("mood", "M", "Z"),
            schema -> schema.addEnumValueBefore("size", "M", "L"))
        .assertCommute();
  }

  @Test
  void case358NamesOnlyTheOpenHeads() {
    BranchCasesTest forks = branches(
            schema -> schema.addColumn("t", column("b", text())),
            schema -> schema.addColumn("t", column("c", text())))
        .add("M0003_Merge", schema -> {}, "M0002_One", "M0002_Other")
        .add("M0003_Third", schema -> schema.addColumn("t", column("d", text())), "M0002_Other")
        .add("M0002_Fourth", schema -> schema.addColumn("u", column("d", text())), "M0001_Begin");
    assertEquals(
        List.of("M0002_Fourth", "M0003_Merge", "M0003_Third"), forks.merged().heads());
    forks.assertCommute();
  }

  @Test
  void case359EndsInTheSameState() {
    branches(
            schema -> schema.addColumn("t", column("b", text())),
            schema -> schema.addColumn("t", column("b", text())))
        .assertClash("table \"t\" has a column \"b\" already");
  }

  /** Which columns it means depends on which of the two comes first. */
  @ParameterizedTest
  @ValueSource(strings = {"SELECT * FROM t", "TABLE t", "SELECT id FROM t NATURAL JOIN u"})
  void aViewOfAllColumnsOfWhatTheOtherAddsOneTo(String query) {
    Consumer<SchemaEditor> view = schema -> schema.createView("v", query);
    Consumer<SchemaEditor> add = schema -> schema.addColumn("t", column("b", text()));

    branches(view, add)
        .assertClash("view \"v\" of \"M0002_One\" depends on which columns there are, and"
            + " \"M0002_Other\" alters that: it adds column \"b\" to table \"t\"");
    branches(add, view).assertClash("view \"v\" of \"M0002_Other\" depends on");
    branches(schema -> schema.createView("w", "SELECT id FROM t"), add).assertCommute();
  }

  @Test
  void sqlThatNamesWhatTheOtherTakesAway() {
    Consumer<SchemaEditor> drop = schema -> schema.dropColumn("t", "a");
    Consumer<SchemaEditor> alter = schema -> schema.alterColumnType("t", "a", varchar(10));
    Consumer<SchemaEditor> rename = schema -> schema.renameColumn("t", "a", "b");
    for (Consumer<SchemaEditor> change : List.of(drop, alter, rename)) {
      branches(schema -> schema.createView("v", "SELECT id, a FROM t"), change)
          .assertClash("view \"v\" of \"M0002_One\" names what \"M0002_Other\" takes away");
      branches(change, schema -> schema.createView("v", "SELECT * FROM t"))
          .assertClash("view \"v\" of \"M0002_Other\" names what \"M0002_One\" takes away");
      branches(schema -> schema.sql("UPDATE t SET a = 'x'"), change)
          .assertClash("SQL of \"M0002_One\" names");
      branches(schema -> schema.createView("v", "SELECT count(*) FROM t"), change)
          .assertCommute();
    }
    branches(schema -> schema.addColumn("t", column("l", text()).computed("lower(a)")), alter)
        .assertClash("computed column \"l\" of \"M0002_One\" names what \"M0002_Other\" takes away"
            + " or alters: it changes the type of column \"a\" of table \"t\"");
    branches(
            schema -> schema.createObject(
                "f",
                "CREATE FUNCTION f() RETURNS text RETURN (SELECT a FROM t)",
                "DROP FUNCTION f()"),
            drop)
        .assertClash("SQL object \"f\" of \"M0002_One\" names");
    branches(schema -> schema.createView("v", "SELECT a FROM u"), drop).assertCommute();
  }
}
