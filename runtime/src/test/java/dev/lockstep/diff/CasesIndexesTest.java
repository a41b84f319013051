package dev.lockstep.diff;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.timestamp;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.SchemaEditor;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Index;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What changes of indexes become; the numbers are those of the README's list. */
final class CasesIndexesTest {
  private static final Column A = column("a", integer());
  private static final Column S = column("s", text());

  private static Consumer<SchemaEditor> indexed(Index... indexes) {
    return schema -> {
      schema.createTable("t", A, S, column("at", timestamp()));
      List.of(indexes).forEach(index -> schema.createIndex("t", index));
    };
  }

  private static PlannedChange change(Index from, Index to) {
    return PlannedChange.of(indexed(from), indexed(to));
  }

  @Test
  void case253And254DropAnIndex() {
    PlannedChange.of(
            s -> {
              s.createSchema("app");
              s.in("app").createTable("t", A);
              s.in("app").createIndex("t", index("i", "a"));
            },
            s -> {
              s.createSchema("app");
              s.in("app").createTable("t", A);
            })
        .becomes("""
            DROP INDEX app.i
            """);
    PlannedChange.of(
            s -> {
              s.createTable("t", A, S);
              s.createIndex("t", index("i", "a", "s"));
            },
            s -> s.createTable("t", S))
        .becomes("""
            DROP INDEX i
            ALTER TABLE t DROP COLUMN a
            """)
        .runs("INSERT INTO t VALUES (1)");
  }

  @Test
  void case255And267ChangeAnIndexInPlace() {
    change(index("i", "a"), index("j", "a")).becomes("""
            ALTER INDEX i RENAME TO j
            """);
    change(index("i", "a").with("fillfactor", "70"), index("i", "a").with("fillfactor", "80"))
        .becomes("""
            ALTER INDEX i SET (fillfactor = 80)
            """)
        .runs();
  }

  @Test
  void case257And258And259RecreateAnIndex() {
    change(index("i", "a"), index("i", "a desc")).becomes("""
            DROP INDEX i
            CREATE INDEX i ON t (a DESC)
            """);
    change(index("i", "a"), index("i", "a").where("a > 0")).becomes("""
            DROP INDEX i
            CREATE INDEX i ON t (a) WHERE (a > 0)
            """);
    change(index("i", "a").where("a > 0"), index("i", "a").where("a > 1")).becomes("""
            DROP INDEX i
            CREATE INDEX i ON t (a) WHERE (a > 1)
            """);
    change(index("i", "a").where("a > 0"), index("i", "a")).becomes("""
            DROP INDEX i
            CREATE INDEX i ON t (a)
            """);
    change(index("i", "a"), index("i", "a").include("s")).becomes("""
            DROP INDEX i
            CREATE INDEX i ON t (a) INCLUDE (s)
            """).runs();
  }

  @Test
  void case261And262WriteWhatIsGivenInItsOrder() {
    PlannedChange.of(
            indexed(),
            indexed(
                index("i", "s collate \"C\" text_pattern_ops"),
                index("j", "a nulls first", "s", "at desc nulls last")))
        .becomes("""
            CREATE INDEX i ON t (s COLLATE C text_pattern_ops)
            CREATE INDEX j ON t (a NULLS FIRST, s, at DESC NULLS LAST)
            """)
        .runs();
  }

  @Test
  void case263TakesWhatIsTheDefaultForNothing() {
    change(
            index("i", "a ASC NULLS LAST", "s DESC NULLS FIRST").using("btree"),
            index("i", "a", "s desc"))
        .isNone();
  }

  @Test
  void case265IndexesAnExpressionOnce() {
    Index month = index("i", "(date_trunc('month', at))");
    PlannedChange.of(indexed(), indexed(month)).becomes("""
            CREATE INDEX i ON t ((date_trunc('month', at)))
            """).runs();
    change(month, index("i", "(DATE_TRUNC( 'month',at ))")).isNone();
  }

  @Test
  void case266WritesNullsNotDistinct() {
    change(uniqueIndex("i", "a"), uniqueIndex("i", "a").nullsNotDistinct())
        .becomes("""
            DROP INDEX i
            CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT
            """)
        .runsOnNewest();
  }

  @Test
  void case273IndexesAMaterializedView() {
    Consumer<SchemaEditor> view =
        indexed().andThen(s -> s.createMaterializedView("m", "SELECT a FROM t"));
    PlannedChange.of(
            view.andThen(s -> s.createIndex("m", index("i", "a"))),
            view.andThen(s -> s.createIndex("m", index("j", "a desc"))))
        .becomes("""
            DROP INDEX i
            CREATE INDEX j ON m (a DESC)
            """)
        .runs();
  }

  @Test
  void case274KeepsTwoIndexesOfTheSameColumns() {
    PlannedChange.of(indexed(), indexed(index("i", "a"), index("j", "a")))
        .derived("t", "i")
        .derived("t", "j")
        .becomes("""
            CREATE INDEX i ON t (a)
            CREATE INDEX j ON t (a)
            """)
        .runs();
  }
}
