package dev.lockstep.diff;

import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.diff.ObjectPlansTest.assertPlan;
import static dev.lockstep.diff.ObjectPlansTest.assertTrip;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.RoundTrip;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What changes of an enum's values mean for all that names one of them. */
final class EnumPlansTest {
  private static final QualifiedName A = QualifiedName.of("a");
  private static final DiffHints Y_IS_W = new DiffHints(
      Map.of(),
      Map.of(),
      Map.of(),
      Map.of(),
      Set.of(),
      Map.of(),
      Map.of(new EnumMember(A, "W"), "Y"),
      Map.of());

  @Test
  void makesWhatNamesARenamedValueAnewAroundIt() {
    assertPlan(
        values("Y"),
        values("W"),
        Y_IS_W,
        schema -> {
          schema.dropConstraint("t", "ck");
          schema.dropIndex("t_s_idx");
          schema.dropColumn("t", "g");
          schema.renameEnumValue("a", "Y", "W");
          schema.addColumn(
              "t", column("g", integer()).computed("case when s = 'W' then id else 0 end"));
          schema.addConstraint("t", check("ck", "s <> 'W' or id > 0"));
          schema.createIndex("t", index("t_s_idx", "id").where("s = 'W' and n = 'W'"));
        },
        "INSERT INTO t VALUES (1, 'Y', 'Y'), (2, 'X', 'x')");
  }

  private static Consumer<SchemaEditor> values(String value) {
    return schema -> {
      schema.createEnum("a", "X", value, "Z");
      schema.createTable(
          "t",
          column("id", integer()).notNull(),
          column("s", type("a")).notNull().defaultValue("'" + value + "'"),
          column("n", text()),
          column("g", integer()).computed("case when s = '" + value + "' then id else 0 end"),
          check("ck", "s <> '" + value + "' or id > 0"),
          check("alone", "s in ('X', 'Z', '" + value + "')"));
      schema.createIndex(
          "t", index("t_s_idx", "id").where("s = '" + value + "' and n = '" + value + "'"));
    };
  }

  @Test
  void addsAValueBeforeWhatGoesForAMomentIsGone() {
    assertPlan(
        schema -> {
          schema.createEnum("a", "X", "Y");
          schema.createTable("t", column("id", integer()), column("s", type("a")));
          schema.createView("v", "SELECT id FROM t WHERE s = 'X'");
        },
        schema -> {
          schema.createEnum("a", "X", "Z", "W");
          schema.createTable(
              "t",
              column("id", integer()),
              column("s", type("a")).defaultValue("'Z'"),
              column("n", type("a")).notNull().defaultValue("'Z'"));
          schema.createView("v", "SELECT id, n FROM t WHERE s = 'W'");
        },
        Y_IS_W,
        schema -> {
          schema.dropView("v");
          schema.renameEnumValue("a", "Y", "W");
          schema.addEnumValueBefore("a", "Z", "W");
          schema.addColumn("t", column("n", type("a")).notNull().defaultValue("'Z'"));
          schema.setDefault("t", "s", "'Z'");
          schema.createView("v", "SELECT id, n FROM t WHERE s = 'W'");
        },
        "INSERT INTO t VALUES (1, 'Y')");
    assertPlan(
        schema -> {
          schema.createEnum("a", "X");
          schema.createTable("t", column("id", integer()), column("s", type("a")));
          schema.createView("v", "SELECT id FROM t");
        },
        schema -> {
          schema.createEnum("a", "X", "Z");
          schema.createTable(
              "t", column("id", integer()), column("s", type("a")), column("n", type("a")));
          schema.createView("v", "SELECT id, n FROM t WHERE s = 'Z'");
        },
        DiffHints.NONE,
        schema -> {
          schema.addEnumValue("a", "Z");
          schema.dropView("v");
          schema.addColumn("t", column("n", type("a")));
          schema.createView("v", "SELECT id, n FROM t WHERE s = 'Z'");
        },
        "INSERT INTO t VALUES (1, 'X')");
  }

  @Test
  void leavesATextThatIsNoValueOfTheEnum() {
    Consumer<SchemaEditor> check = schema -> schema.createTable(
        "t", column("s", type("a")), check("ck", "s::text <> 'Y' or concat(s, 'Y') <> 'YY'"));
    assertPlan(
        schema -> {
          schema.createEnum("a", "X", "Y");
          check.accept(schema);
        },
        schema -> {
          schema.createEnum("a", "X", "W");
          check.accept(schema);
        },
        Y_IS_W,
        schema -> schema.renameEnumValue("a", "Y", "W"),
        "INSERT INTO t VALUES ('X')");
  }

  @Test
  void replacesTheTextOfAFunctionThatATableUsesOnTheSameSideOfARename() {
    assertTrip(function("Y"), function("W"), Y_IS_W, "INSERT INTO t VALUES (1)");
  }

  private static Consumer<SchemaEditor> function(String value) {
    return schema -> {
      schema.createEnum("a", "X", value);
      schema.createObject(
          "f",
          "create or replace function f() returns a language sql as $$ select '" + value
              + "'::a $$",
          "drop function f()");
      schema.createTable("t", column("id", integer()), column("s", type("a")).defaultValue("f()"));
    };
  }

  @Test
  void renamesTableColumnTypeAndValueUnderAConstraintThatChanges() {
    Consumer<SchemaEditor> before = schema -> {
      schema.createEnum("a", "X", "Y");
      schema.createTable(
          "t",
          column("id", integer()),
          column("s", type("a")),
          check("ck", "s <> a 'Y' or id > 0"));
    };
    Consumer<SchemaEditor> after = schema -> {
      schema.createEnum("b", "X", "W");
      schema.createTable(
          "u",
          column("nr", integer()),
          column("z", type("b")),
          check("ck", "z <> b 'W' or nr > 0"));
    };
    QualifiedName b = QualifiedName.of("b");
    QualifiedName u = QualifiedName.of("u");
    assertTrip(
        before,
        after,
        new DiffHints(
            Map.of(u, QualifiedName.of("t")),
            Map.of(new Member(u, "nr"), "id", new Member(u, "z"), "s"),
            Map.of(),
            Map.of(),
            Set.of(),
            Map.of(ObjectKey.of(ObjectKind.ENUM, "b"), ObjectKey.of(ObjectKind.ENUM, "a")),
            Map.of(new EnumMember(b, "W"), "Y"),
            Map.of()),
        "INSERT INTO t VALUES (1, 'Y')");
  }

  @Test
  void mapsANewValueBackToTheFirstThatItReplaced() {
    Consumer<SchemaEditor> before = schema -> {
      schema.createEnum("a", "X", "Y", "Z");
      schema.createTable(
          "t",
          column("id", bigint()),
          column("s", type("a")).notNull().defaultValue("'Y'"),
          column("all", array(type("a"))));
    };
    Consumer<SchemaEditor> after = schema -> {
      schema.createEnum("a", "N", "Z");
      schema.createTable(
          "t",
          column("id", bigint()),
          column("s", type("a")).notNull().defaultValue("'N'"),
          column("all", array(type("a"))));
    };
    DiffHints hints = new DiffHints(
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Set.of(),
        Map.of(),
        Map.of(),
        Map.of(new EnumMember(A, "X"), "N", new EnumMember(A, "Y"), "N"));
    assertTrip(
        before,
        after,
        hints,
        "INSERT INTO t VALUES (1, 'X', '{Y,Z}'), (2, 'Y', NULL), (3, 'Z', '{X}')");
    Schema from = Operations.apply(SchemaEditor.record(before), Schema.EMPTY);
    Schema to = Operations.apply(SchemaEditor.record(after), Schema.EMPTY);
    List<Operation> back =
        Operations.reverse(SchemaDiffer.diff(from, to, hints).operations(), from);
    assertEquals(
        List.of(
            "(CASE s::text WHEN 'N' THEN 'X' ELSE s::text END)::lockstep_old_a",
            "array_replace(\"all\"::text[], 'N', 'X')::lockstep_old_a[]"),
        back.stream()
            .filter(AlterColumnType.class::isInstance)
            .map(each -> String.valueOf(((AlterColumnType) each).using()))
            .sorted()
            .toList());
  }

  @Test
  void takesTwoAddedValuesAwayAtOnce() {
    Consumer<SchemaEditor> table = schema ->
        schema.createTable("t", column("id", bigint()), column("s", type("a")).defaultValue("'X'"));
    RoundTrip trip = assertPlan(
        schema -> {
          schema.createEnum("a", "X", "Y");
          table.accept(schema);
        },
        schema -> {
          schema.createEnum("a", "N", "X", "M", "Y");
          table.accept(schema);
        },
        DiffHints.NONE,
        schema -> {
          schema.addEnumValueBefore("a", "N", "X");
          schema.addEnumValueBefore("a", "M", "Y");
        },
        "INSERT INTO t VALUES (1, 'Y')");
    assertEquals("Y", trip.query("SELECT s FROM t"));
    Schema from = Operations.apply(
        SchemaEditor.record(schema -> {
          schema.createEnum("a", "X", "Y");
          table.accept(schema);
        }),
        Schema.EMPTY);
    List<Operation> back = Operations.reverse(
        SchemaEditor.record(schema -> {
          schema.addEnumValueBefore("a", "N", "X");
          schema.addEnumValueBefore("a", "M", "Y");
        }),
        from);
    assertEquals(
        SchemaEditor.record(schema -> {
          schema.dropDefault("t", "s");
          schema.renameEnum("a", "lockstep_old_a");
          schema.createEnum("a", "X", "Y");
          schema.alterColumnType("t", "s", type("a"), "s::text::a");
          schema.dropEnum("lockstep_old_a");
          schema.setDefault("t", "s", "'X'");
        }),
        back);
  }
}
