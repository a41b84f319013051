package dev.lockstep.diff;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.tableOptions;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.TableElement;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What changes of schemas and tables become; the numbers are those of the README's list. */
final class CasesTablesTest {
  private static final Consumer<SchemaEditor> NOTHING = schema -> {};
  private static final Column ID = column("id", bigint()).notNull();

  private static Consumer<SchemaEditor> table(String name, TableElement... elements) {
    return schema -> schema.createTable(name, elements);
  }

  private static Consumer<SchemaEditor> app(String name, TableElement... elements) {
    return schema -> {
      schema.createSchema("app");
      schema.in("app").createTable(name, elements);
    };
  }

  @Test
  void case1CreatesASchemaBeforeItsTable() {
    PlannedChange.of(NOTHING, app("t", ID)).becomes("""
            CREATE SCHEMA app
            CREATE TABLE app.t ( id bigint NOT NULL )
            """).runs();
  }

  @Test
  void case3CreatesNoTargetSchema() {
    PlannedChange.of(NOTHING, table("t", ID)).becomes("""
            CREATE TABLE t ( id bigint NOT NULL )
            """);
  }

  @Test
  void case5And6CreateAnEmptySchemaAndDropItLast() {
    Consumer<SchemaEditor> two = schema -> {
      schema.createSchema("app");
      schema.createSchema("crm");
      schema.in("crm").createTable("t", ID);
    };
    PlannedChange.of(app("t", ID), two.andThen(s -> s.in("app").createTable("t", ID)))
        .becomes("""
            CREATE SCHEMA crm
            CREATE TABLE crm.t ( id bigint NOT NULL )
            """);
    PlannedChange.of(two, schema -> schema.createSchema("app")).becomes("""
            DROP TABLE crm.t
            DROP SCHEMA crm
            """).runs();
  }

  @Test
  void case7And9And10MoveEachTableOfASchemaThatIsNamedAnew() {
    PlannedChange.of(
            schema -> {
              schema.createSchema("app");
              schema.in("app").createTable("kept", ID);
              schema.in("app").createTable("old", ID);
              schema.in("app").createTable("gone", ID);
            },
            schema -> {
              schema.createSchema("crm");
              schema.in("crm").createTable("kept", ID);
              schema.in("crm").createTable("new", ID);
            })
        .table("crm.kept", "app.kept")
        .table("crm.new", "app.old")
        .becomes("""
            CREATE SCHEMA crm
            DROP TABLE app.gone
            ALTER TABLE app.kept SET SCHEMA crm
            ALTER TABLE app.old SET SCHEMA crm
            ALTER TABLE crm.old RENAME TO new
            DROP SCHEMA app
            """)
        .runs("INSERT INTO app.kept VALUES (1)");
  }

  @Test
  void case11And13And14MoveATable() {
    PlannedChange.of(
            app("other", ID).andThen(table("t", ID)),
            app("other", ID).andThen(s -> s.in("app").createTable("t", ID)))
        .table("app.t", "t")
        .becomes("""
            ALTER TABLE t SET SCHEMA app
            """);
    PlannedChange.of(table("t", ID), app("t", ID))
        .table("app.t", "t")
        .becomes("""
            CREATE SCHEMA app
            ALTER TABLE t SET SCHEMA app
            """)
        .runs();
    PlannedChange.of(app("t", ID), schema -> {
          schema.createSchema("crm");
          schema.in("crm").createTable("t", ID);
        })
        .table("crm.t", "app.t")
        .becomes("""
            CREATE SCHEMA crm
            ALTER TABLE app.t SET SCHEMA crm
            DROP SCHEMA app
            """)
        .runs("INSERT INTO app.t VALUES (1)");
  }

  @Test
  void case15MovesAndRenamesATable() {
    PlannedChange.of(table("t", ID), app("u", ID))
        .table("app.u", "t")
        .becomes("""
            CREATE SCHEMA app
            ALTER TABLE t SET SCHEMA app
            ALTER TABLE app.t RENAME TO u
            """)
        .runs("INSERT INTO t VALUES (1)");
  }

  @Test
  void case17And18CreateASchemaBeforeItsEnumAndAnExtensionFirst() {
    PlannedChange.of(NOTHING, schema -> {
          schema.createSchema("app");
          schema.in("app").createEnum("state", "A");
          schema.createExtension("citext");
        })
        .becomes("""
            CREATE SCHEMA app
            CREATE EXTENSION citext
            CREATE TYPE app.state AS ENUM ('A')
            """)
        .runs();
  }

  @Test
  void case19CreatesATableWithAllThatItHas() {
    PlannedChange.of(NOTHING, schema -> {
          schema.createTable(
              "t",
              ID,
              column("parent", bigint()),
              column("name", text()),
              primaryKey("t_pkey", "id"),
              unique("t_name_key", "name"),
              check("t_name_check", "name <> ''"),
              foreignKey("t_parent_fkey", "parent").references("t", "id"));
          schema.commentOnTable("t", "all");
          schema.commentOnColumn("t", "name", "called");
          schema.createIndex("t", index("t_parent_idx", "parent"));
        })
        .becomes("""
            CREATE TABLE t ( id bigint NOT NULL, parent bigint, name text, CONSTRAINT t_pkey PRIMARY KEY (id), CONSTRAINT t_name_key UNIQUE (name), CONSTRAINT t_name_check CHECK (name <> ''), CONSTRAINT t_parent_fkey FOREIGN KEY (parent) REFERENCES t (id) )
            CREATE INDEX t_parent_idx ON t (parent)
            COMMENT ON TABLE t IS 'all'
            COMMENT ON COLUMN t.name IS 'called'
            """)
        .runs();
  }

  @Test
  void case21And22CreateATableWithoutAKeyInTheOrderOfItsFields() {
    PlannedChange.of(NOTHING, table("t", column("z", text()), column("a", text()), ID))
        .becomes("""
            CREATE TABLE t ( z text, a text, id bigint NOT NULL )
            """);
  }

  @Test
  void case25And26SayNothingOfTheOrderOfColumns() {
    PlannedChange.of(
            table("t", column("a", text()), column("b", text())),
            table("t", column("b", text()), column("a", text())))
        .isNone();
    PlannedChange.of(
            table("t", column("a", text()), column("b", text())),
            table("t", column("b", text()), column("a", text()).notNull().defaultValue("''")))
        .becomes("""
            UPDATE t SET a = ('') WHERE a IS NULL
            ALTER TABLE t ALTER COLUMN a SET NOT NULL
            ALTER TABLE t ALTER COLUMN a SET DEFAULT ''
            """);
  }

  private static Consumer<SchemaEditor> keyed(String table, String prefix) {
    return schema -> {
      schema.createTable(
          table,
          ID,
          column("name", text()),
          primaryKey(prefix + "_pkey", "id"),
          unique(prefix + "_name_key", "name"));
      schema.createIndex(table, index(prefix + "_name_idx", "name"));
      schema.createTable(
          "child",
          column("id", bigint()),
          foreignKey("child_id_fkey", "id").references(table, "id"));
    };
  }

  @Test
  void case29And30RenameATableWhoseNamesFollowOrAreWritten() {
    PlannedChange.of(keyed("a", "a"), keyed("b", "b"))
        .table("b", "a")
        .becomes("""
            ALTER TABLE a RENAME TO b
            ALTER TABLE b RENAME CONSTRAINT a_name_key TO b_name_key
            ALTER TABLE b RENAME CONSTRAINT a_pkey TO b_pkey
            ALTER INDEX a_name_idx RENAME TO b_name_idx
            """)
        .runs();
    PlannedChange.of(keyed("a", "x"), keyed("b", "x"))
        .table("b", "a")
        .becomes("""
            ALTER TABLE a RENAME TO b
            """)
        .runs();
    PlannedChange.of(keyed("a", "a"), keyed("b", "b"))
        .table("b", "a")
        .derived("b", "b_pkey")
        .derived("b", "b_name_key")
        .derived("b", "b_name_idx")
        .becomes("""
            ALTER TABLE a RENAME TO b
            """);
  }

  @Test
  void case31And33RenameATableThenItsColumn() {
    PlannedChange.of(table("a", column("x", text())), table("b", column("y", text())))
        .table("b", "a")
        .column("b", "y", "x")
        .becomes("""
            ALTER TABLE a RENAME TO b
            ALTER TABLE b RENAME COLUMN x TO y
            """);
    PlannedChange.of(table("Cat", ID), table("cat", ID))
        .table("cat", "Cat")
        .becomes("""
            ALTER TABLE Cat RENAME TO cat
            """)
        .runs();
  }

  @Test
  void case37And38RenameATableWhoseForeignKeyGoesOrComes() {
    Consumer<SchemaEditor> owner = table("owner", ID, primaryKey("owner_pkey", "id"));
    PlannedChange.of(
            owner.andThen(table(
                "a",
                ID,
                column("owner_id", bigint()),
                foreignKey("a_fkey", "owner_id").references("owner", "id"))),
            owner.andThen(table("b", ID)))
        .table("b", "a")
        .becomes("""
            ALTER TABLE a DROP CONSTRAINT a_fkey
            ALTER TABLE a DROP COLUMN owner_id
            ALTER TABLE a RENAME TO b
            """)
        .runs("INSERT INTO a VALUES (1)");
    PlannedChange.of(
            table("a", ID, primaryKey("pk", "id")),
            table(
                "b",
                ID,
                column("parent", bigint()),
                primaryKey("pk", "id"),
                foreignKey("b_fkey", "parent").references("b", "id")))
        .table("b", "a")
        .becomes("""
            ALTER TABLE a RENAME TO b
            ALTER TABLE b ADD COLUMN parent bigint
            ALTER TABLE b ADD CONSTRAINT b_fkey FOREIGN KEY (parent) REFERENCES b (id)
            """)
        .runs("INSERT INTO a VALUES (1)");
  }

  @Test
  void case39RenamesATableWithAnIdentity() {
    assertEquals(
        "2",
        PlannedChange.of(
                table("a", ID.identity(), column("x", text())),
                table("b", ID.identity(), column("x", text())))
            .table("b", "a")
            .becomes("""
            ALTER TABLE a RENAME TO b
            """)
            .runs("INSERT INTO a (x) VALUES ('x')")
            .query("INSERT INTO b (x) VALUES ('y') RETURNING id"));
  }

  @Test
  void case41And42And43DropTablesAfterTheForeignKeysToThem() {
    Consumer<SchemaEditor> parent = table("parent", ID, primaryKey("parent_pkey", "id"));
    Consumer<SchemaEditor> both = parent.andThen(schema -> {
      schema.createTable(
          "child",
          column("parent_id", bigint()),
          foreignKey("child_fkey", "parent_id").references("parent", "id"));
      schema.createIndex("child", index("child_idx", "parent_id"));
    });
    PlannedChange.of(both, NOTHING).becomes("""
            ALTER TABLE child DROP CONSTRAINT child_fkey
            DROP TABLE child
            DROP TABLE parent
            """).runs();
    PlannedChange.of(both, schema -> {
          schema.createTable("child", column("parent_id", bigint()));
          schema.createIndex("child", index("child_idx", "parent_id"));
        })
        .becomes("""
            ALTER TABLE child DROP CONSTRAINT child_fkey
            DROP TABLE parent
            """)
        .runs();
    PlannedChange.of(both, table("child", column("parent_id", bigint())))
        .becomes("""
            ALTER TABLE child DROP CONSTRAINT child_fkey
            DROP INDEX child_idx
            DROP TABLE parent
            """)
        .runs();
    PlannedChange.of(parent, both).becomes("""
            CREATE TABLE child ( parent_id bigint, CONSTRAINT child_fkey FOREIGN KEY (parent_id) REFERENCES parent (id) )
            CREATE INDEX child_idx ON child (parent_id)
            """).runs("INSERT INTO parent VALUES (1)");
  }

  @Test
  void case49SetsAndResetsStorageParametersThatDiffer() {
    PlannedChange.of(
            table(
                "t",
                column("a", integer()),
                tableOptions()
                    .with("fillfactor", "70")
                    .with("autovacuum_enabled", "false")
                    .with("user_catalog_table", "true")),
            table(
                "t",
                column("a", integer()),
                tableOptions()
                    .with("fillfactor", "80")
                    .with("parallel_workers", "2")
                    .with("user_catalog_table", "true")))
        .becomes("""
            ALTER TABLE t SET (fillfactor = 80, parallel_workers = 2)
            ALTER TABLE t RESET (autovacuum_enabled)
            """)
        .runs();
  }

  @Test
  void case50And51AddChangeAndRemoveAComment() {
    Consumer<SchemaEditor> none = table("t", ID);
    Consumer<SchemaEditor> x = none.andThen(schema -> schema.commentOnTable("t", "x"));
    Consumer<SchemaEditor> y = none.andThen(schema -> schema.commentOnTable("t", "it's\n\ttwo"));
    PlannedChange.of(none, x).becomes("""
            COMMENT ON TABLE t IS 'x'
            """);
    PlannedChange.of(x, none).becomes("""
            COMMENT ON TABLE t IS NULL
            """);
    assertEquals(
        "it's\n\ttwo",
        PlannedChange.of(x, y).runs().query("SELECT obj_description('t'::regclass, 'pg_class')"));
  }

  @Test
  void addsColumnsInTheOrderOfTheirFields() {
    PlannedChange.of(table("t", ID), schema -> {
          schema.createTable("t", ID, column("z", text()), column("a", type("date")));
        })
        .becomes("""
            ALTER TABLE t ADD COLUMN z text
            ALTER TABLE t ADD COLUMN a date
            """);
  }
}
