package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Shop;
import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In which order a backfill goes through which relations. */
class BatchRelationTest {
  static List<Object[]> cases() {
    List<Object[]> all = new ArrayList<>();
    for (int major : Postgres.majors()) {
      all.add(new Object[] {major, "CREATE TABLE t (id int PRIMARY KEY, v int)", "self \"id\""});
      all.add(new Object[] {
        major,
        "CREATE TABLE t (\"I d\" int, b text, v int, PRIMARY KEY (b, \"I d\"), UNIQUE (b))",
        "self (\"b\", \"I d\")"
      });
      for (String none : List.of(
          "CREATE TABLE t (id int UNIQUE, v int)",
          "CREATE TABLE t (id int NOT NULL, v int); CREATE INDEX ON t (id)",
          "CREATE TABLE t (id int NOT NULL, v int); CREATE UNIQUE INDEX ON t (id DESC)",
          "CREATE TABLE t (id int NOT NULL, v int); CREATE UNIQUE INDEX ON t ((id + 1))",
          "CREATE TABLE t (id int NOT NULL, v int); CREATE UNIQUE INDEX ON t (id) WHERE id > 0",
          "CREATE TABLE t (id text NOT NULL, v int); CREATE UNIQUE INDEX ON t (id COLLATE \"POSIX\")",
          "CREATE TABLE t (id text NOT NULL, v int); CREATE UNIQUE INDEX ON t (id text_pattern_ops)")) {
        all.add(new Object[] {major, none, "self block"});
      }
      all.add(new Object[] {
        major,
        "CREATE TABLE t (a int NOT NULL, b int NOT NULL, v int); CREATE UNIQUE INDEX ON t (a, b);"
            + " CREATE UNIQUE INDEX ON t (b) INCLUDE (a)",
        "self \"b\""
      });
      all.add(new Object[] {
        major, "CREATE TABLE t (id int PRIMARY KEY, v int UNIQUE)", "self \"id\" for update"
      });
      all.add(new Object[] {
        major,
        """
        CREATE TABLE t (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
        CREATE TABLE t_b PARTITION OF t FOR VALUES FROM (0) TO (9);
        CREATE TABLE t_a PARTITION OF t DEFAULT""",
        "ONLY \"public\".\"t_b\" AS \"t\" \"id\", ONLY \"public\".\"t_a\" AS \"t\" \"id\""
      });
      all.add(new Object[] {
        major,
        "CREATE TABLE t (id int, v int) PARTITION BY RANGE (v); CREATE TABLE d PARTITION OF t DEFAULT",
        "ONLY \"public\".\"d\" AS \"t\" block through the table"
      });
      all.add(new Object[] {
        major,
        "CREATE TABLE t (id int, v int) PARTITION BY RANGE (abs(id));"
            + " CREATE TABLE d PARTITION OF t DEFAULT",
        "ONLY \"public\".\"d\" AS \"t\" block through the table"
      });
      all.add(new Object[] {major, """
        CREATE TABLE t (id int, v int) PARTITION BY RANGE (id);
        CREATE TABLE d PARTITION OF t DEFAULT;
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
        CREATE TRIGGER f AFTER UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION f()""", "ONLY \"public\".\"d\" AS \"t\" block through the table"});
      all.add(new Object[] {major, "CREATE VIEW t AS SELECT 1 AS v", ""});
      all.add(new Object[] {major, "SELECT 1", ""});
    }
    all.add(new Object[] {
      18,
      "CREATE TABLE t (id int, v int); ALTER TABLE t ADD CONSTRAINT n NOT NULL id NOT VALID;"
          + " CREATE UNIQUE INDEX ON t (id)",
      "self block"
    });
    all.add(new Object[] {
      18,
      "CREATE TABLE t (id int4range, during int4range, v int,"
          + " PRIMARY KEY (id, during WITHOUT OVERLAPS))",
      "self block"
    });
    return all;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatHoldsRowsAndItsKey(int major, String tables, String expected) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    if (tables.contains("OVERLAPS")) {
      Shop.execute(database, "CREATE EXTENSION IF NOT EXISTS btree_gist");
    }
    Shop.execute(database, tables);
    try (Session session = Session.open(ConnectionSource.of(database))) {
      List<String> found = BatchRelation.of(session, "\"public\".\"t\"", "t", "v").stream()
          .map(BatchRelationTest::words)
          .toList();

      assertEquals(expected, String.join(", ", found));
    }
  }

  private static String words(BatchRelation relation) {
    return (relation.self() ? "self" : relation.source()) + " "
        + relation.order().name()
        + (relation.keyChanges() ? " for update" : "")
        + (relation.alone() ? "" : " through the table");
  }
}
