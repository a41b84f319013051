package dev.lockstep;

import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a backfill in batches does to rows, compared with the plain UPDATE of all at once. */
class BackfillTest {
  private static final String ONE = "M0001_Fill";

  static List<Integer> majors() {
    return Postgres.majors();
  }

  /** A table with open rows, and what they get. */
  private record Case(String name, String tables, String value) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** All have a table "t" with a column "v". */
  static List<Case> cases() {
    return List.of(
        new Case("bigint key", """
            CREATE TABLE t (id bigint PRIMARY KEY, w int, v text);
            INSERT INTO t SELECT n * 7 % 1009, n, CASE WHEN n % 3 = 0 THEN 'kept' END
              FROM generate_series(1, 500) AS n""", "'row ' || id || '/' || w"),
        new Case("negative and far apart", """
            CREATE TABLE t (id bigint PRIMARY KEY, v text);
            INSERT INTO t SELECT (n - 250) * 36893488147419::bigint FROM generate_series(1, 500) AS n""", "'x' || t.id"),
        new Case("composite key of several types", """
            CREATE TABLE t (tenant int, code text, at timestamptz, v text, PRIMARY KEY (tenant, code, at));
            INSERT INTO t SELECT n % 4, 'c''\\' || n % 50 || ', é"',
              timestamptz '2020-01-01 00:00:00.123456+00' + n * interval '1 microsecond'
              FROM generate_series(1, 500) AS n""", "tenant || code || at::text"),
        new Case("text key with empty and odd texts", """
            CREATE TABLE t (code text COLLATE "C" PRIMARY KEY, v text);
            INSERT INTO t SELECT CASE n WHEN 1 THEN '' WHEN 2 THEN ' ' WHEN 3 THEN e'\\n'
              WHEN 4 THEN '''' WHEN 5 THEN '\\' WHEN 6 THEN '%s' WHEN 7 THEN 'NULL'
              ELSE chr(32 + n) || n END FROM generate_series(1, 500) AS n""", "code || '!'"),
        new Case("char key", """
            CREATE TABLE t (code char(6) PRIMARY KEY, v text);
            INSERT INTO t SELECT 'a' || n FROM generate_series(1, 300) AS n""", "code || '!'"),
        new Case("float key", """
            CREATE TABLE t (f float8 PRIMARY KEY, v text);
            INSERT INTO t SELECT 1.0 / n FROM generate_series(1, 300) AS n;
            INSERT INTO t VALUES ('NaN'), ('Infinity'), ('-Infinity'), (0), (-1e-300)""", "f::text"),
        new Case("uuid and numeric", """
            CREATE TABLE t (id uuid, n numeric, v text, PRIMARY KEY (n, id));
            INSERT INTO t SELECT md5(n::text)::uuid, n / 7.0 FROM generate_series(1, 300) AS n""", "id::text"),
        new Case("enum, boolean, bytes, interval and date", """
            CREATE TYPE mood AS ENUM ('b', 'a', 'C');
            CREATE TABLE t (m mood, b boolean, y bytea, i interval, d date, v text, PRIMARY KEY (m, b, y, i, d));
            INSERT INTO t SELECT (ARRAY['a', 'b', 'C'])[1 + n % 3]::mood, n % 2 = 0, int4send(n),
              n * interval '1 month 3 days', date '2000-01-01' - n FROM generate_series(1, 300) AS n""", "m::text || b"),
        new Case("range, array, inet and a domain", """
            CREATE DOMAIN code AS text CHECK (VALUE <> 'no');
            CREATE TABLE t (r int4range, a int[], i inet, c code, v text, PRIMARY KEY (r, a, i, c));
            INSERT INTO t SELECT int4range(n % 5, n), ARRAY[n, n % 3],
              ('10.0.' || n % 7 || '.' || n % 250)::inet, 'c' || n FROM generate_series(5, 300) AS n""", "c"),
        new Case("unique index instead of a primary key", """
            CREATE TABLE t (a int NOT NULL, b int, v text);
            CREATE UNIQUE INDEX ON t (b);
            CREATE UNIQUE INDEX ON t (a DESC);
            CREATE UNIQUE INDEX ON t (a, b);
            CREATE UNIQUE INDEX ON t (a) WHERE a > 5;
            CREATE UNIQUE INDEX ON t (a) INCLUDE (b);
            INSERT INTO t SELECT n, NULLIF(n % 400, 3) + n FROM generate_series(1, 300) AS n""", "a::text"),
        new Case("no key", """
            CREATE TABLE t (a int, v text);
            INSERT INTO t SELECT n % 10 FROM generate_series(1, 20000) AS n""", "a::text"),
        new Case("no rows", "CREATE TABLE t (a int PRIMARY KEY, v text)", "a::text"),
        new Case(
            "only filled rows",
            "CREATE TABLE t (a int PRIMARY KEY, v text); INSERT INTO t VALUES (1, 'x'), (2, 'y')",
            "a::text"),
        new Case("values that are NULL", """
            CREATE TABLE t (a int PRIMARY KEY, b text, v text);
            INSERT INTO t SELECT n, CASE WHEN n % 5 = 0 THEN 'b' || n END FROM generate_series(1, 300) AS n""", "b -- the other"),
        new Case(
            "subquery and volatile",
            """
            CREATE TABLE batch (a int, b text);
            INSERT INTO batch SELECT n, 'b' || n FROM generate_series(1, 300) AS n;
            CREATE TABLE t (a int PRIMARY KEY, v text);
            INSERT INTO t SELECT n FROM generate_series(1, 300) AS n""",
            "(SELECT batch.b || t.a || left(random()::text, 0) FROM batch WHERE batch.a = t.a)"),
        new Case("names of the statement's own", """
            CREATE TABLE t (ctid_ int, w int, count int, v text, PRIMARY KEY (w, count));
            INSERT INTO t SELECT n, n, n FROM generate_series(1, 300) AS n""", "public.t.w::text || count"),
        new Case("partitions", """
            CREATE TABLE t (id int, d date, v text, PRIMARY KEY (id, d)) PARTITION BY RANGE (d);
            CREATE TABLE "T 1" PARTITION OF t FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY HASH (id);
            CREATE TABLE t_2_0 PARTITION OF t_2 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE t_2_1 PARTITION OF t_2 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            CREATE TABLE t_d PARTITION OF t DEFAULT;
            INSERT INTO t SELECT n, date '2020-01-01' + n * 3 FROM generate_series(1, 400) AS n""", "t.id || '/' || d"),
        new Case(
            "partitions without a key, and a value that the partitions depend on",
            """
            CREATE TABLE t (id int, v text) PARTITION BY LIST (v);
            CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a', 'b');
            CREATE TABLE t_n PARTITION OF t FOR VALUES IN (NULL);
            CREATE TABLE t_d PARTITION OF t DEFAULT;
            INSERT INTO t SELECT n, CASE n % 7 WHEN 0 THEN 'z' END FROM generate_series(1, 5000) AS n""",
            "(ARRAY['a', 'b', 'c'])[1 + t.id % 4]"),
        new Case(
            "partitioned without partitions",
            "CREATE TABLE t (id int, v text) PARTITION BY LIST (id)",
            "'x'"),
        new Case("children", """
            CREATE TABLE t (id int PRIMARY KEY, v text);
            CREATE TABLE child (more int) INHERITS (t);
            CREATE TABLE grandchild () INHERITS (child);
            INSERT INTO t SELECT n FROM generate_series(1, 300) AS n;
            INSERT INTO child SELECT n, NULL, n FROM generate_series(200, 5000) AS n;
            INSERT INTO grandchild SELECT n, NULL, n FROM generate_series(1, 50) AS n""", "'i' || id"),
        new Case("triggers", """
            CREATE TABLE t (id int PRIMARY KEY, w text, v text);
            CREATE TABLE seen (id int);
            CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              INSERT INTO seen VALUES (NEW.id);
              IF NEW.id % 10 = 0 THEN RETURN NULL; END IF;
              NEW.w := NEW.v || '?';
              RETURN NEW;
            END $$;
            CREATE TRIGGER look BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION look();
            INSERT INTO t SELECT n, 'w' FROM generate_series(1, 9) AS n""", "'v' || id"),
        new Case("a unique column", """
            CREATE TABLE t (id int PRIMARY KEY, v text UNIQUE);
            INSERT INTO t SELECT n FROM generate_series(1, 300) AS n""", "'u' || id"));
  }

  static List<Object[]> casesAndMajors() {
    List<Object[]> all = new ArrayList<>();
    for (int major : Postgres.majors()) {
      cases().forEach(each -> all.add(new Object[] {each, major}));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("casesAndMajors")
  void equalsThePlainUpdate(Case given, int major) throws SQLException {
    DataSource plain = Postgres.newDatabase(major);
    execute(plain, given.tables);
    DataSource batched = Postgres.newDatabase(major);
    execute(batched, given.tables);

    Shop.migrator(
            plain,
            new WrittenMigrations().add(ONE, schema -> schema.fillNulls("t", "v", given.value)))
        .upgrade();
    UpgradeReport report = batched(batched, given.value, 7).upgrade();

    assertEquals(List.of(ONE), report.at());
    assertEquals(rows(plain), rows(batched));
    assertEquals(
        List.of("applied 1/1 "),
        query(
            batched,
            "SELECT concat(state, ' ', steps_done, '/', steps, ' ', batch_cursor) FROM lockstep_history"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void fillsAHundredThousandRowsAndTellsHowFarItIs(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    execute(
        database,
        "CREATE TABLE t (id bigint PRIMARY KEY, v text);"
            + " INSERT INTO t SELECT n FROM generate_series(1, 100000) AS n; ANALYZE t");
    List<StepProgress> heard = new ArrayList<>();

    Migrator.builder(database)
        .migrations(fill("'v' || id"))
        .backfillPause(Duration.ZERO)
        .listener(new MigrationListener() {
          @Override
          public void progress(String revision, StepProgress progress) {
            heard.add(progress);
          }
        })
        .build()
        .upgrade();

    assertEquals(List.of("100000"), query(database, "SELECT count(*) FROM t WHERE v = 'v' || id"));
    List<StepProgress> first =
        heard.stream().filter(each -> each.unit().equals("rows")).toList();
    assertEquals(1_000, first.get(0).done());
    assertEquals(100_000, first.get(0).total());
    assertEquals(100_000, first.get(first.size() - 1).done());
    assertTrue(first.size() >= 10, "batches: " + first.size());
  }

  @Test
  void leavesNoRowOutAtTheEndsOfBatches() throws SQLException {
    for (int rows = 1; rows <= 9; rows++) {
      DataSource database = Postgres.newDatabase(Postgres.NEWEST);
      execute(
          database,
          "CREATE TABLE t (id int PRIMARY KEY, v text); INSERT INTO t SELECT generate_series(1, 8)");

      batched(database, "'x'", rows).upgrade();

      assertEquals(List.of("8"), query(database, "SELECT count(v) FROM t"), rows + " rows");
    }
  }

  @Test
  void aTableThatIsNotThereIsAnError() {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);

    MigrationFailedException failure = org.junit.jupiter.api.Assertions.assertThrows(
        MigrationFailedException.class, () -> batched(database, "1", 5).upgrade());

    assertEquals("42P01", failure.failure().sqlState());
    assertFalse(failure.getMessage().isEmpty());
  }

  private static List<String> rows(DataSource database) throws SQLException {
    List<String> rows = new ArrayList<>(
        query(database, "SELECT concat(tableoid::regclass, ' ', t) FROM t ORDER BY 1"));
    if (!query(database, "SELECT to_regclass('seen')")
        .equals(java.util.Collections.singletonList(null))) {
      rows.addAll(query(database, "SELECT concat('seen ', id) FROM seen ORDER BY id"));
    }
    return rows;
  }

  static WrittenMigrations fill(String value) {
    return new WrittenMigrations().add(ONE, schema -> schema.backfill("t", "v", value));
  }

  static Migrator batched(DataSource database, String value, int rows) {
    return Migrator.builder(database)
        .migrations(fill(value))
        .backfillBatch(rows)
        .backfillPause(Duration.ZERO)
        .build();
  }
}
