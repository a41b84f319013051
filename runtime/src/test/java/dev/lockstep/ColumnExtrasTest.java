package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.diff.OnlineForm;
import dev.lockstep.diff.RollingRename;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import dev.lockstep.testing.Postgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a database has on a column and no schema describes, when another column takes its place. */
class ColumnExtrasTest {
  private static final QualifiedName USER = QualifiedName.of("user");
  private static final String ROLE = """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'App % "x"') THEN
          CREATE ROLE "App % ""x""\";
        END IF;
      END $$""";

  /** Of the column, of its indexes and constraints, and of the sequence of an identity. */
  private static final String EXTRAS = """
      SELECT x FROM (
        SELECT format('%s %s', attname, attoptions) FROM pg_attribute
        WHERE attrelid = '"user"'::regclass AND attnum > 0 AND NOT attisdropped
        UNION ALL
        SELECT format('%s %s %s %s', attname, p.grantee::regrole, p.privilege_type, p.is_grantable)
        FROM pg_attribute, aclexplode(attacl) AS p WHERE attrelid = '"user"'::regclass AND NOT attisdropped
        UNION ALL
        SELECT format('%s %s %s %s %s %s', stxname, stxkind, (SELECT array_agg(attname ORDER BY attname)
            FROM pg_attribute WHERE attrelid = stxrelid AND attnum = ANY (stxkeys)),
          pg_get_statisticsobjdef_expressions(oid), stxstattarget, obj_description(oid))
        FROM pg_statistic_ext
        UNION ALL
        SELECT format('%s %s %s %s', indexrelid::regclass, indisclustered, indisreplident, obj_description(indexrelid))
        FROM pg_index WHERE indrelid = '"user"'::regclass
        UNION ALL
        SELECT format('%s %s', conname, obj_description(oid)) FROM pg_constraint
        WHERE conrelid = '"user"'::regclass AND contype <> 'n'
        UNION ALL
        SELECT format('%s %s', attnum, attstattarget) FROM pg_attribute
        WHERE attrelid = 'user_sum'::regclass
        UNION ALL
        SELECT relacl::text FROM pg_class WHERE relname = 'user_id_seq'
      ) AS extras (x) ORDER BY 1""";

  private static final List<String> EXTRA = List.of(
      "GRANT SELECT (n), UPDATE (n) ON \"user\" TO \"App % \"\"x\"\"\" WITH GRANT OPTION",
      "GRANT INSERT (n), INSERT (id) ON \"user\" TO PUBLIC",
      "GRANT USAGE ON SEQUENCE user_id_seq TO \"App % \"\"x\"\"\"",
      "ALTER TABLE \"user\" ALTER n SET (n_distinct = 5, n_distinct_inherited = -0.5)",
      "CREATE STATISTICS \"St % 1\" (ndistinct) ON n, code FROM \"user\"",
      "CREATE STATISTICS st2 ON (n + 1), code FROM \"user\"",
      "ALTER STATISTICS \"St % 1\" SET STATISTICS 7",
      "COMMENT ON STATISTICS st2 IS 'it''s \\ 100 %'",
      "ALTER TABLE \"user\" REPLICA IDENTITY USING INDEX user_n_key",
      "ALTER TABLE \"user\" CLUSTER ON user_sum",
      "ALTER INDEX user_sum ALTER COLUMN 1 SET STATISTICS 55",
      "COMMENT ON INDEX user_sum IS 'of n'",
      "COMMENT ON CONSTRAINT user_pkey ON \"user\" IS 'the key'",
      "COMMENT ON CONSTRAINT user_n_check ON \"user\" IS 'more than %s'");

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static Schema schema(SqlType id, SqlType n) {
    return Operations.apply(
        SchemaEditor.record(editor -> {
          editor.createTable(
              "user",
              column("id", id).notNull().identity(),
              column("n", n).notNull(),
              column("code", text()),
              primaryKey("user_pkey", "id"),
              unique("user_n_key", "n"),
              check("user_n_check", "n > 0"));
          editor.createIndex("user", index("user_sum", "(n + 1)"));
        }),
        Schema.EMPTY);
  }

  private static SwapTrial trial(int major, Schema from, Schema to) {
    SwapTrial trial = new SwapTrial(
        major,
        from,
        OnlineForm.of(SchemaDiffer.diff(from, to).operations(), from),
        to,
        OnlineForm.of(SchemaDiffer.diff(to, from).operations(), to));
    trial.run(ROLE);
    trial.run("INSERT INTO \"user\" (n, code) SELECT n, n FROM generate_series(1, 300) n");
    return trial;
  }

  private static String columns(SwapTrial trial) {
    return trial.read("SELECT attname FROM pg_attribute WHERE attrelid = '\"user\"'::regclass"
        + " AND attnum > 0 AND NOT attisdropped ORDER BY 1");
  }

  @ParameterizedTest
  @MethodSource("majors")
  void theColumnInItsPlaceGetsThem(int major) {
    SwapTrial trial = trial(major, schema(integer(), integer()), schema(bigint(), bigint()));
    EXTRA.forEach(trial::run);
    String before = trial.read(EXTRAS);

    trial.up();
    assertEquals("bigint", trial.read("SELECT pg_typeof(n) FROM \"user\" WHERE id = 1"));
    assertEquals(before, trial.read(EXTRAS));
    trial.down();
    assertEquals("integer", trial.read("SELECT pg_typeof(n) FROM \"user\" WHERE id = 1"));
    assertEquals(before, trial.read(EXTRAS));
  }

  /** By what makes it, what it is called, and what removes it. */
  private static List<List<String>> strays(int major) {
    List<List<String>> strays = new ArrayList<>(List.of(
        List.of("CREATE INDEX i ON \"user\" (n)", "index i", "DROP INDEX i"),
        List.of("CREATE INDEX i ON \"user\" (id) WHERE n > 7", "index i", "DROP INDEX i"),
        List.of(
            "ALTER TABLE \"user\" ADD CONSTRAINT c CHECK (n > -1)",
            "constraint c on table \"user\"",
            "ALTER TABLE \"user\" DROP CONSTRAINT c"),
        List.of(
            "CREATE POLICY p ON \"user\" USING (n > 0)", "policy p", "DROP POLICY p ON \"user\""),
        List.of("CREATE VIEW v AS SELECT n FROM \"user\"", "view v", "DROP VIEW v"),
        List.of(
            "CREATE RULE r AS ON UPDATE TO \"user\" WHERE OLD.n = 7 DO INSTEAD NOTHING",
            "rule r on table \"user\"",
            "DROP RULE r ON \"user\""),
        List.of(
            "CREATE TRIGGER t BEFORE UPDATE OF n ON \"user\""
                + " FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            "trigger t on table \"user\"",
            "DROP TRIGGER t ON \"user\""),
        List.of(
            "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql"
                + " BEGIN ATOMIC SELECT max(n) FROM \"user\"; END",
            "function f()",
            "DROP FUNCTION f()"),
        List.of("CREATE SEQUENCE s OWNED BY \"user\".n", "sequence s", "DROP SEQUENCE s"),
        List.of(
            "CREATE TABLE heir () INHERITS (\"user\")",
            "table heir, which inherits it",
            "DROP TABLE heir"),
        List.of(
            "CREATE TABLE r (n integer REFERENCES \"user\" (n))",
            "constraint r_n_fkey on table r",
            "DROP TABLE r")));
    if (major >= 15) {
      strays.add(List.of(
          "CREATE PUBLICATION pub FOR TABLE \"user\" (id, n)",
          "publication of table \"user\" in publication pub",
          "DROP PUBLICATION pub"));
      strays.add(List.of(
          "CREATE PUBLICATION pub FOR TABLE \"user\" WHERE (n > 7)",
          "publication of table \"user\" in publication pub",
          "DROP PUBLICATION pub"));
    }
    return strays;
  }

  @ParameterizedTest
  @MethodSource("majors")
  void whatNoOtherColumnCanHaveStopsItBeforeAnythingIsCommitted(int major) {
    SwapTrial trial = trial(major, schema(integer(), integer()), schema(integer(), bigint()));
    for (List<String> stray : strays(major)) {
      refused(trial, stray);
    }
    trial.up();
    trial.requireSchema();

    SwapTrial key = trial(major, schema(integer(), integer()), schema(bigint(), integer()));
    refused(
        key,
        List.of(
            "CREATE VIEW v AS SELECT id, code FROM \"user\" GROUP BY id", "view v", "DROP VIEW v"));
    key.up();
    key.requireSchema();
  }

  private static void refused(SwapTrial trial, List<String> stray) {
    trial.run(stray.get(0));
    LockstepException failure =
        assertThrows(LockstepException.class, trial::up, () -> "with " + stray);
    assertTrue(
        failure.getMessage().contains("no other column can take the place of column \"")
            && failure.getMessage().contains(stray.get(1)),
        () -> stray + " says " + failure.getMessage());
    assertEquals("code,id,n", columns(trial), () -> "with " + stray);
    trial.run(stray.get(2));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void whatComesMeanwhileCountsToo(int major) {
    Schema from = schema(integer(), integer());
    AlterColumnType change =
        new AlterColumnType(USER, "code", integer(), "", SqlExpression.of("code::integer"));
    Schema to = change.applyTo(from);
    SwapTrial trial =
        new SwapTrial(major, from, OnlineForm.of(List.of(change), from), to, List.of());
    trial.run(ROLE);
    trial.run("INSERT INTO \"user\" (n, code) VALUES (1, 'one'), (2, '2')");
    assertThrows(LockstepException.class, trial::up);
    trial.run("GRANT SELECT (code) ON \"user\" TO PUBLIC");
    trial.run("CREATE INDEX late ON \"user\" (code, n)");
    trial.run("UPDATE \"user\" SET code = '1' WHERE n = 1");

    LockstepException failure = assertThrows(LockstepException.class, trial::up);

    assertTrue(failure.getMessage().contains("index late"), failure.getMessage());
    assertEquals("1,2", trial.read("SELECT code FROM \"user\" ORDER BY 1"));
    trial.run("DROP INDEX late");
    trial.up();
    assertEquals("integer", trial.read("SELECT pg_typeof(code) FROM \"user\" WHERE n = 1"));
    assertEquals("- SELECT f", privileges(trial, "code"));
  }

  private static List<String> sorted(List<String> values) {
    return values.stream().sorted().toList();
  }

  private static String privileges(SwapTrial trial, String column) {
    return trial.read("SELECT concat_ws(' ', p.grantee::regrole, p.privilege_type, p.is_grantable)"
        + " FROM pg_attribute, aclexplode(attacl) AS p"
        + " WHERE attrelid = '\"user\"'::regclass AND attname = '" + column
        + "' ORDER BY 1");
  }

  /** Code that says the new name has the privileges while code with the old one still runs. */
  @ParameterizedTest
  @MethodSource("majors")
  void aColumnWithTwoNamesHasThemTwice(int major) {
    Schema from = schema(integer(), integer());
    RenameColumn rename = new RenameColumn(USER, "n", "m");
    RollingRename rolling = RollingRename.of(rename, from).orElseThrow();
    SwapTrial trial = new SwapTrial(
            major,
            from,
            rolling.expand(),
            Operations.apply(rolling.expand(), from),
            rolling.expandBack())
        .and(rolling.contract(), rename.applyTo(from), rolling.contractBack());
    trial.run(ROLE);
    refused(
        trial,
        List.of(
            "CREATE STATISTICS st ON n, code FROM \"user\"",
            "statistics object st",
            "DROP STATISTICS st"));
    EXTRA.stream().filter(each -> !each.contains("STATISTICS")).forEach(trial::run);
    String before = trial.read(EXTRAS);

    trial.up();
    assertEquals(privileges(trial, "n"), privileges(trial, "m"));
    trial.run("GRANT SELECT (m) ON \"user\" TO PUBLIC");
    trial.up();
    List<String> after = new ArrayList<>(List.of(before.split(",")));
    after.replaceAll(each -> each.startsWith("n ") ? "m" + each.substring(1) : each);
    after.add("m - SELECT f");
    assertEquals(sorted(after), sorted(List.of(trial.read(EXTRAS).split(","))));
    String both = privileges(trial, "m");
    trial.down();
    assertEquals(both, privileges(trial, "n"));
    trial.down();
    assertEquals("code,id,n", columns(trial));
    assertEquals(both, privileges(trial, "n"));
  }
}
