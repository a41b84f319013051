package dev.lockstep.diff;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.materializedView;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.view;

import dev.lockstep.SchemaEditor;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.TableElement;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What changes of enum types, views and SQL objects become; by the numbers of the README's list.
 */
final class CasesObjectsTest {
  private static final Column ID = column("id", bigint()).notNull();

  private static Consumer<SchemaEditor> state(String... values) {
    return schema -> schema.createEnum("state", values);
  }

  private static Consumer<SchemaEditor> t(TableElement... elements) {
    return schema -> schema.createTable("t", elements);
  }

  @Test
  void case277And278And279And281AddValues() {
    PlannedChange.of(state("A"), state("A", "it's")).becomes("""
            ALTER TYPE state ADD VALUE 'it''s'
            """).runs();
    PlannedChange.of(state("A"), state("A", "B", "C")).becomes("""
            ALTER TYPE state ADD VALUE 'B'
            ALTER TYPE state ADD VALUE 'C'
            """);
    PlannedChange.of(state("B"), state("A", "B")).becomes("""
            ALTER TYPE state ADD VALUE 'A' BEFORE 'B'
            """).runs();
  }

  @Test
  void case282SaysNothingOfTheOrderOfValues() {
    PlannedChange.of(state("A", "B"), state("B", "A")).isNone();
  }

  @Test
  void case283And285And286RemoveAValue() {
    PlannedChange.of(state("A", "B"), state("A")).becomes("""
            ALTER TYPE state RENAME TO lockstep_old_state
            CREATE TYPE state AS ENUM ('A')
            DROP TYPE lockstep_old_state
            """).runs();
    PlannedChange.of(
            s -> {
              s.createSchema("app");
              s.in("app").createEnum("state", "A", "B");
              s.createTable(
                  "t",
                  column("a", type("app.state")).defaultValue("'A'"),
                  column("b", type("app.state[][]")));
            },
            s -> {
              s.createSchema("app");
              s.in("app").createEnum("state", "A");
              s.createTable(
                  "t",
                  column("a", type("app.state")).defaultValue("'A'"),
                  column("b", type("app.state[][]")));
            })
        .replaced("app.state", "B", "A")
        .becomes("""
            ALTER TYPE app.state RENAME TO lockstep_old_state
            CREATE TYPE app.state AS ENUM ('A')
            ALTER TABLE t ALTER COLUMN a DROP DEFAULT
            ALTER TABLE t ALTER COLUMN a TYPE app.state USING (CASE a::text WHEN 'B' THEN 'A' ELSE a::text END)::app.state
            ALTER TABLE t ALTER COLUMN a SET DEFAULT 'A'
            ALTER TABLE t ALTER COLUMN b TYPE app.state[] USING array_replace(b::text[], 'B', 'A')::app.state[]
            DROP TYPE app.lockstep_old_state
            """)
        .runs("INSERT INTO t VALUES ('B', '{{A,B},{B,B}}')");
  }

  @Test
  void case287RenamesAValue() {
    PlannedChange.of(state("A", "B"), state("A", "C"))
        .value("state", "C", "B")
        .becomes("""
            ALTER TYPE state RENAME VALUE 'B' TO 'C'
            """)
        .runs();
  }

  @Test
  void case289MovesRenamesAndExtendsAType() {
    PlannedChange.of(state("A", "B"), s -> {
          s.createSchema("app");
          s.in("app").createEnum("mood", "A", "C", "D");
        })
        .object(ObjectKind.ENUM, "app.mood", "state")
        .value("app.mood", "C", "B")
        .becomes("""
            CREATE SCHEMA app
            ALTER TYPE state SET SCHEMA app
            ALTER TYPE app.state RENAME TO mood
            ALTER TYPE app.mood RENAME VALUE 'B' TO 'C'
            ALTER TYPE app.mood ADD VALUE 'D'
            """)
        .runs();
  }

  @Test
  void case290CreatesOnlyTheSecondType() {
    PlannedChange.of(state("A"), state("A").andThen(s -> s.createEnum("mood", "X")))
        .becomes("""
            CREATE TYPE mood AS ENUM ('X')
            """);
  }

  @Test
  void case291And293And294ChangeWhatAColumnIs() {
    Consumer<SchemaEditor> of =
        state("A", "B").andThen(t(column("state", type("state")).defaultValue("'A'")));
    PlannedChange.of(of, t(column("state", text()).defaultValue("'A'")))
        .becomes("""
            ALTER TABLE t ALTER COLUMN state DROP DEFAULT
            ALTER TABLE t ALTER COLUMN state TYPE text
            ALTER TABLE t ALTER COLUMN state SET DEFAULT 'A'
            DROP TYPE state
            """)
        .runs("INSERT INTO t VALUES ('B')");
    PlannedChange.of(of, s -> {
          s.createEnum("mood", "A", "B");
          s.createTable("t", column("state", type("mood")).defaultValue("'A'"));
        })
        .becomes("""
            CREATE TYPE mood AS ENUM ('A', 'B')
            ALTER TABLE t ALTER COLUMN state DROP DEFAULT
            ALTER TABLE t ALTER COLUMN state TYPE mood USING state::text::mood
            ALTER TABLE t ALTER COLUMN state SET DEFAULT 'A'
            DROP TYPE state
            """)
        .runs("INSERT INTO t VALUES ('B')");
  }

  @Test
  void case295TurnsATypeIntoATable() {
    PlannedChange.of(state("A").andThen(t(ID, column("state", type("state")))), s -> {
          s.createTable("state", ID, primaryKey("state_pkey", "id"));
          s.createTable(
              "t",
              ID,
              column("state_id", bigint()),
              foreignKey("t_fkey", "state_id").references("state", "id"));
        })
        .becomes("""
            ALTER TABLE t DROP COLUMN state
            ALTER TYPE state RENAME TO lockstep_old_state
            CREATE TABLE state ( id bigint NOT NULL, CONSTRAINT state_pkey PRIMARY KEY (id) )
            ALTER TABLE t ADD COLUMN state_id bigint
            ALTER TABLE t ADD CONSTRAINT t_fkey FOREIGN KEY (state_id) REFERENCES state (id)
            DROP TYPE lockstep_old_state
            """)
        .runs("INSERT INTO t VALUES (1, 'A')");
  }

  @Test
  void case297AddsAValueBeforeItIsUsed() {
    PlannedChange.of(
            state("A").andThen(t(column("s", type("state")))),
            state("A", "B").andThen(t(column("s", type("state")).defaultValue("'B'"))))
        .becomes("""
            ALTER TYPE state ADD VALUE 'B'
            ALTER TABLE t ALTER COLUMN s SET DEFAULT 'B'
            """)
        .runs("INSERT INTO t VALUES ('A')");
  }

  @Test
  void case299And303CreateViewsAfterWhatTheyShow() {
    Consumer<SchemaEditor> views = t(ID).andThen(s -> {
      s.createView("b", "SELECT id FROM t");
      s.createView("a", "SELECT id FROM b");
    });
    PlannedChange.of(s -> {}, views).becomes("""
            CREATE TABLE t ( id bigint NOT NULL )
            CREATE VIEW b AS SELECT id FROM t
            CREATE VIEW a AS SELECT id FROM b
            """);
    PlannedChange.of(views, s -> {}).becomes("""
            DROP VIEW a
            DROP VIEW b
            DROP TABLE t
            """).runs();
  }

  @Test
  void case301And302ChangeAViewInPlace() {
    PlannedChange.of(
            t(ID)
                .andThen(s ->
                    s.createView(view("v", "SELECT id FROM t").with("security_barrier", "true"))),
            s -> {
              s.createSchema("app");
              s.createTable("t", ID);
              s.in("app").createView(view("w", "SELECT id FROM t").with("check_option", "local"));
            })
        .object(ObjectKind.VIEW, "app.w", "v")
        .becomes("""
            CREATE SCHEMA app
            ALTER VIEW v SET SCHEMA app
            ALTER VIEW app.v RENAME TO w
            ALTER VIEW app.w SET (check_option = 'local')
            ALTER VIEW app.w RESET (security_barrier)
            """)
        .runs();
  }

  @Test
  void case305And306And307ChangeAMaterializedView() {
    PlannedChange.of(
            t(ID)
                .andThen(s -> s.createView(
                    materializedView("m", "SELECT id FROM t").with("fillfactor", "70"))),
            t(ID)
                .andThen(s -> s.createView(
                    materializedView("m", "SELECT id FROM t").with("fillfactor", "80"))))
        .becomes("""
            ALTER MATERIALIZED VIEW m SET (fillfactor = 80)
            """)
        .runs();
    PlannedChange.of(
            t(ID).andThen(s -> {
              s.createMaterializedView("m", "SELECT id FROM t");
              s.createIndex("m", index("i", "id"));
            }),
            t(ID).andThen(s -> {
              s.createMaterializedView("m", "SELECT id, 1 AS one FROM t");
              s.createIndex("m", index("i", "id"));
            }))
        .becomes("""
            DROP MATERIALIZED VIEW m
            CREATE MATERIALIZED VIEW m AS SELECT id, 1 AS one FROM t
            CREATE INDEX i ON m (id)
            """)
        .runs("INSERT INTO t VALUES (1)", "REFRESH MATERIALIZED VIEW m");
    PlannedChange.of(
            t(ID).andThen(s -> s.createView("v", "SELECT id FROM t")),
            t(column("id", text()).notNull()).andThen(s -> s.createView("v", "SELECT id FROM t")))
        .becomes("""
            DROP VIEW v
            ALTER TABLE t ALTER COLUMN id TYPE text
            CREATE VIEW v AS SELECT id FROM t
            """)
        .runs("INSERT INTO t VALUES (1)");
  }

  private static Consumer<SchemaEditor> policy(String name, String condition) {
    return s -> s.createObject(
        name,
        "CREATE POLICY " + name + " ON t USING (" + condition + ")",
        "DROP POLICY " + name + " ON t",
        "t");
  }

  @Test
  void case309And310And311DropAndCreateAPolicy() {
    PlannedChange.of(t(ID).andThen(policy("p", "id > 0")), t(ID).andThen(policy("p", "id > 1")))
        .becomes("""
            DROP POLICY p ON t
            CREATE POLICY p ON t USING (id > 1)
            """)
        .runs();
    PlannedChange.of(t(ID).andThen(policy("p", "id > 0")), t(ID).andThen(policy("q", "id > 0")))
        .becomes("""
            DROP POLICY p ON t
            CREATE POLICY q ON t USING (id > 0)
            """);
    PlannedChange.of(t(ID).andThen(policy("p", "id > 0")), s -> {}).becomes("""
            DROP POLICY p ON t
            DROP TABLE t
            """).runs();
  }

  private static Consumer<SchemaEditor> trigger(String body) {
    return t(ID).andThen(s -> {
      s.createObject(
          "touch",
          "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + body
              + " RETURN NEW; END $$",
          "DROP FUNCTION touch()");
      s.createObject(
          "t_touch",
          "CREATE TRIGGER t_touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch()",
          "DROP TRIGGER t_touch ON t",
          "t",
          "touch");
    });
  }

  @Test
  void case314And315CreateChangeAndDropATrigger() {
    PlannedChange.of(t(ID), trigger("")).becomes("""
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$
            CREATE TRIGGER t_touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch()
            """).runs();
    PlannedChange.of(trigger(""), trigger("NEW.id := 1;")).becomes("""
            DROP TRIGGER t_touch ON t
            DROP FUNCTION touch()
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.id := 1; RETURN NEW; END $$
            CREATE TRIGGER t_touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch()
            """).runs();
    PlannedChange.of(trigger(""), s -> {}).becomes("""
            DROP TRIGGER t_touch ON t
            DROP FUNCTION touch()
            DROP TABLE t
            """).runs();
  }

  @Test
  void case317CreatesACollationBeforeItsColumn() {
    PlannedChange.of(s -> {}, s -> {
          s.createObject("plain", "CREATE COLLATION plain FROM \"C\"", "DROP COLLATION plain");
          s.createTable("t", column("a", text()).collate("plain"));
        })
        .becomes("""
            CREATE COLLATION plain FROM C
            CREATE TABLE t ( a text COLLATE plain )
            """)
        .runs();
  }
}
