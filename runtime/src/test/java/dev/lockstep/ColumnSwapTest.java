package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.date;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.identityAlways;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.numeric;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.sequence;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.timestamptz;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.SwapTrial.USER;
import static dev.lockstep.SwapTrial.schema;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.diff.ColumnSwap;
import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.Member;
import dev.lockstep.diff.OnlineForm;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropIndexConcurrently;
import dev.lockstep.operation.LockTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import dev.lockstep.testing.Postgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns that get another type while an application writes to their table. */
class ColumnSwapTest {
  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static AlterColumnType change(
      QualifiedName table, String column, SqlType type, @Nullable String using) {
    return new AlterColumnType(
        table, column, type, "", using == null ? null : SqlExpression.of(using));
  }

  /** Up by the swap; down by that of the reverse change, if that writes the table anew. */
  private static SwapTrial trial(int major, Schema from, AlterColumnType change) {
    Schema to = change.applyTo(from);
    List<Operation> up = ColumnSwap.of(change, from).orElseThrow();
    assertEquals(to, Operations.apply(up, from));
    List<Operation> down = new ArrayList<>();
    for (Operation back : change.reverse(from)) {
      Schema now = Operations.apply(down, to);
      down.addAll(
          back instanceof AlterColumnType type
              ? ColumnSwap.of(type, now).orElse(List.of(type))
              : List.of(back));
    }
    assertEquals(from, Operations.apply(down, to));
    assertEquals(from, Operations.apply(Operations.reverse(up, from), to));
    return new SwapTrial(major, from, up, to, down);
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aKeyThatIsAnIdentityGrows(int major) {
    Schema from = schema(editor -> {
      editor.createTable(
          "user",
          column("id", integer()).notNull().identity(identityAlways().start(100).increment(5)),
          column("name", text()),
          primaryKey("user_pkey", "id"));
      editor.createIndex("user", uniqueIndex("user_id_name", "id", "name"));
    });
    SwapTrial trial = trial(major, from, change(USER, "id", bigint(), null));
    trial.run("INSERT INTO \"user\" (name) SELECT 'n' || n FROM generate_series(1, 5000) n");
    trial.run("DELETE FROM \"user\" WHERE id > 20000");
    trial.during(
        "INSERT INTO \"user\" (name) VALUES ('w%d');"
            + " UPDATE \"user\" SET name = name || '!' WHERE id = 100 + 5 * mod(%d, 1000)",
        trial::up);

    trial.requireSchema();
    assertEquals("0", trial.read("SELECT count(*) FROM \"user\" WHERE id IS NULL"));
    trial.requireNext("id", 5, "INSERT INTO \"user\" (name) VALUES ('next')");
    trial.during("INSERT INTO \"user\" (name) VALUES ('v%d')", trial::down);
    trial.requireSchema();
    trial.requireNext("id", 5, "INSERT INTO \"user\" (name) VALUES ('next')");
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aKeyWithASequenceOfItsOwnGrows(int major) {
    Schema from = schema(editor -> {
      editor.createSequence(sequence("user_id_seq").as(integer()));
      editor.createTable(
          "user",
          column("id", integer()).notNull().defaultValue("nextval('user_id_seq')"),
          column("name", text()),
          primaryKey("user_pkey", "id"));
      editor.setSequenceOwner("user_id_seq", "user", "id");
      editor.commentOnColumn("user", "id", "it's \"the\" key");
    });
    SwapTrial trial = trial(major, from, change(USER, "id", bigint(), null));
    trial.run("INSERT INTO \"user\" (name) SELECT 'n' || n FROM generate_series(1, 300) n");
    trial.during("INSERT INTO \"user\" (name) VALUES ('w%d')", trial::up);

    trial.requireSchema();
    trial.requireNext("id", 1, "INSERT INTO \"user\" (name) VALUES ('next')");
    trial.during("INSERT INTO \"user\" (name) VALUES ('v%d')", trial::down);
    trial.requireSchema();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aTextWithAllThatCanBeOnItBecomesANumber(int major) {
    Schema from = schema(editor -> editor.createTable(
        "user",
        column("id", bigint()).notNull().identity(),
        column("code", text()).notNull(),
        column("twin", text()),
        primaryKey("user_pkey", "id"),
        unique("user_code_key", "code").include("twin"),
        check("user_code_check", "length(code::text) < 12")));
    from = Operations.apply(
        SchemaEditor.record(editor -> {
          editor.createIndex(
              "user",
              index("user_code", "(code || twin)", "code desc")
                  .where("code IS NOT NULL")
                  .with("fillfactor", "70"));
          editor.setColumnStatistics("user", "code", 500);
        }),
        from);
    SwapTrial trial = trial(major, from, change(USER, "code", integer(), "code::integer"));
    trial.run(
        "INSERT INTO \"user\" (code, twin) SELECT 1000000 + n, 1000000 + n FROM generate_series(1, 5000) n");
    String write = "INSERT INTO \"user\" (code, twin) VALUES ('%d', '%d');"
        + " UPDATE \"user\" SET code = code::integer + 5000000, twin = code::integer + 5000000"
        + " WHERE id = %d";
    trial.during(write, trial::up);

    trial.requireSchema();
    assertEquals(
        "code,expr",
        trial.read("SELECT attname FROM pg_stats WHERE schemaname = 'public'"
            + " AND attname IN ('code', 'expr') ORDER BY 1"));
    assertEquals("0", trial.read("SELECT count(*) FROM \"user\" WHERE code <> twin::integer"));
    assertTrue(Integer.parseInt(trial.read("SELECT count(*) FROM \"user\"")) > 5000);
    trial.run("DELETE FROM \"user\" WHERE code < 1000000");
    trial.during("INSERT INTO \"user\" (code, twin) VALUES ('%d', '%d')", trial::down);
    trial.requireSchema();
    assertEquals("0", trial.read("SELECT count(*) FROM \"user\" WHERE code <> twin"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aReferenceKeepsWhatItReferences(int major) {
    Schema from = schema(editor -> {
      editor.createTable(
          "team", column("id", bigint()).notNull().identity(), primaryKey("team_pkey", "id"));
      editor.createTable(
          "user",
          column("id", bigint()).notNull().identity(),
          column("team_id", integer()).defaultValue("1"),
          primaryKey("user_pkey", "id"),
          foreignKey("user_team_id_fkey", "team_id")
              .references("team", "id")
              .onDelete(ReferentialAction.SET_NULL)
              .onUpdate(ReferentialAction.CASCADE));
      editor.createIndex("user", index("user_team_id", "team_id"));
    });
    SwapTrial trial = trial(major, from, change(USER, "team_id", bigint(), null));
    trial.run("INSERT INTO team SELECT FROM generate_series(1, 3000)");
    trial.run("INSERT INTO \"user\" (team_id) SELECT nullif(n, 7) FROM generate_series(1, 3000) n");
    trial.during(
        "INSERT INTO \"user\" DEFAULT VALUES; DELETE FROM team WHERE id = 1000 + %d;"
            + " UPDATE team SET id = id + 100000 WHERE id = 3001 - %d AND id > 2000",
        trial::up);

    trial.requireSchema();
    assertEquals(
        "0",
        trial.read("SELECT count(*) FROM \"user\" u WHERE team_id IS NOT NULL AND NOT EXISTS"
            + " (SELECT FROM team t WHERE t.id = u.team_id)"));
    assertEquals(
        "0",
        trial.read(
            "SELECT count(*) FROM \"user\" WHERE team_id > 1 AND team_id < 100000 AND team_id <> id"));
    assertEquals("t", trial.read("SELECT team_id IS NULL FROM \"user\" WHERE id = 7"));
    trial.during("INSERT INTO \"user\" DEFAULT VALUES", trial::down);
    trial.requireSchema();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void textGetsALimitAndNumbersAnotherScale(int major) {
    Schema from = schema(editor -> editor.createTable(
        "user",
        column("id", bigint()).notNull().identity(),
        column("name", varchar(20)).notNull().defaultValue("'none'"),
        column("price", numeric(10, 4)),
        primaryKey("user_pkey", "id"),
        check("user_name_check", "name <> ''")));
    Schema shorter = change(USER, "name", varchar(5), null).applyTo(from);
    SwapTrial trial = trial(major, from, change(USER, "name", varchar(5), null));
    trial.run("INSERT INTO \"user\" (name) SELECT 'n' || n FROM generate_series(1, 999) n");
    trial.during("INSERT INTO \"user\" DEFAULT VALUES", trial::up);
    trial.requireSchema();
    assertEquals("n1,n2", trial.read("SELECT name FROM \"user\" WHERE id < 3 ORDER BY id"));
    trial.during("INSERT INTO \"user\" DEFAULT VALUES", trial::down);
    trial.requireSchema();

    SwapTrial scale = trial(major, shorter, change(USER, "price", numeric(10, 1), null));
    scale.run("INSERT INTO \"user\" (price) VALUES (1.25), (NULL)");
    scale.during("INSERT INTO \"user\" (price) VALUES (%d.25)", scale::up);
    scale.requireSchema();
    assertEquals("0", scale.read("SELECT count(*) FROM \"user\" WHERE price <> round(price, 1)"));
    assertEquals(
        "1.3,",
        scale.read("SELECT coalesce(price::text, '') FROM \"user\" WHERE id < 3 ORDER BY id"));
    scale.down();
    scale.requireSchema();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aDayBecomesAMomentInTheMigrationsTimeZone(int major) {
    Schema from = schema(editor -> editor.createTable(
        "user",
        column("id", bigint()).notNull().identity(),
        column("born", date()),
        primaryKey("user_pkey", "id")));
    SwapTrial trial = trial(major, from, change(USER, "born", timestamptz(), null));
    trial.run("INSERT INTO \"user\" (born) VALUES ('2001-02-03')");
    trial.during(
        "SET TimeZone = 'Asia/Tokyo'; SET DateStyle = 'ISO, DMY';"
            + " INSERT INTO \"user\" (born) VALUES ('2001-02-03'::date)",
        () -> {
          trial.up();
          trial.run("SELECT 1");
        });

    trial.requireSchema();
    assertEquals(
        "2001-02-03 00:00:00",
        trial.read("SELECT min(born AT TIME ZONE 'UTC') FILTER (WHERE id < 3) FROM \"user\""));
    trial.down();
    trial.requireSchema();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aTableWithoutAKeyIsFilledToo(int major) {
    Schema from = schema(editor -> editor.createTable("user", column("n", integer())));
    SwapTrial trial = trial(major, from, change(USER, "n", bigint(), null));
    trial.run("INSERT INTO \"user\" SELECT nullif(n % 7, 0) FROM generate_series(1, 5000) n");
    String sum = trial.read("SELECT sum(n) FROM \"user\"");
    trial.during("INSERT INTO \"user\" VALUES (0)", trial::up);
    trial.requireSchema();
    assertEquals(sum, trial.read("SELECT sum(n) FROM \"user\""));
    assertEquals("714", trial.read("SELECT count(*) FROM \"user\" WHERE n IS NULL"));
    trial.down();
    trial.requireSchema();
    assertEquals(sum, trial.read("SELECT sum(n) FROM \"user\""));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void anEnumBecomesTextUnderHostileNames(int major) {
    QualifiedName table = new QualifiedName("app", "a \"b\" $lockstep$ 'c'");
    Schema from = schema(editor -> {
      editor.createSchema("app");
      editor.in("app").createEnum("Mood", "sad", "ok");
      editor
          .in("app")
          .createTable(
              table.name(),
              column("end", bigint()).notNull().identity(),
              column("NEW \"x\"; --", new SqlType("app", "Mood", List.of(), false))
                  .defaultValue("'ok'"),
              column("old", text()),
              primaryKey("a\"b", "end"),
              check("c\"d", "\"NEW \"\"x\"\"; --\" IS NOT NULL"));
      editor.in("app").createIndex(table.name(), index("i\"j", "\"NEW \"\"x\"\"; --\""));
    });
    AlterColumnType change = change(
        table,
        "NEW \"x\"; --",
        text(),
        "\"NEW \"\"x\"\"; --\"::text || coalesce(old, '$lockstep$')");
    Schema to = change.applyTo(from);
    List<Operation> up = ColumnSwap.of(change, from).orElseThrow();
    List<Operation> down = ColumnSwap.of(
            change(
                table,
                "NEW \"x\"; --",
                new SqlType("app", "Mood", List.of(), false),
                "left(\"NEW \"\"x\"\"; --\", 2)::app.\"Mood\""),
            to)
        .orElseThrow();
    assertEquals(to, Operations.apply(up, from));
    SwapTrial trial = new SwapTrial(major, from, up, to, down);
    String name = "app.\"" + table.name().replace("\"", "\"\"") + "\"";
    trial.run("INSERT INTO " + name + " (old) VALUES ('!')");
    trial.during("INSERT INTO " + name + " (old) VALUES ('!')", trial::up);
    trial.requireSchema();
    assertEquals(
        "ok!", trial.read("SELECT min(\"NEW \"\"x\"\"; --\") FROM " + name + " WHERE \"end\" < 4"));
    trial.down();
    trial.requireSchema();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aValueThatDoesNotConvertStopsItBeforeAnythingGoes(int major) {
    Schema from = schema(editor -> editor.createTable(
        "user",
        column("id", bigint()).notNull().identity(),
        column("code", text()).notNull(),
        primaryKey("user_pkey", "id"),
        unique("user_code_key", "code")));
    SwapTrial trial = trial(major, from, change(USER, "code", integer(), "code::integer"));
    trial.run("INSERT INTO \"user\" (code) VALUES ('1'), ('two')");

    LockstepException failure = assertThrows(LockstepException.class, trial::up);

    assertTrue(
        failure.getMessage().contains("invalid input syntax for type integer: \"two\""),
        failure.getMessage());
    assertEquals("1,two", trial.read("SELECT code FROM \"user\" ORDER BY id"));
    trial.run("UPDATE \"user\" SET code = '2' WHERE code = 'two'");
    trial.up();
    trial.requireSchema();
    assertEquals("1,2", trial.read("SELECT code FROM \"user\" ORDER BY id"));
  }

  /** By the plan of a generation; nothing but what is on two such columns goes before its time. */
  @ParameterizedTest
  @MethodSource("majors")
  void aPlanKeepsWhatIsOnTheColumnUntilItGoes(int major) {
    Schema from = planned(text(), "'0'", "code <> ''", "note <> '' AND rank <> ''");
    Schema to = planned(integer(), "0", "code > -1", "note <> '' AND rank >= 0");
    DiffHints hints = new DiffHints(
        Map.of(QualifiedName.of("person"), USER),
        Map.of(),
        Map.of(
            new Member(QualifiedName.of("person"), "code"), SqlExpression.of("code::integer"),
            new Member(QualifiedName.of("person"), "rank"), SqlExpression.of("rank::integer")),
        Map.of(),
        Set.of());
    to = to.renameTable(USER, QualifiedName.of("person"));
    List<Operation> plain = SchemaDiffer.diff(from, to, hints).operations();
    List<Operation> up = OnlineForm.of(plain, from);
    List<Operation> down = OnlineForm.of(Operations.reverse(plain, from), to);
    assertEquals(List.of(), alters(up));
    assertEquals(List.of(), alters(down));
    assertEquals(List.of(), early(up, "code"));
    assertEquals(List.of(), early(down, "code"));
    assertEquals(to, Operations.apply(up, from));
    assertEquals(from, Operations.apply(down, to));

    SwapTrial trial = new SwapTrial(major, from, up, to, down);
    trial.run("INSERT INTO \"user\" (code, rank) SELECT n, n FROM generate_series(1, 500) n");
    trial.up();
    trial.requireSchema();
    assertEquals(
        "125250,125250", trial.read("SELECT unnest(ARRAY[sum(code), sum(rank)]) FROM person"));
    trial.during("INSERT INTO person (rank) VALUES (%d)", () -> trial.run("SELECT 1"));
    trial.down();
    trial.requireSchema();
  }

  /** So that what was generated is known again. */
  @Test
  void theWayBackIsFoundFromTheSteps() {
    Schema from = numbered(integer(), "0", "n >= 0");
    Schema to = numbered(bigint(), "1", "n > 0");
    List<Operation> plain = SchemaDiffer.diff(from, to).operations();
    List<Operation> up = OnlineForm.of(plain, from);

    List<Operation> read = ColumnSwap.plain(up, from);

    assertEquals(to, Operations.apply(read, from));
    assertEquals(2, alters(read).size());
    assertEquals(
        OnlineForm.of(Operations.reverse(plain, from), to),
        OnlineForm.of(Operations.reverse(read, from), to));
    assertEquals(plain, ColumnSwap.plain(plain, from));
  }

  private static Schema numbered(SqlType type, String value, String check) {
    return schema(editor -> editor.createTable(
        "user",
        column("id", type).notNull().identity(),
        column("n", type).notNull().defaultValue(value),
        primaryKey("user_pkey", "id"),
        unique("user_n_key", "n"),
        check("user_n_check", check)));
  }

  private static Schema planned(SqlType type, String value, String check, String both) {
    return schema(editor -> {
      editor.createTable(
          "user",
          column("id", bigint()).notNull().identity(),
          column("code", type).notNull().defaultValue(value),
          column("rank", type),
          column("note", text()),
          primaryKey("user_pkey", "id"),
          unique("user_rank_code_key", "rank", "code"),
          check("user_code_check", check),
          check("user_note_check", both));
      editor.createIndex("user", index("user_code", "(code || note)").where(check));
    });
  }

  private static List<Operation> alters(List<Operation> operations) {
    return operations.stream().filter(AlterColumnType.class::isInstance).toList();
  }

  /** What is done to the column before anybody keeps readers and writers out. */
  private static List<Operation> early(List<Operation> operations, String column) {
    return operations.stream()
        .takeWhile(each -> !(each instanceof LockTable))
        .filter(each -> each.toString().contains(column))
        .filter(each -> each instanceof DropDefault
            || each instanceof DropConstraint
            || each instanceof DropIndexConcurrently)
        .toList();
  }
}
