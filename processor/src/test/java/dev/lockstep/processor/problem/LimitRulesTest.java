package dev.lockstep.processor.problem;

import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.date;
import static dev.lockstep.SchemaElements.exclude;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.materializedView;
import static dev.lockstep.SchemaElements.partitionByHash;
import static dev.lockstep.SchemaElements.partitionByRange;
import static dev.lockstep.SchemaElements.tableOptions;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.view;
import static dev.lockstep.processor.problem.Model.enumType;
import static dev.lockstep.processor.problem.Model.partitioned;
import static dev.lockstep.processor.problem.Model.sqlObject;
import static dev.lockstep.processor.problem.Model.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.TableElement;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that are out of bounds, names that mean nothing, and circles. */
class LimitRulesTest {
  private static final Column A = column("a", integer());
  private static final Column DAY = column("start_day", date());
  private static final Column NAME = column("name", text());

  @ParameterizedTest(name = "{0}")
  @MethodSource({"mistakes", "ours"})
  void refusesWhatPostgresWould(String what, Model model, String expected) {
    assertEquals(expected, Model.text(SchemaRules.check(model.declared())));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(types(), parameters(), ranges(), views(), immutable()).flatMap(rows -> rows);
  }

  private static Stream<Arguments> types() {
    return Stream.of(
        row("a varchar of nothing", t(column("a", type("varchar(0)"))), """
            ERROR t.a@type: [lockstep:TypeModifier] column "a" of table "t" is of type varchar(0), but varchar takes a length of 1 to 10485760
                write: @Column(type = "varchar(1)")
            """),
        row("a char that is too long", t(column("a", type("char(10485761)[]"))), """
            ERROR t.a@type: [lockstep:TypeModifier] column "a" of table "t" is of type char(10485761)[], but char takes a length of 1 to 10485760
                write: @Column(type = "char(10485760)[]")
            """),
        row("bits of nothing", t(column("a", type("bit(0)"))), """
            ERROR t.a@type: [lockstep:TypeModifier] column "a" of table "t" is of type bit(0), but bit takes a length of 1 to 83886080
                write: @Column(type = "bit(1)")
            """),
        row("a number of digits of an integer", t(column("a", type("int4(3)"))), """
            ERROR t.a@type: [lockstep:TypeModifier] column "a" of table "t" is of type integer(3), but integer takes no number
                write: @Column(type = "integer")
            """),
        row("a number with too many digits", t(column("a", type("numeric(2000)"))), """
            ERROR t.a@type: [lockstep:TypeModifier] column "a" of table "t" is of type numeric(2000,0), but numeric takes a precision of 1 to 1000 and a scale of -1000 to 1000
                write: @Column(type = "numeric(1000,0)")
            """),
        row("a number with too low a scale", t(column("a", type("numeric(10,-2000)"))), """
            ERROR t.a@type: [lockstep:TypeModifier] column "a" of table "t" is of type numeric(10,-2000), but numeric takes a precision of 1 to 1000 and a scale of -1000 to 1000
                write: @Column(type = "numeric(10,-1000)")
            """),
        row("a length of a text", t(column("a", type("text(3)"))), """
            ERROR t.a@type: [lockstep:TypeModifier] column "a" of table "t" is of type text(3), but text takes no number
                write: @Column(type = "text")
            """));
  }

  private static Stream<Arguments> parameters() {
    return Stream.of(
        row("a table that is hardly filled", t(A, tableOptions().with("fillfactor", "5")), """
            ERROR t@with: [lockstep:ParameterValue] table "t" has fillfactor=5; PostgreSQL takes 10 to 100
                write: with = "fillfactor=10"
            """),
        row("a misspelt parameter of a table", t(A, tableOptions().with("fillfator", "70")), """
            ERROR t@with: [lockstep:ParameterUnknown] table "t" has no storage parameter "fillfator"; did you mean "fillfactor"?
                write: with = "fillfactor=70"
            """),
        row("a parameter of nothing", t(A, tableOptions().with("nope", "1")), """
            ERROR t@with: [lockstep:ParameterUnknown] table "t" has no storage parameter "nope"
                leave it out, or as: with = "fillfactor=10"
            """),
        row(
            "a truth that is none",
            t(A, tableOptions().with("toast.autovacuum_enabled", "maybe")),
            """
            ERROR t@with: [lockstep:ParameterValue] table "t" has toast.autovacuum_enabled=maybe; PostgreSQL takes true and false
                write: with = "toast.autovacuum_enabled=true"
            """),
        row(
            "a parameter that TOAST has not",
            t(A, tableOptions().with("toast.fillfactor", "70")),
            """
            ERROR t@with: [lockstep:ParameterUnknown] table "t" has no storage parameter "toast.fillfactor"
                leave it out, or as: with = "fillfactor=100"
            """),
        row("an index of the wrong method", indexed(index("i", "a").with("fastupdate", "on")), """
            ERROR t#i: [lockstep:ParameterUnknown] index "i" of table "t" has no storage parameter "fastupdate"
                leave it out, or as: with = "fillfactor=100"
            """),
        row(
            "an index of no pages",
            indexed(index("i", "a").using("brin").with("pages_per_range", "0")),
            """
            ERROR t#i: [lockstep:ParameterValue] index "i" of table "t" has pages_per_range=0; PostgreSQL takes 1 to 131072
                write: with = "pages_per_range=1"
            """),
        row(
            "a materialized view that is hardly filled",
            of(materializedView("v", "SELECT 1").with("fillfactor", "9")),
            """
            ERROR MATERIALIZED_VIEW v@with: [lockstep:ParameterValue] materialized view "v" has fillfactor=9; PostgreSQL takes 10 to 100
                write: with = "fillfactor=10"
            """));
  }

  private static Stream<Arguments> ranges() {
    return Stream.of(
        row("a range of nothing", parts(partitionByRange("a"), "FROM (2) TO (2)"), """
            ERROR t#p0: [lockstep:PartitionEmpty] partition "p0" of table "t" takes no row: (2) is not below (2)
                write as: values = "FROM (...) TO (...)"
            """),
        row("a range that is turned round", parts(partitionByRange("a"), "FROM (5) TO (-2)"), """
            ERROR t#p0: [lockstep:PartitionEmpty] partition "p0" of table "t" takes no row: (5) is not below (-2)
                write as: values = "FROM (-2) TO (5)"
            """),
        row(
            "ranges that overlap",
            parts(partitionByRange("a"), "FROM (1) TO (5)", "FROM (3) TO (9)"),
            """
            ERROR t#p1: [lockstep:PartitionOverlaps] partition "p1" of table "t" takes rows that partition "p0" takes too
                take others: values = "FROM (5) TO (9)"
            """),
        row(
            "a range within another",
            parts(partitionByRange("a"), "FROM (MINVALUE) TO (MAXVALUE)", "FROM (3) TO (9)"),
            """
            ERROR t#p1: [lockstep:PartitionOverlaps] partition "p1" of table "t" takes rows that partition "p0" takes too
                take others: values = "FROM (...) TO (...)"
            """),
        row(
            "ranges of days that overlap",
            parts(
                partitionByRange("start_day"),
                "FROM ('2024-02-01') TO ('2024-03-01')",
                "FROM (DATE '2023-12-01') TO ('2024-02-02'::date)"),
            """
            ERROR t#p1: [lockstep:PartitionOverlaps] partition "p1" of table "t" takes rows that partition "p0" takes too
                take others: values = "FROM (DATE '2023-12-01') TO ('2024-02-01')"
            """),
        row(
            "ranges of two columns that overlap",
            parts(
                partitionByRange("a", "start_day"),
                "FROM (1, MINVALUE) TO (2, '2024-01-01')",
                "FROM (2, '2023-01-01') TO (3, MINVALUE)"),
            """
            ERROR t#p1: [lockstep:PartitionOverlaps] partition "p1" of table "t" takes rows that partition "p0" takes too
                take others: values = "FROM (2, '2024-01-01') TO (3, MINVALUE)"
            """),
        row(
            "one remainder twice",
            parts(
                partitionByHash("a"),
                "WITH (MODULUS 3, REMAINDER 1)",
                "WITH (REMAINDER 1, MODULUS 3)"),
            """
            ERROR t#p1: [lockstep:PartitionOverlaps] partition "p1" of table "t" takes rows that partition "p0" takes too
                take others: values = "WITH (MODULUS 3, REMAINDER 0)"
            """));
  }

  private static Stream<Arguments> views() {
    return Stream.of(
        row(
            "two views of each other",
            of(view("v", "SELECT * FROM w"), view("w", "SELECT * FROM v")),
            """
            ERROR VIEW v@query: [lockstep:ViewCycle] view "v" needs view "w", which needs "v"
                let one of them select from tables alone: query = "SELECT ..."
            """),
        row("a view of itself", of(view("v", "SELECT * FROM v")), """
            ERROR VIEW v@query: [lockstep:ViewCycle] view "v" selects from itself
                let one of them select from tables alone: query = "SELECT ..."
            """),
        row(
            "three views in a circle",
            of(
                view("u", "SELECT * FROM v"),
                view("v", "SELECT 1 FROM (SELECT 1) x, w"),
                view("w", "SELECT * FROM u")),
            """
            ERROR VIEW u@query: [lockstep:ViewCycle] view "u" needs view "v", which needs view "w", which needs "u"
                let one of them select from tables alone: query = "SELECT ..."
            """),
        row(
            "a view and a function in a circle",
            of(
                view("v", "SELECT now_on() AS n"),
                sqlObject(
                    "now_on",
                    "CREATE FUNCTION now_on() RETURNS bigint LANGUAGE sql AS 'SELECT n FROM v'",
                    "DROP FUNCTION now_on",
                    "v")),
            """
            ERROR VIEW v@query: [lockstep:ViewCycle] view "v" needs SQL object "now_on", which needs "v"
                let one of them select from tables alone: query = "SELECT ..."
            """));
  }

  private static Stream<Arguments> immutable() {
    return Stream.of(
        row(
            "a computation of the time",
            t(column("a", type("timestamptz")).computed("now()")),
            """
            ERROR t.a: [lockstep:NotImmutable] the computation of column "a" of table "t" uses now(), which does not always give the same result
                let a default give it: @Column(defaultValue = "now()")
            """),
        row("a computation of today", t(column("a", date()).computed("current_date")), """
            ERROR t.a: [lockstep:NotImmutable] the computation of column "a" of table "t" uses current_date, which does not always give the same result
                let a default give it: @Column(defaultValue = "current_date")
            """),
        row(
            "an index of what is recent",
            indexed(index("i", "a").where("start_day > current_date")),
            """
            ERROR t#i: [lockstep:NotImmutable] index "i" of table "t" uses current_date, which does not always give the same result
                leave that to the query, and index a column: columns = "..."
            """),
        row("an index of a random number", indexed(index("i", "(random() * a)")), """
            ERROR t#i: [lockstep:NotImmutable] index "i" of table "t" uses random(), which does not always give the same result
                leave that to the query, and index a column: columns = "..."
            """),
        row("partitions by the time", t(DAY, partitionByRange("(start_day - now())")), """
            ERROR t: [lockstep:NotImmutable] the partitioning of table "t" uses now(), which does not always give the same result
                take a column: @Partitioned(columns = "...")
            """),
        row("a check of an unknown name", t(A, check("c", "nope + 1 > 0")), """
            WARNING t#c: [lockstep:NameUnknown] check "c" of table "t" names "nope", which is no column of table "t"
            """),
        row(
            "a computation of an unknown name",
            t(NAME, column("b", text()).computed("lower(nam)")),
            """
            WARNING t.b: [lockstep:NameUnknown] the computation of column "b" of table "t" names "nam", which is no column of table "t"; did you mean "name"?
            """),
        row("a text without quotes", t(NAME, check("c", "name <> draft")), """
            WARNING t#c: [lockstep:NameUnknown] check "c" of table "t" names "draft", which is no column of table "t"
            """),
        row(
            "an index of an unknown name",
            indexed(index("i", "a").where("a > 0 AND deleted_at IS NULL")),
            """
            WARNING t#i: [lockstep:NameUnknown] index "i" of table "t" names "deleted_at", which is no column of table "t"
            """),
        row(
            "an exclusion of an unknown name",
            t(A, exclude("e", "btree", "a with =").where("nope")),
            """
            WARNING t#e: [lockstep:NameUnknown] exclusion constraint "e" of table "t" names "nope", which is no column of table "t"
            """),
        row(
            "a column that needs quotes",
            t(column("Total", integer()), check("c", "abs(Total) > 0")),
            """
            WARNING t#c: [lockstep:NameUnknown] check "c" of table "t" names "Total", which is no column of table "t"; did you mean "Total" in double quotes?
            """));
  }

  /** What PostgreSQL takes, but makes another number of. */
  static Stream<Arguments> ours() {
    return Stream.of(
        row("a moment that is too fine", t(column("a", type("timestamp(9)"))), """
            ERROR t.a@type: [lockstep:TypeModifier] column "a" of table "t" is of type timestamp(9), but timestamp takes a precision of 0 to 6
                write: @Column(type = "timestamp(6)")
            """),
        row("an interval that is too fine", t(column("a", type("interval(7)"))), """
            ERROR t.a@type: [lockstep:TypeModifier] column "a" of table "t" is of type interval(7), but interval takes a precision of 0 to 6
                write: @Column(type = "interval(6)")
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void takesWhatPostgresTakes(String what, Model model) {
    assertEquals("", Model.text(SchemaRules.check(model.declared())));
  }

  static Stream<Arguments> good() {
    return Stream.of(
        good(
            "types at their bounds",
            t(
                column("a", type("varchar(10485760)")),
                column("b", type("char(1)")),
                column("c", type("varbit(83886080)[]")),
                column("d", type("numeric(1000,1000)")),
                column("e", type("timestamptz(0)")),
                column("f", type("interval day to second(6)")),
                column("g", type("bit(1)")))),
        good(
            "parameters of a table",
            t(
                A,
                tableOptions()
                    .with("fillfactor", "10")
                    .with("toast_tuple_target", "128")
                    .with("parallel_workers", "0")
                    .with("autovacuum_enabled", "off")
                    .with("autovacuum_vacuum_scale_factor", "0.05")
                    .with("autovacuum_vacuum_cost_delay", "100")
                    .with("autovacuum_freeze_max_age", "100000")
                    .with("log_autovacuum_min_duration", "-1")
                    .with("vacuum_index_cleanup", "auto")
                    .with("toast.autovacuum_enabled", "f")
                    .with("toast.vacuum_truncate", "no"))),
        good(
            "parameters of indexes",
            Model.of(table(
                table("t", A, column("j", type("jsonb"))),
                index("i", "a").with("fillfactor", "100").with("deduplicate_items", "off"),
                index("k", "j")
                    .using("gin")
                    .with("fastupdate", "on")
                    .with("gin_pending_list_limit", "64"),
                index("l", "a")
                    .using("brin")
                    .with("pages_per_range", "131072")
                    .with("autosummarize", "true"),
                index("m", "a").using("hash").with("fillfactor", "90")))),
        good(
            "ranges side by side",
            parts(
                partitionByRange("a"),
                "FROM (MINVALUE) TO (-5)",
                "FROM (-5) TO (1)",
                "FROM ('1') TO (3)",
                "FROM (3) TO (MAXVALUE)")),
        good(
            "ranges of moments",
            parts(
                partitionByRange("at"),
                "FROM ('2024-01-01') TO ('2024-01-01 12:00')",
                "FROM ('2024-01-01 12:00:00') TO ('2024-01-02')")),
        good(
            "ranges of two columns",
            parts(
                partitionByRange("a", "start_day"),
                "FROM (1, MINVALUE) TO (2, '2024-01-01')",
                "FROM (2, '2024-01-01') TO (2, MAXVALUE)")),
        good(
            "a view of a table of its name",
            Model.of(table("t", A))
                .with(
                    enumType("e", "A"),
                    view(
                        "v",
                        "WITH RECURSIVE v AS (SELECT 1 AS n UNION SELECT n + 1 FROM v WHERE n < 3) SELECT n FROM v"),
                    view(
                        "w",
                        "SELECT extract(day FROM v.d) AS x FROM (SELECT current_date AS d) AS v"),
                    view("x", "SELECT a IS DISTINCT FROM 1 AS y FROM t"))),
        good(
            "words that are no columns",
            t(
                A,
                DAY,
                NAME,
                column("at", type("timestamptz")),
                check("c1", "extract(year from start_day) > 2000"),
                check("c2", "name ~ '^[a-z]+$' AND t IS NOT NULL"),
                check(
                    "c3",
                    "(at AT TIME ZONE 'UTC')::timestamp without time zone > timestamp '2000-01-01'"),
                check("c4", "name COLLATE \"C\" > 'a' AND CAST(a AS double precision) > 1e3"),
                check("c5", "a::character varying(3) LIKE 'a%' ESCAPE '\\'"),
                check(
                    "c6",
                    "trim(both ' ' from name) <> '' AND at > '2000-01-01'::timestamptz - interval '1' day"),
                check("c7", "make_interval(days => a) > '1 day' OR name IS NORMALIZED"))),
        good(
            "the same result at all times",
            Model.of(table(
                table(
                    "t",
                    A,
                    DAY,
                    NAME,
                    column("b", integer()).computed("date_part('year', start_day)::int")),
                index("i", "(lower(name))").where("start_day > '2020-01-01'::date")))));
  }

  private static Arguments row(String what, Model model, String expected) {
    return Arguments.of(what, model, expected);
  }

  private static Arguments good(String what, Model model) {
    return Arguments.of(what, model);
  }

  private static Model t(TableElement... elements) {
    return Model.of(table("t", elements));
  }

  private static Model indexed(Index index) {
    return Model.of(table(table("t", A, DAY), index));
  }

  private static Model of(SchemaObject... objects) {
    return Model.of().with(objects);
  }

  private static Model parts(Partitioning by, String... values) {
    Partition[] partitions = new Partition[values.length];
    for (int i = 0; i < values.length; i++) {
      partitions[i] = Partition.of("p" + i, values[i]);
    }
    return t(A, DAY, column("at", type("timestamptz")), partitioned(by, partitions));
  }
}
