package dev.lockstep.diff;

import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.timestamptz;
import static dev.lockstep.SchemaElements.unique;

import dev.lockstep.SchemaEditor;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.TableElement;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What changes of columns become; the numbers are those of the README's list. */
final class CasesColumnsTest {
  private static final Column ID = column("id", bigint()).notNull();

  private static Consumer<SchemaEditor> t(TableElement... elements) {
    return schema -> schema.createTable("t", elements);
  }

  private static Consumer<SchemaEditor> a(Column column) {
    return t(column);
  }

  @Test
  void case54And55And57AddColumns() {
    PlannedChange.of(
            t(ID),
            t(
                ID,
                column("z", text()),
                column("a", text()),
                column("at", timestamptz()).notNull().defaultValue("now()")))
        .becomes("""
            ALTER TABLE t ADD COLUMN z text
            ALTER TABLE t ADD COLUMN a text
            ALTER TABLE t ADD COLUMN at timestamptz NOT NULL DEFAULT now()
            """)
        .runs("INSERT INTO t VALUES (1)");
  }

  @Test
  void case61And62AddArrays() {
    PlannedChange.of(
            t(ID),
            t(
                ID,
                column("a", array(integer())).notNull().defaultValue("'{1,2,3}'"),
                column("b", array(integer())).notNull().defaultValue("ARRAY[1, 2]"),
                column("c", array(integer())).defaultValue("'{}'"),
                column("d", array(integer())).notNull()))
        .backfill("t", "d", "'{4}'")
        .becomes("""
            ALTER TABLE t ADD COLUMN a integer[] NOT NULL DEFAULT '{1,2,3}'
            ALTER TABLE t ADD COLUMN b integer[] NOT NULL DEFAULT ARRAY[1, 2]
            ALTER TABLE t ADD COLUMN c integer[] DEFAULT '{}'
            ALTER TABLE t ADD COLUMN d integer[]
            UPDATE t SET d = ('{4}') WHERE d IS NULL
            ALTER TABLE t ALTER COLUMN d SET NOT NULL
            """)
        .runs("INSERT INTO t VALUES (1)");
  }

  @Test
  void case67And202And203DropTheKeyThenItsColumn() {
    PlannedChange.of(t(ID, column("x", text()), primaryKey("t_pkey", "id")), t(column("x", text())))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT t_pkey
            ALTER TABLE t DROP COLUMN id
            """);
    PlannedChange.of(
            t(
                column("a", integer()).notNull(),
                column("b", integer()).notNull(),
                primaryKey("t_pkey", "a", "b")),
            t(column("a", integer()).notNull(), primaryKey("t_pkey", "a")))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT t_pkey
            ALTER TABLE t DROP COLUMN b
            ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (a)
            """)
        .runs("INSERT INTO t VALUES (1, 2)");
  }

  @Test
  void case69And70RecreateAViewAroundAColumnThatGoesOrIsRenamed() {
    Consumer<SchemaEditor> before = t(ID, column("x", text()));
    PlannedChange.of(
            before.andThen(s -> s.createView("v", "SELECT id, x FROM t")),
            t(ID).andThen(s -> s.createView("v", "SELECT id FROM t")))
        .becomes("""
            DROP VIEW v
            ALTER TABLE t DROP COLUMN x
            CREATE VIEW v AS SELECT id FROM t
            """)
        .runs();
    PlannedChange.of(
            before.andThen(s -> s.createView("v", "SELECT x FROM t")),
            t(ID, column("y", text())).andThen(s -> s.createView("v", "SELECT y FROM t")))
        .column("t", "y", "x")
        .becomes("""
            DROP VIEW v
            ALTER TABLE t RENAME COLUMN x TO y
            CREATE VIEW v AS SELECT y FROM t
            """)
        .runs("INSERT INTO t VALUES (1, 'x')");
  }

  @Test
  void case71And82RenameAColumn() {
    PlannedChange.of(a(column("name", text())), a(column("zebra_name", text())))
        .column("t", "zebra_name", "name")
        .becomes("""
            ALTER TABLE t RENAME COLUMN name TO zebra_name
            """);
    PlannedChange.of(a(column("x", text()).notNull()), a(column("y", text())))
        .column("t", "y", "x")
        .becomes("""
            ALTER TABLE t RENAME COLUMN x TO y
            ALTER TABLE t ALTER COLUMN y DROP NOT NULL
            """)
        .runs("INSERT INTO t VALUES ('x')");
  }

  @Test
  void case77RenamesATableAndAColumnWhoseTypeAndKeyChange() {
    PlannedChange.of(
            t(column("x", integer()).notNull(), ID, primaryKey("k", "id")),
            s ->
                s.createTable("u", column("y", bigint()).notNull(), ID, primaryKey("k", "id", "y")))
        .table("u", "t")
        .column("u", "y", "x")
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT k
            ALTER TABLE t RENAME TO u
            ALTER TABLE u RENAME COLUMN x TO y
            ALTER TABLE u ALTER COLUMN y TYPE bigint
            ALTER TABLE u ADD CONSTRAINT k PRIMARY KEY (id, y)
            """)
        .runs("INSERT INTO t VALUES (1, 1)");
  }

  @Test
  void case81AddsColumnsOfOneNameToTwoTables() {
    PlannedChange.of(
            t(ID).andThen(s -> s.createTable("u", ID)),
            t(ID, column("x", text())).andThen(s -> s.createTable("u", ID, column("x", text()))))
        .becomes("""
            ALTER TABLE t ADD COLUMN x text
            ALTER TABLE u ADD COLUMN x text
            """);
  }

  @Test
  void case83And85And86And87RenameAColumnWithKeysAndNothingElse() {
    PlannedChange.of(
            t(
                ID,
                column("x", bigint()),
                primaryKey("t_pkey", "id"),
                unique("t_x_key", "x"),
                foreignKey("t_x_fkey", "x").references("t", "id")),
            t(
                column("no", bigint()).notNull(),
                column("y", bigint()),
                primaryKey("t_pkey", "no"),
                unique("t_y_key", "y"),
                foreignKey("t_y_fkey", "y").references("t", "no")))
        .column("t", "no", "id")
        .column("t", "y", "x")
        .derived("t", "t_y_key")
        .derived("t", "t_y_fkey")
        .becomes("""
            ALTER TABLE t RENAME COLUMN id TO no
            ALTER TABLE t RENAME COLUMN x TO y
            """)
        .runs("INSERT INTO t VALUES (1, 1)");
  }
}
