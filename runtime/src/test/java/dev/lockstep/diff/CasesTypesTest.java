package dev.lockstep.diff;

import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.jsonb;
import static dev.lockstep.SchemaElements.numeric;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.timestamptz;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.uuid;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.SchemaEditor;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.TableElement;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What changes of a column's type, default and NULL become; by the numbers of the README's list.
 */
final class CasesTypesTest {
  private static final Column ID = column("id", bigint()).notNull();

  private static Consumer<SchemaEditor> t(TableElement... elements) {
    return schema -> schema.createTable("t", elements);
  }

  private static Consumer<SchemaEditor> a(Column column) {
    return t(column);
  }

  @Test
  void case101And105TightenAColumnWithADefault() {
    PlannedChange.of(a(column("a", text())), a(column("a", text()).notNull().defaultValue("'x'")))
        .becomes("""
            UPDATE t SET a = ('x') WHERE a IS NULL
            ALTER TABLE t ALTER COLUMN a SET NOT NULL
            ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x'
            """)
        .runs();
    PlannedChange.of(
            a(column("a", text()).defaultValue("'y'")),
            a(column("a", text()).notNull().defaultValue("'x'")))
        .becomes("""
            UPDATE t SET a = ('x') WHERE a IS NULL
            ALTER TABLE t ALTER COLUMN a SET NOT NULL
            ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x'
            """);
  }

  @Test
  void case102TightensAColumnOnlyWithWhatRowsGet() {
    PlannedChange.of(a(column("a", text())), a(column("a", text()).notNull()))
        .backfill("t", "a", "''")
        .becomes("""
            UPDATE t SET a = ('') WHERE a IS NULL
            ALTER TABLE t ALTER COLUMN a SET NOT NULL
            """);
  }

  @Test
  void case103And134LeaveTheIndexOfAColumnAlone() {
    Consumer<SchemaEditor> index = schema -> {
      schema.createIndex("t", index("i", "a"));
      schema.createIndex("t", index("j", "a", "id"));
    };
    PlannedChange.of(
            t(ID, column("a", integer())).andThen(index),
            t(ID, column("a", bigint()).notNull().defaultValue("0")).andThen(index))
        .becomes("""
            ALTER TABLE t ALTER COLUMN a TYPE bigint
            UPDATE t SET a = (0) WHERE a IS NULL
            ALTER TABLE t ALTER COLUMN a SET NOT NULL
            ALTER TABLE t ALTER COLUMN a SET DEFAULT 0
            """)
        .runs("INSERT INTO t VALUES (1, 1)");
  }

  @Test
  void case106And107TightenAndRelax() {
    PlannedChange.of(
            t(
                column("a", integer()),
                column("b", integer()).notNull(),
                column("c", integer()).notNull().defaultValue("1")),
            t(
                column("a", integer()).notNull().defaultValue("0"),
                column("b", integer()),
                column("c", integer())))
        .becomes("""
            UPDATE t SET a = (0) WHERE a IS NULL
            ALTER TABLE t ALTER COLUMN a SET NOT NULL
            ALTER TABLE t ALTER COLUMN a SET DEFAULT 0
            ALTER TABLE t ALTER COLUMN b DROP NOT NULL
            ALTER TABLE t ALTER COLUMN c DROP DEFAULT
            ALTER TABLE t ALTER COLUMN c DROP NOT NULL
            """)
        .runs("INSERT INTO t VALUES (NULL, 2, 3)");
  }

  @Test
  void case109TakesNotNullAndACheckOfItForTwoThings() {
    Consumer<SchemaEditor> both = t(column("a", integer()).notNull(), check("c", "a IS NOT NULL"));
    PlannedChange.of(both, both).isNone();
    PlannedChange.of(t(column("a", integer()).notNull()), both)
        .becomes("""
            ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL)
            """)
        .runs("INSERT INTO t VALUES (1)");
  }

  @Test
  void case110And111And113And114And115ChangeATypeInPlace() {
    PlannedChange.of(
            t(
                column("a", integer()),
                column("b", varchar(30)),
                column("c", text()),
                column("d", numeric()),
                column("e", type("varchar"))),
            t(
                column("a", bigint()),
                column("b", varchar(450)),
                column("c", varchar(30)),
                column("d", numeric(17, 5)),
                column("e", varchar(10))))
        .becomes("""
            ALTER TABLE t ALTER COLUMN a TYPE bigint
            ALTER TABLE t ALTER COLUMN b TYPE varchar(450)
            ALTER TABLE t ALTER COLUMN c TYPE varchar(30)
            ALTER TABLE t ALTER COLUMN d TYPE numeric(17,5)
            ALTER TABLE t ALTER COLUMN e TYPE varchar(10)
            """)
        .runs("INSERT INTO t VALUES (1, 'b', 'c', 4, 'e')");
  }

  @Test
  void case117And118And119And130AreOneTypeInTwoSpellings() {
    PlannedChange.of(
            t(
                column("a", type("varchar(10485761)")),
                column("b", type("TEXT")),
                column("c", type("int4")),
                column("d", type("character varying(3)")),
                column("e", type("timestamp with time zone")),
                column("f", type("integer[]"))),
            t(
                column("a", type("text")),
                column("b", type("text")),
                column("c", type("INTEGER")),
                column("d", type("varchar(3)")),
                column("e", type("timestamptz")),
                column("f", type("integer[3][3]"))))
        .isNone();
  }

  @Test
  void case121ComparesTheModifiersOfATypeByName() {
    PlannedChange.of(
            a(column("a", type("geometry(Point,10)"))), a(column("a", type("geometry(point, 12)"))))
        .using("t", "a", "ST_SetSRID(a, 12)")
        .becomes("""
            ALTER TABLE t ALTER COLUMN a TYPE geometry(point,12) USING ST_SetSRID(a, 12)
            """);
  }

  @Test
  void case122And123And129ConvertByAnExpression() {
    PlannedChange.of(
            t(column("a", text()), column("b", text()), column("c", array(text()))),
            t(column("a", jsonb()), column("b", timestamptz()), column("c", array(integer()))))
        .using("t", "a", "a::jsonb")
        .using("t", "b", "b::timestamptz")
        .using("t", "c", "c::integer[]")
        .becomes("""
            ALTER TABLE t ALTER COLUMN a TYPE jsonb USING a::jsonb
            ALTER TABLE t ALTER COLUMN b TYPE timestamptz USING b::timestamptz
            ALTER TABLE t ALTER COLUMN c TYPE integer[] USING c::integer[]
            """)
        .runs("INSERT INTO t VALUES ('{}', '2020-01-01 00:00:00+00', '{1}')");
  }

  @Test
  void case125And126And127ReplaceADefaultAroundAType() {
    PlannedChange.of(
            t(
                column("a", text()).defaultValue("'1'"),
                column("b", text()).defaultValue("'1'"),
                column("c", text())),
            t(
                column("a", integer()).defaultValue("2"),
                column("b", integer()),
                column("c", integer()).defaultValue("3")))
        .using("t", "a", "a::integer")
        .using("t", "b", "b::integer")
        .using("t", "c", "c::integer")
        .becomes("""
            ALTER TABLE t ALTER COLUMN a DROP DEFAULT
            ALTER TABLE t ALTER COLUMN a TYPE integer USING a::integer
            ALTER TABLE t ALTER COLUMN a SET DEFAULT 2
            ALTER TABLE t ALTER COLUMN b DROP DEFAULT
            ALTER TABLE t ALTER COLUMN b TYPE integer USING b::integer
            ALTER TABLE t ALTER COLUMN c TYPE integer USING c::integer
            ALTER TABLE t ALTER COLUMN c SET DEFAULT 3
            """)
        .runs("INSERT INTO t VALUES ('4', '5', '6')");
  }

  @Test
  void case131ChangesAKeyAndWhatRefersToIt() {
    Consumer<SchemaEditor> child = s -> s.createTable(
        "u", column("t_id", text()), foreignKey("u_fkey", "t_id").references("t", "id"));
    PlannedChange.of(
            t(column("id", text()).notNull().defaultValue("'x'"), primaryKey("t_pkey", "id"))
                .andThen(child),
            t(column("id", uuid()).notNull(), primaryKey("t_pkey", "id"))
                .andThen(s -> s.createTable(
                    "u",
                    column("t_id", uuid()),
                    foreignKey("u_fkey", "t_id").references("t", "id"))))
        .using("t", "id", "id::uuid")
        .using("u", "t_id", "t_id::uuid")
        .becomes("""
            ALTER TABLE u DROP CONSTRAINT u_fkey
            ALTER TABLE t ALTER COLUMN id DROP DEFAULT
            ALTER TABLE t ALTER COLUMN id TYPE uuid USING id::uuid
            ALTER TABLE u ALTER COLUMN t_id TYPE uuid USING t_id::uuid
            ALTER TABLE u ADD CONSTRAINT u_fkey FOREIGN KEY (t_id) REFERENCES t (id)
            """)
        .runs("INSERT INTO t VALUES ('6c84fb90-12c4-11e1-840d-7b25c5ee775a')");
  }

  @Test
  void case135And137And141ChangeADefault() {
    PlannedChange.of(
            t(
                column("a", integer()).defaultValue("1"),
                column("b", text()).defaultValue("lower('A')"),
                column("c", timestamptz()).defaultValue("'2020-01-01 00:00:00.000001+00'"),
                column("d", timestamptz()).defaultValue("'2020-01-01 00:00:00.000001+00'")),
            t(
                column("a", integer()).defaultValue("2"),
                column("b", text()).defaultValue("upper('a')"),
                column("c", timestamptz()).defaultValue("'2020-01-01 00:00:00.000002+00'"),
                column("d", timestamptz()).defaultValue("'2020-01-01 00:00:00.000001+00'")))
        .becomes("""
            ALTER TABLE t ALTER COLUMN a SET DEFAULT 2
            ALTER TABLE t ALTER COLUMN b SET DEFAULT upper('a')
            ALTER TABLE t ALTER COLUMN c SET DEFAULT '2020-01-01 00:00:00.000002+00'
            """)
        .runs();
  }

  @Test
  void case147And149CommentOnAColumn() {
    PlannedChange.of(
            t(column("a", text()), column("b", text()), column("c", text()), column("d", integer()))
                .andThen(s -> s.commentOnColumn("t", "b", "b"))
                .andThen(s -> s.commentOnColumn("t", "c", "c")),
            t(column("a", text()), column("b", text()), column("c", text()), column("d", bigint()))
                .andThen(s -> s.commentOnColumn("t", "a", "it's"))
                .andThen(s -> s.commentOnColumn("t", "c", "cc"))
                .andThen(s -> s.commentOnColumn("t", "d", "d")))
        .becomes("""
            ALTER TABLE t ALTER COLUMN d TYPE bigint
            COMMENT ON COLUMN t.a IS 'it''s'
            COMMENT ON COLUMN t.b IS NULL
            COMMENT ON COLUMN t.c IS 'cc'
            COMMENT ON COLUMN t.d IS 'd'
            """)
        .runs();
  }

  @Test
  void case150And151ChangeACollation() {
    PlannedChange.of(
            t(
                column("a", text()),
                column("b", text()).collate("C"),
                column("c", text()).collate("C"),
                column("d", text()).computed("lower(a)")),
            t(
                column("a", text()),
                column("b", text()).collate("POSIX"),
                column("c", text()),
                column("d", text()).computed("lower(a)").collate("C")))
        .becomes("""
            ALTER TABLE t ALTER COLUMN b TYPE text COLLATE POSIX
            ALTER TABLE t ALTER COLUMN c TYPE text
            ALTER TABLE t ALTER COLUMN d TYPE text COLLATE C
            """)
        .runs();
  }
}
