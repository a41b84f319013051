package dev.lockstep.diff;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.TableElement;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** When the values come that rows get on the way, and what they are made of goes. */
final class ReadValuesTest {
  private static final Column ID = column("id", integer()).notNull();

  private static Consumer<SchemaEditor> t(TableElement... elements) {
    return schema -> schema.createTable("t", elements);
  }

  @Test
  void aColumnGoesAfterWhatIsFilledFromIt() {
    assertEquals(
        "Ada/Lovelace",
        PlannedChange.of(
                t(ID, column("name", text()).notNull()),
                t(ID, column("first", text()).notNull(), column("last", text())))
            .backfill("t", "first", "split_part(name, ' ', 1)")
            .backfill("t", "last", "split_part(t.name, ' ', 2)")
            .becomes("""
            ALTER TABLE t ADD COLUMN first text
            UPDATE t SET first = (split_part(name, ' ', 1)) WHERE first IS NULL
            ALTER TABLE t ALTER COLUMN first SET NOT NULL
            ALTER TABLE t ADD COLUMN last text
            UPDATE t SET last = (split_part(t.name, ' ', 2)) WHERE last IS NULL
            ALTER TABLE t DROP COLUMN name
            """)
            .once("INSERT INTO t VALUES (1, 'Ada Lovelace')")
            .query("SELECT first || '/' || last FROM t"));
  }

  @Test
  void aColumnThatIsNotReadGoesFirst() {
    PlannedChange.of(t(ID, column("name", text())), t(ID, column("a", text())))
        .backfill("t", "a", "'name'")
        .becomes("""
            ALTER TABLE t DROP COLUMN name
            ALTER TABLE t ADD COLUMN a text
            UPDATE t SET a = ('name') WHERE a IS NULL
            """)
        .runs("INSERT INTO t VALUES (1)");
  }

  @Test
  void aComputedColumnGoesBeforeWhatItIsComputedFrom() {
    assertEquals(
        "6",
        PlannedChange.of(
                t(ID, column("a", integer()), column("b", integer()).computed("a + 1")),
                t(ID, column("c", integer())))
            .backfill("t", "c", "b")
            .becomes("""
            ALTER TABLE t ADD COLUMN c integer
            UPDATE t SET c = (b) WHERE c IS NULL
            ALTER TABLE t DROP COLUMN b
            ALTER TABLE t DROP COLUMN a
            """)
            .once("INSERT INTO t (id, a) VALUES (1, 5)")
            .query("SELECT c FROM t"));
  }

  @Test
  void aTableGoesAfterWhatIsFilledFromIt() {
    Consumer<SchemaEditor> u = schema -> schema.createTable("u", ID, column("name", text()));
    assertEquals(
        "seven",
        PlannedChange.of(t(ID, column("u", integer())).andThen(u), t(ID, column("n", text())))
            .backfill("t", "n", "(SELECT name FROM u WHERE u.id = t.u)")
            .becomes("""
            ALTER TABLE t ADD COLUMN n text
            UPDATE t SET n = ((SELECT name FROM u WHERE u.id = t.u)) WHERE n IS NULL
            ALTER TABLE t DROP COLUMN u
            DROP TABLE u
            """)
            .once("INSERT INTO u VALUES (7, 'seven'); INSERT INTO t VALUES (1, 7)")
            .query("SELECT n FROM t"));
  }

  @Test
  void aColumnIsFilledAfterThoseThatItReads() {
    assertEquals(
        "5 6 12",
        PlannedChange.of(
                t(ID),
                t(
                    ID,
                    column("b", integer()).notNull(),
                    column("c", integer()),
                    column("a", integer()).notNull(),
                    column("twice", integer()).computed("b * 2")))
            .backfill("t", "b", "a + 1")
            .backfill("t", "c", "twice")
            .backfill("t", "a", "5")
            .once("INSERT INTO t VALUES (1)")
            .query("SELECT a || ' ' || b || ' ' || c FROM t"));
  }

  @Test
  void aColumnIsFilledAfterThoseThatItReadsHaveTheirTypeAndValues() {
    assertEquals(
        "4 7 8",
        PlannedChange.of(
                t(ID, column("x", text()), column("y", integer())),
                t(
                    ID,
                    column("x", integer()),
                    column("y", integer()).notNull(),
                    column("z", bigint()).notNull(),
                    column("w", bigint()).notNull()))
            .using("t", "x", "x::integer")
            .backfill("t", "y", "7")
            .backfill("t", "z", "y + 1")
            .backfill("t", "w", "x + 3")
            .once("INSERT INTO t VALUES (1, '4', NULL)")
            .query("SELECT x || ' ' || y || ' ' || z FROM t"));
  }

  @Test
  void aConversionReadsWhatGoesAndWhatChangesAsItWas() {
    assertEquals(
        "45 4",
        PlannedChange.of(
                t(ID, column("a", text()), column("b", text()), column("c", text())),
                t(ID, column("a", integer()), column("c", integer())))
            .using("t", "a", "(c || b)::integer")
            .using("t", "c", "c::integer")
            .once("INSERT INTO t VALUES (1, '9', '5', '4')")
            .query("SELECT a || ' ' || c FROM t"));
  }

  @Test
  void aRenamedColumnMayBeReadByItsOldName() {
    for (String name : new String[] {"a", "a2"}) {
      assertEquals(
          "4 8",
          PlannedChange.of(
                  t(ID, column("a", text())),
                  t(ID, column("a2", integer()), column("b", integer())))
              .column("t", "a2", "a")
              .using("t", "a2", name + "::integer")
              .backfill("t", "b", name + "::integer * 2")
              .once("INSERT INTO t VALUES (1, '4')")
              .query("SELECT a2 || ' ' || b FROM t"),
          name);
    }
  }

  /** A name that another column gets means that one. */
  @Test
  void aNameThatIsUsedAgainIsTheNewColumns() {
    assertEquals(
        "1",
        PlannedChange.of(
                t(ID, column("a", integer()), column("b", integer())),
                t(ID, column("a", integer()), column("c", integer())))
            .column("t", "a", "b")
            .backfill("t", "c", "a")
            .once("INSERT INTO t VALUES (1, 2, 1)")
            .query("SELECT c FROM t"));
  }

  @Test
  void tablesAreFilledAfterThoseThatTheyRead() {
    Consumer<SchemaEditor> before = schema -> {
      schema.createTable("a", ID, primaryKey("a_pkey", "id"));
      schema.createTable("b", ID, primaryKey("b_pkey", "id"));
    };
    Consumer<SchemaEditor> after = schema -> {
      schema.createTable("a", ID, column("n", integer()), primaryKey("a_pkey", "id"));
      schema.createTable("b", ID, column("m", integer()), primaryKey("b_pkey", "id"));
    };
    assertEquals(
        "7",
        PlannedChange.of(before, after)
            .backfill("a", "n", "(SELECT m FROM b WHERE b.id = a.id)")
            .backfill("b", "m", "7")
            .once("INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)")
            .query("SELECT n FROM a"));
  }
}
