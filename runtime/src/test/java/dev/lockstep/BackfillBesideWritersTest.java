package dev.lockstep;

import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A backfill beside an application that inserts, updates, deletes and changes keys all the time.
 */
class BackfillBesideWritersTest {
  private static final int ROWS = 20_000;
  private static final int WRITERS = 3;

  static List<Object[]> tablesAndMajors() {
    List<Object[]> all = new ArrayList<>();
    for (int major : Postgres.majors()) {
      all.add(
          new Object[] {"CREATE TABLE t (id int PRIMARY KEY, n int, v text DEFAULT 'new')", major});
      all.add(new Object[] {"CREATE TABLE t (id int, n int, v text DEFAULT 'new')", major});
      all.add(new Object[] {"""
        CREATE TABLE t (id int PRIMARY KEY, n int, v text DEFAULT 'new') PARTITION BY RANGE (id);
        CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10000);
        CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10000) TO (10000000)""", major});
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("tablesAndMajors")
  void leavesNoRowOpenThatWasThere(String table, int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    execute(
        database,
        table + "; CREATE INDEX ON t (id); INSERT INTO t SELECT n, 0, NULL FROM generate_series(1, "
            + ROWS + ") AS n");
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong writes = new AtomicLong();
    ExecutorService application = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      int writer = i;
      writers.add(application.submit(() -> {
        write(database, writer, done, writes);
        return null;
      }));
    }

    Migrator.builder(database)
        .migrations(BackfillTest.fill("'filled'"))
        .backfillBatch(300)
        .backfillPause(Duration.ofMillis(2))
        .build()
        .upgrade();
    done.set(true);
    for (Future<?> writer : writers) {
      writer.get();
    }
    application.shutdown();

    assertEquals(List.of("0"), query(database, "SELECT count(*) FROM t WHERE v IS NULL"));
    // Nobody's write was lost.
    assertEquals(List.of(String.valueOf(writes.get())), query(database, "SELECT sum(n) FROM t"));
    assertTrue(writes.get() > 100, "writes: " + writes);
  }

  /** Every change of a row counts in its "n"; what is deleted is inserted again with its count. */
  private static void write(DataSource database, int writer, AtomicBoolean done, AtomicLong writes)
      throws SQLException {
    Random random = new Random(writer);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      int next = ROWS * (10 + 100 * writer);
      while (!done.get()) {
        int id = 1 + random.nextInt(ROWS);
        next++;
        String sql = switch (random.nextInt(4)) {
          case 0 -> "INSERT INTO t (id, n) VALUES (" + next + ", 1)";
          case 1 -> "UPDATE t SET n = n + 1 WHERE id = " + id;
          // To where the batches have been, or have yet to go.
          case 2 -> "UPDATE t SET n = n + 1, id = " + next + " WHERE id = " + id;
          default ->
            "WITH gone AS (DELETE FROM t WHERE id = " + id + " RETURNING n) INSERT INTO t (id, n)"
                + " SELECT " + next + ", n + 1 FROM gone";
        };
        writes.addAndGet(changed(statement, sql));
      }
    }
  }

  /** None where another writer has just moved the row to another partition. */
  private static int changed(Statement statement, String sql) throws SQLException {
    try {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      if (e.getMessage().contains("moved to another partition")) {
        return 0;
      }
      throw e;
    }
  }
}
