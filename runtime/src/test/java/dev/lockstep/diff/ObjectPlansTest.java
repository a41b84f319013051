package dev.lockstep.diff;

import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.partitionByList;
import static dev.lockstep.SchemaElements.partitionByRange;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.sequence;
import static dev.lockstep.SchemaElements.tableOptions;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.SchemaElements.view;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.RoundTrip;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What a change of something beside plain tables becomes, in which order; each is also carried out
 * on the oldest and the newest server.
 */
final class ObjectPlansTest {
  private static final Consumer<SchemaEditor> TASK = schema -> {
    schema.createEnum("state", "OPEN", "LOST", "DONE");
    schema.createTable(
        "task",
        column("id", bigint()).notNull(),
        column("state", type("state")).notNull().defaultValue("'OPEN'"),
        column("past", array(type("state"))),
        primaryKey("task_pkey", "id"));
    schema.createIndex("task", index("task_open_idx", "id").where("state = 'OPEN'"));
    schema.createView("open_task", "SELECT id, state FROM task WHERE state = 'OPEN'");
  };
  private static final String TASKS =
      "INSERT INTO task VALUES (1, 'OPEN', '{OPEN,LOST}'), (2, 'LOST', '{LOST}'), (3, 'DONE', NULL)";

  @Test
  void addsAnEnumValueAtItsPlace() {
    Consumer<SchemaEditor> more = schema -> {
      TASK.accept(schema);
      schema.addEnumValueBefore("state", "PAUSED", "LOST");
      schema.addEnumValue("state", "GONE");
    };
    RoundTrip trip = assertPlan(
        TASK,
        more,
        DiffHints.NONE,
        schema -> {
          schema.addEnumValueBefore("state", "PAUSED", "LOST");
          schema.addEnumValue("state", "GONE");
        },
        TASKS);
    assertEquals("OPEN,LOST,DONE", trip.query("SELECT state FROM task ORDER BY id"));
  }

  @Test
  void makesATypeAnewWithoutARemovedValue() {
    Consumer<SchemaEditor> fewer = schema -> {
      schema.createEnum("state", "OPEN", "DONE");
      schema.createTable(
          "task",
          column("id", bigint()).notNull(),
          column("state", type("state")).notNull().defaultValue("'OPEN'"),
          column("past", array(type("state"))),
          primaryKey("task_pkey", "id"));
      schema.createIndex("task", index("task_open_idx", "id").where("state = 'OPEN'"));
      schema.createView("open_task", "SELECT id, state FROM task WHERE state = 'OPEN'");
    };
    QualifiedName state = QualifiedName.of("state");
    RoundTrip trip = assertPlan(
        TASK,
        fewer,
        replaced(new EnumMember(state, "LOST"), "DONE"),
        schema -> {
          schema.dropView("open_task");
          schema.dropIndex("task_open_idx");
          schema.renameEnum("state", "lockstep_old_state");
          schema.createEnum("state", "OPEN", "DONE");
          schema.dropDefault("task", "state");
          schema.alterColumnType(
              "task",
              "state",
              type("state"),
              "(CASE state::text WHEN 'LOST' THEN 'DONE' ELSE state::text END)::state");
          schema.setDefault("task", "state", "'OPEN'");
          schema.alterColumnType(
              "task",
              "past",
              array(type("state")),
              "array_replace(past::text[], 'LOST', 'DONE')::state[]");
          schema.createIndex("task", index("task_open_idx", "id").where("state = 'OPEN'"));
          schema.dropEnum("lockstep_old_state");
          schema.createView("open_task", "SELECT id, state FROM task WHERE state = 'OPEN'");
        },
        TASKS);
    assertEquals("OPEN,DONE,DONE", trip.query("SELECT state FROM task ORDER BY id"));
    assertEquals("{OPEN,DONE},{DONE},null", trip.query("SELECT past FROM task ORDER BY id"));
  }

  @Test
  void addsAValueThatIsUsedAtOnce() {
    Consumer<SchemaEditor> used = schema -> {
      schema.createEnum("state", "OPEN", "LOST", "DONE", "NEW");
      schema.createTable(
          "task",
          column("id", bigint()).notNull(),
          column("state", type("state")).notNull().defaultValue("'NEW'"),
          column("past", array(type("state"))),
          primaryKey("task_pkey", "id"));
      schema.createIndex("task", index("task_open_idx", "id").where("state = 'OPEN'"));
      schema.createView("open_task", "SELECT id, state FROM task WHERE state = 'OPEN'");
    };
    assertTrip(TASK, used, DiffHints.NONE, TASKS);
  }

  @Test
  void renamesATypeAndItsValue() {
    Consumer<SchemaEditor> renamed = schema -> {
      schema.createEnum("status", "OPEN", "GONE", "DONE");
      schema.createTable(
          "task",
          column("id", bigint()).notNull(),
          column("state", type("status")).notNull().defaultValue("'OPEN'"),
          column("past", array(type("status"))),
          primaryKey("task_pkey", "id"));
      schema.createIndex("task", index("task_open_idx", "id").where("state = 'OPEN'"));
      schema.createView("open_task", "SELECT id, state FROM task WHERE state = 'OPEN'");
    };
    QualifiedName status = QualifiedName.of("status");
    DiffHints hints = new DiffHints(
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Set.of(),
        Map.of(ObjectKey.of(ObjectKind.ENUM, "status"), ObjectKey.of(ObjectKind.ENUM, "state")),
        Map.of(new EnumMember(status, "GONE"), "LOST"),
        Map.of());
    RoundTrip trip = assertPlan(
        TASK,
        renamed,
        hints,
        schema -> {
          schema.renameEnum("state", "status");
          schema.renameEnumValue("status", "LOST", "GONE");
        },
        TASKS);
    assertEquals("OPEN,GONE,DONE", trip.query("SELECT state FROM task ORDER BY id"));
  }

  @Test
  void turnsTextIntoAnEnumAndBack() {
    Consumer<SchemaEditor> asText = schema -> schema.createTable(
        "task",
        column("id", bigint()).notNull(),
        column("state", text()).notNull().defaultValue("'OPEN'"),
        check("task_state_check", "state IN ('OPEN', 'DONE')"));
    Consumer<SchemaEditor> asEnum = schema -> {
      schema.createEnum("state", "OPEN", "DONE");
      schema.createTable(
          "task",
          column("id", bigint()).notNull(),
          column("state", type("state")).notNull().defaultValue("'OPEN'"));
    };
    String rows = "INSERT INTO task VALUES (1, 'OPEN'), (2, 'DONE')";
    assertPlan(
        asText,
        asEnum,
        DiffHints.NONE,
        schema -> {
          schema.dropConstraint("task", "task_state_check");
          schema.createEnum("state", "OPEN", "DONE");
          schema.dropDefault("task", "state");
          schema.alterColumnType("task", "state", type("state"), "state::text::state");
          schema.setDefault("task", "state", "'OPEN'");
        },
        rows);
    assertTrip(asEnum, asText, DiffHints.NONE, rows);
  }

  @Test
  void movesFromOneEnumToAnother() {
    Consumer<SchemaEditor> one = schema -> {
      schema.createEnum("a", "X", "Y");
      schema.createTable("t", column("v", type("a")).defaultValue("'X'"));
    };
    Consumer<SchemaEditor> other = schema -> {
      schema.in("app").createEnum("b", "X", "Y", "Z");
      schema.createTable("t", column("v", type("app.b")).defaultValue("'X'"));
    };
    assertTrip(
        one,
        schema -> {
          schema.createSchema("app");
          other.accept(schema);
        },
        DiffHints.NONE,
        "INSERT INTO t VALUES ('X'), ('Y')");
  }

  @Test
  void keepsTheCounterFromSequenceToIdentityAndBack() {
    Consumer<SchemaEditor> serial = schema -> {
      schema.createSequence(sequence("user_id_seq").as(integer()));
      schema.createTable(
          "user",
          column("id", integer()).notNull().defaultValue("nextval('user_id_seq')"),
          primaryKey("user_pkey", "id"));
      schema.setSequenceOwner("user_id_seq", "user", "id");
    };
    Consumer<SchemaEditor> identity = schema -> schema.createTable(
        "user", column("id", integer()).notNull().identity(), primaryKey("user_pkey", "id"));
    String used = "SELECT setval('user_id_seq', 41)";
    RoundTrip up = assertPlan(
        serial,
        identity,
        DiffHints.NONE,
        schema -> {
          schema.renameSequence("user_id_seq", "lockstep_old_user_id_seq");
          schema.dropDefault("user", "id");
          schema.addIdentity("user", "id");
          schema.continueIdentity("user", "id", "lockstep_old_user_id_seq");
          schema.dropSequence("lockstep_old_user_id_seq");
        },
        used);
    assertEquals("42", up.query("INSERT INTO \"user\" DEFAULT VALUES RETURNING id"));
    RoundTrip back = assertTrip(
        identity,
        serial,
        DiffHints.NONE,
        "SELECT setval(pg_get_serial_sequence('user', 'id'), 41)");
    assertEquals("42", back.query("INSERT INTO \"user\" DEFAULT VALUES RETURNING id"));
  }

  @Test
  void letsAnIdentityThatComesBackGoOnBehindTheValues() {
    Consumer<SchemaEditor> identity = schema -> schema.createTable(
        "user", column("id", integer()).notNull().identity(), primaryKey("user_pkey", "id"));
    Consumer<SchemaEditor> plain = schema -> schema.createTable(
        "user", column("id", integer()).notNull(), primaryKey("user_pkey", "id"));
    RoundTrip trip =
        assertTrip(plain, identity, DiffHints.NONE, "INSERT INTO \"user\" VALUES (7), (9), (11)");
    assertEquals("12", trip.query("INSERT INTO \"user\" DEFAULT VALUES RETURNING id"));
    assertPlan(
        identity,
        plain,
        DiffHints.NONE,
        schema -> schema.dropIdentity("user", "id"),
        "INSERT INTO \"user\" VALUES (7), (9)",
        "SELECT setval(pg_get_serial_sequence('user', 'id'), 20)",
        "DELETE FROM \"user\" WHERE id = 9");
    List<Operation> back = Operations.reverse(
        SchemaEditor.record(schema -> schema.dropIdentity("user", "id")), schema(identity));
    assertEquals(
        SchemaEditor.record(schema -> {
          schema.addIdentity("user", "id");
          schema.restartIdentity("user", "id");
        }),
        back);
  }

  @Test
  void givesAPlainColumnASequenceBehindItsValues() {
    Consumer<SchemaEditor> plain = schema -> schema.createTable(
        "user", column("id", integer()).notNull(), primaryKey("user_pkey", "id"));
    Consumer<SchemaEditor> serial = schema -> {
      schema.createSequence(sequence("user_id_seq").as(integer()));
      schema.createTable(
          "user",
          column("id", integer()).notNull().defaultValue("nextval('user_id_seq')"),
          primaryKey("user_pkey", "id"));
      schema.setSequenceOwner("user_id_seq", "user", "id");
    };
    RoundTrip up = assertTrip(plain, serial, DiffHints.NONE, "INSERT INTO \"user\" VALUES (7)");
    assertEquals("8", up.query("INSERT INTO \"user\" DEFAULT VALUES RETURNING id"));
    assertTrip(serial, plain, DiffHints.NONE, "INSERT INTO \"user\" DEFAULT VALUES");
  }

  @Test
  void dropsAColumnAndTheSequenceThatItOwns() {
    Consumer<SchemaEditor> with = schema -> {
      schema.createSequence(sequence("number_seq").start(100).cache(5));
      schema.createTable(
          "bill",
          column("id", integer()),
          column("number", bigint()).defaultValue("nextval('number_seq')"));
      schema.setSequenceOwner("number_seq", "bill", "number");
      schema.commentOnSequence("number_seq", "it's one");
    };
    assertPlan(
        with,
        schema -> schema.createTable("bill", column("id", integer())),
        DiffHints.NONE,
        schema -> {
          schema.dropSequenceOwner("number_seq");
          schema.dropColumn("bill", "number");
          schema.dropSequence("number_seq");
        },
        "INSERT INTO bill VALUES (1)");
  }

  @Test
  void renamesASequenceThatADefaultNames() {
    ObjectKey a = ObjectKey.of(ObjectKind.SEQUENCE, "a");
    ObjectKey b = ObjectKey.of(ObjectKind.SEQUENCE, "b");
    assertPlan(
        schema -> {
          schema.createSequence(sequence("a"));
          schema.createTable("t", column("v", bigint()).defaultValue("nextval('a')"));
        },
        schema -> {
          schema.createSequence(sequence("b").increment(5));
          schema.createTable("t", column("v", bigint()).defaultValue("nextval('b')"));
        },
        renamed(b, a),
        schema -> {
          schema.renameSequence("a", "b");
          schema.alterSequence(sequence("b").increment(5));
        },
        "INSERT INTO t DEFAULT VALUES");
  }

  @Test
  void recreatesViewsAroundTheChangeOfAColumnInTheirOrder() {
    Consumer<SchemaEditor> views = schema -> {
      schema.createView("b_view", "SELECT name FROM person");
      schema.createView("a_view", "SELECT upper(name) AS name FROM b_view");
      schema.createMaterializedView("m_view", "SELECT name FROM a_view");
      schema.createIndex("m_view", index("m_view_name_idx", "name"));
      schema.commentOnMaterializedView("m_view", "kept");
      schema.createView("other", "SELECT id FROM person");
    };
    assertPlan(
        schema -> {
          schema.createTable("person", column("id", bigint()), column("name", varchar(80)));
          views.accept(schema);
        },
        schema -> {
          schema.createTable("person", column("id", bigint()), column("name", varchar(90)));
          views.accept(schema);
        },
        DiffHints.NONE,
        schema -> {
          schema.dropMaterializedView("m_view");
          schema.dropView("a_view");
          schema.dropView("b_view");
          schema.alterColumnType("person", "name", varchar(90));
          schema.createView("b_view", "SELECT name FROM person");
          schema.createView("a_view", "SELECT upper(name) AS name FROM b_view");
          schema.createMaterializedView("m_view", "SELECT name FROM a_view");
          schema.createIndex("m_view", index("m_view_name_idx", "name"));
          schema.commentOnMaterializedView("m_view", "kept");
        },
        "INSERT INTO person VALUES (1, 'x')",
        "REFRESH MATERIALIZED VIEW m_view");
  }

  @Test
  void takesAColumnOfTheNameOfAViewForAColumn() {
    assertTrip(
        schema -> schema.createTable("orders", column("id", bigint()), column("total", integer())),
        schema -> {
          schema.createTable("orders", column("id", bigint()), column("total", integer()));
          schema.createView("zbase", "SELECT id, total FROM orders");
          schema.createView("total", "SELECT count(id) AS c FROM public.zbase AS total");
          schema.createView(
              "both", "SELECT t.c FROM (SELECT c FROM total) t, zbase WHERE zbase.id > 0");
        },
        DiffHints.NONE);
  }

  @Test
  void replacesAFunctionThatATableUsesAndBack() {
    Consumer<SchemaEditor> table =
        schema -> schema.createTable("t", column("n", text()).defaultValue("mk()"));
    assertTrip(
        schema -> {
          schema.createObject(
              "f",
              "create function mk() returns text language sql as $$ select 'a' $$",
              "drop function mk()");
          table.accept(schema);
        },
        schema -> {
          schema.createObject(
              "f",
              "create or replace function mk() returns text language sql as $$ select 'b' $$",
              "drop function mk()");
          table.accept(schema);
        },
        DiffHints.NONE,
        "INSERT INTO t DEFAULT VALUES");
  }

  @Test
  void recreatesAViewOfAllColumnsWhenOneComes() {
    assertTrip(
        schema -> {
          schema.createTable("person", column("id", bigint()));
          schema.createView("everybody", "SELECT * FROM person");
          schema.createView("count_of_all", "SELECT count(*) AS n FROM person");
        },
        schema -> {
          schema.createTable("person", column("id", bigint()), column("name", text()));
          schema.createView("everybody", "SELECT * FROM person");
          schema.createView("count_of_all", "SELECT count(*) AS n FROM person");
        },
        DiffHints.NONE,
        "INSERT INTO person VALUES (1)");
  }

  @Test
  void changesOptionsOfAViewInPlace() {
    Consumer<SchemaEditor> table = schema -> schema.createTable("t", column("v", bigint()));
    assertPlan(
        schema -> {
          table.accept(schema);
          schema.createView(view("w", "SELECT v FROM t").with("security_barrier", "true"));
        },
        schema -> {
          table.accept(schema);
          schema.createView(view("w", "SELECT v FROM t").with("check_option", "local"));
        },
        DiffHints.NONE,
        schema -> {
          schema.setViewParameters("w", "check_option", "local");
          schema.resetViewParameters("w", "security_barrier");
        });
  }

  @Test
  void changesStorageParametersOfTablesAndIndexesInPlace() {
    assertPlan(
        schema -> {
          schema.createTable(
              "t",
              column("v", text()),
              tableOptions().with("fillfactor", "70").with("autovacuum_enabled", "false"));
          schema.createIndex("t", index("t_v_idx", "v").with("fillfactor", "70"));
        },
        schema -> {
          schema.createTable(
              "t",
              column("v", text()),
              tableOptions()
                  .with("fillfactor", "80")
                  .with("toast.autovacuum_enabled", "false")
                  .notLogged());
          schema.createIndex("t", index("t_v_idx", "v").with("fillfactor", "60"));
          schema.setColumnStatistics("t", "v", 500);
          schema.setColumnStorage("t", "v", text(), "external");
        },
        DiffHints.NONE,
        schema -> {
          schema.setColumnStorage("t", "v", text(), "external");
          schema.setColumnStatistics("t", "v", 500);
          schema.setIndexParameters("t_v_idx", "fillfactor", "60");
          schema.setUnlogged("t");
          schema.setTableParameters("t", "fillfactor", "80", "toast.autovacuum_enabled", "false");
          schema.resetTableParameters("t", "autovacuum_enabled");
        },
        "INSERT INTO t VALUES ('x')");
  }

  @Test
  void keepsTheValuesOfAGeneratedColumnThatBecomesPlain() {
    RoundTrip trip = assertPlan(
        schema -> schema.createTable(
            "t", column("a", integer()), column("twice", integer()).computed("a * 2")),
        schema -> schema.createTable("t", column("twice", integer())),
        DiffHints.NONE,
        schema -> {
          schema.dropExpression("t", "twice");
          schema.dropColumn("t", "a");
        },
        "INSERT INTO t VALUES (21)");
    assertEquals("null", trip.query("SELECT max(twice) FROM t"));
    assertTrip(
        schema -> {
          schema.createTable(
              "t", column("a", integer()), column("twice", integer()).computed("a * 2"));
          schema.createIndex("t", index("t_twice_idx", "twice"));
        },
        schema -> {
          schema.createTable(
              "t", column("a", integer()), column("twice", integer()).defaultValue("7"));
          schema.createIndex("t", index("t_twice_idx", "twice"));
        },
        DiffHints.NONE,
        "INSERT INTO t VALUES (21)");
  }

  @Test
  void makesAndAltersPartitions() {
    Consumer<SchemaEditor> before = schema -> {
      schema.createTable(
          "sale",
          column("day", integer()).notNull(),
          column("what", text()),
          partitionByRange("day"));
      schema.createPartition("sale", "sale_a", "FROM (1) TO (10)");
      schema.createPartition("sale", "sale_b", "FROM (10) TO (20)");
    };
    Consumer<SchemaEditor> after = schema -> {
      schema.createTable(
          "sale",
          column("day", integer()).notNull(),
          column("what", varchar(9)),
          partitionByRange("day"));
      schema.createPartition("sale", "sale_first", "FROM (1) TO (10)");
      schema.createPartition("sale", "sale_b", "FROM (10) TO (30)");
      schema.createPartition("sale", "sale_rest", "DEFAULT");
    };
    RoundTrip trip = assertPlan(
        before,
        after,
        DiffHints.NONE,
        schema -> {
          schema.detachPartition("sale", "sale_b");
          schema.renamePartition("sale", "sale_a", "sale_first");
          schema.attachPartition("sale", "sale_b", "FROM (10) TO (30)");
          schema.createPartition("sale", "sale_rest", "DEFAULT");
          schema.alterColumnType("sale", "what", varchar(9));
        },
        "INSERT INTO sale VALUES (1, 'x'), (11, 'y')");
    assertEquals("2", trip.query("SELECT count(*) FROM sale"));
    assertTrip(
        schema -> schema.createTable("region", column("code", text()), partitionByList("code")),
        schema -> {
          schema.createTable("region", column("code", text()), partitionByList("code"));
          schema.createPartition("region", "region_eu", "IN ('de', 'fr')");
        },
        DiffHints.NONE);
  }

  @Test
  void recreatesSqlObjectsAroundWhatTheyNeed() {
    Consumer<SchemaEditor> objects = schema -> {
      schema.createObject(
          "touch",
          "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at := now(); RETURN NEW; END $$",
          "DROP FUNCTION touch()");
      schema.createObject(
          "doc_touch",
          "CREATE TRIGGER doc_touch BEFORE UPDATE OF title ON doc FOR EACH ROW EXECUTE FUNCTION touch()",
          "DROP TRIGGER doc_touch ON doc",
          "doc",
          "touch");
      schema.createObject(
          "doc_rows",
          "ALTER TABLE doc ENABLE ROW LEVEL SECURITY; CREATE POLICY doc_rows ON doc USING (title <> '')",
          "DROP POLICY doc_rows ON doc; ALTER TABLE doc DISABLE ROW LEVEL SECURITY",
          "doc");
    };
    Consumer<SchemaEditor> table = schema ->
        schema.createTable("doc", column("title", varchar(10)), column("at", type("timestamptz")));
    Consumer<SchemaEditor> wider = schema ->
        schema.createTable("doc", column("title", varchar(20)), column("at", type("timestamptz")));
    assertTrip(
        table,
        schema -> {
          table.accept(schema);
          objects.accept(schema);
        },
        DiffHints.NONE,
        "INSERT INTO doc VALUES ('x')");
    assertTrip(
        schema -> {
          table.accept(schema);
          objects.accept(schema);
        },
        schema -> {
          wider.accept(schema);
          objects.accept(schema);
        },
        DiffHints.NONE,
        "INSERT INTO doc VALUES ('x')");
    assertTrip(
        schema -> {
          table.accept(schema);
          objects.accept(schema);
        },
        schema -> schema.createTable("other", column("v", integer())),
        DiffHints.NONE);
  }

  @Test
  void bringsAColumnBackBeforeTheObjectsThatWentWithIt() {
    Consumer<SchemaEditor> all = schema -> {
      schema.createTable(
          "doc",
          column("title", text()),
          column("at", type("timestamptz")),
          column("n", integer()));
      schema.createObject(
          "titles",
          "CREATE FUNCTION titles() RETURNS bigint LANGUAGE sql AS $$ SELECT count(title) FROM doc $$",
          "DROP FUNCTION titles()",
          "doc");
      schema.createObject(
          "doc_rows",
          "CREATE POLICY doc_rows ON doc USING (title <> '')",
          "DROP POLICY doc_rows ON doc",
          "doc");
      schema.createObject(
          "doc_title",
          "CREATE TRIGGER doc_title BEFORE UPDATE OF title ON doc FOR EACH ROW"
              + " EXECUTE FUNCTION suppress_redundant_updates_trigger()",
          "DROP TRIGGER doc_title ON doc",
          "doc");
    };
    assertTrip(
        all,
        schema -> schema.createTable("doc", column("n", integer())),
        DiffHints.NONE,
        "INSERT INTO doc VALUES ('x', now(), 1)");
  }

  @Test
  void bringsAColumnBackBeforeAFunctionThatAKeptTableUsed() {
    Consumer<SchemaEditor> all = schema -> {
      schema.createTable("t", column("id", integer()), column("total", bigint()));
      schema.createObject(
          "sum",
          "CREATE FUNCTION sum_of_t() RETURNS bigint LANGUAGE sql AS $$ SELECT count(total) FROM t $$",
          "DROP FUNCTION sum_of_t()",
          "t");
      schema.createTable(
          "u",
          column("id", integer()),
          column("n", bigint()).defaultValue("sum_of_t()"),
          check("u_check", "sum_of_t() < 1000 OR id > 0"));
    };
    assertTrip(
        declaredWith(schema -> {}, all),
        schema(schema -> {
          schema.createTable("t", column("id", integer()));
          schema.createTable("u", column("id", integer()), column("n", bigint()));
        }),
        DiffHints.NONE,
        "INSERT INTO t VALUES (1, 2)");
  }

  @Test
  void createsWhatTablesUseBeforeThem() {
    Consumer<SchemaEditor> domain = schema -> {
      schema.createObject(
          "positive",
          "CREATE DOMAIN positive AS integer CHECK (is_positive(VALUE))",
          "DROP DOMAIN positive",
          "is_positive");
      schema.createObject(
          "is_positive",
          "CREATE FUNCTION is_positive(integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 > 0",
          "DROP FUNCTION is_positive(integer)");
    };
    Schema declared = declaredWith(
        domain,
        schema -> schema.createTable(
            "t", column("v", type("positive")), check("t_v_check", "is_positive(v)")));
    assertTrip(
        schema(schema -> schema.createTable("t", column("w", integer()))),
        declared,
        DiffHints.NONE);
    assertTrip(
        declared,
        schema(schema -> schema.createTable("t", column("w", integer()))),
        DiffHints.NONE);
  }

  @Test
  void createsAnObjectBetweenTheTablesThatItNeedsAndThoseThatUseIt() {
    Consumer<SchemaEditor> large = schema -> schema.createObject(
        "large",
        "CREATE FUNCTION large(t) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1.total > 0 $$",
        "DROP FUNCTION large(t)");
    Consumer<SchemaEditor> sum = schema -> schema.createObject(
        "sum",
        "CREATE FUNCTION sum_of_t() RETURNS bigint LANGUAGE sql AS $$ SELECT count(total) FROM t $$",
        "DROP FUNCTION sum_of_t()",
        "t");
    Consumer<SchemaEditor> some = schema -> schema.createTable("t", column("id", integer()));
    Consumer<SchemaEditor> all = schema -> {
      schema.createTable(
          "t", column("id", integer()), column("total", bigint()), check("ck", "large(t)"));
      schema.createIndex("t", index("t_large_idx", "(large(t))"));
      schema.createTable(
          "a", column("id", integer()), column("n", bigint()).defaultValue("sum_of_t()"));
      schema.createTable(
          "u", column("id", integer()), check("u_check", "sum_of_t() < 1000 OR id > 0"));
    };
    Schema declared = declaredWith(large, schema -> {
      sum.accept(schema);
      all.accept(schema);
    });
    assertTrip(Schema.EMPTY, declared, DiffHints.NONE);
    assertTrip(declared, Schema.EMPTY, DiffHints.NONE);
    assertTrip(schema(some), declared, DiffHints.NONE, "INSERT INTO t VALUES (1)");
  }

  @Test
  void beginsACircleWithTheObject() {
    assertPlan(
        schema -> {},
        schema -> {
          schema.createObject(
              "f",
              "CREATE FUNCTION next_of_t() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT count(*) FROM t); END $$",
              "DROP FUNCTION next_of_t()",
              "t");
          schema.createTable("t", column("id", bigint()).defaultValue("next_of_t()"));
        },
        DiffHints.NONE,
        schema -> {
          schema.createObject(
              "f",
              "CREATE FUNCTION next_of_t() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT count(*) FROM t); END $$",
              "DROP FUNCTION next_of_t()",
              "t");
          schema.createTable("t", column("id", bigint()).defaultValue("next_of_t()"));
        });
  }

  private static Schema declaredWith(Consumer<SchemaEditor> first, Consumer<SchemaEditor> then) {
    return schema(schema -> {
      first.accept(schema);
      then.accept(schema);
    });
  }

  @Test
  void installsExtensionsFirstAndRemovesThemLast() {
    assertPlan(
        schema -> {},
        schema -> {
          schema.createExtension("citext");
          schema.createTable("t", column("v", type("citext")));
        },
        DiffHints.NONE,
        schema -> {
          schema.createExtension("citext");
          schema.createTable("t", column("v", type("citext")));
        });
    assertTrip(
        schema -> {
          schema.createExtension("citext");
          schema.createTable("t", column("v", type("citext")));
        },
        schema -> schema.createTable("t", column("v", text())),
        DiffHints.NONE,
        "INSERT INTO t VALUES ('x')");
  }

  private static DiffHints replaced(EnumMember value, String successor) {
    return new DiffHints(
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Set.of(),
        Map.of(),
        Map.of(),
        Map.of(value, successor));
  }

  private static DiffHints renamed(ObjectKey key, ObjectKey old) {
    return new DiffHints(
        Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), Map.of(key, old), Map.of(), Map.of());
  }

  static RoundTrip assertPlan(
      Consumer<SchemaEditor> from,
      Consumer<SchemaEditor> to,
      DiffHints hints,
      Consumer<SchemaEditor> expected,
      String... rows) {
    assertEquals(
        lines(SchemaEditor.record(expected)),
        lines(SchemaDiffer.diff(schema(from), schema(to), hints).operations()));
    return assertTrip(from, to, hints, rows);
  }

  private static String lines(List<Operation> operations) {
    return String.join("\n", operations.stream().map(Operation::toString).toList());
  }

  static RoundTrip assertTrip(
      Consumer<SchemaEditor> from, Consumer<SchemaEditor> to, DiffHints hints, String... rows) {
    return assertTrip(schema(from), schema(to), hints, rows);
  }

  static RoundTrip assertTrip(Schema from, Schema to, DiffHints hints, String... rows) {
    SchemaDiff diff = SchemaDiffer.diff(from, to, hints);
    assertEquals(to, diff.to());
    assertEquals(from, Operations.apply(Operations.reverse(diff.operations(), from), to));
    assertEquals(List.of(), SchemaDiffer.diff(diff.to(), to).operations());
    RoundTrip.of(Postgres.OLDEST, from, diff, rows);
    return RoundTrip.of(Postgres.NEWEST, from, diff, rows);
  }

  private static Schema schema(Consumer<SchemaEditor> migration) {
    return Operations.apply(SchemaEditor.record(migration), Schema.EMPTY);
  }
}
