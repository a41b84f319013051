package dev.lockstep;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Cut.Moment;
import dev.lockstep.Cut.Way;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A long run that nobody listens to sends several migrations in one message. */
class BundleTest {
  private static final String WANTED = System.getProperty("lockstep.crash", "");
  private static final int STRIDE =
      WANTED.isEmpty() ? 40 : Integer.getInteger("lockstep.crash.stride", 1);

  private static final int TOGETHER = 16;
  private static final int MANY = 40;

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static WrittenMigrations tables(int to) {
    return new WrittenMigrations().addTables(1, to, "");
  }

  private static List<String> ids(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj("M%04d"::formatted).toList();
  }

  private static List<String> ids(UpgradeReport report) {
    return report.applied().stream().map(FinishedMigration::revision).toList();
  }

  private static List<String> applied(DataSource database) throws SQLException {
    return query(
        database,
        "SELECT revision FROM lockstep_history WHERE state = 'applied' AND steps_done = steps"
            + " AND milliseconds >= 0 AND finished_at >= started_at ORDER BY ordinal");
  }

  private static long tables(DataSource database) throws SQLException {
    return query(database, "SELECT relname FROM pg_class WHERE relname ~ '^t[0-9]+$'")
        .size();
  }

  private static int roundTrips(int major, int migrations, MigrationListener listener)
      throws Exception {
    DataSource database = Postgres.newDatabase(major);
    try (ServerProxy proxy = ServerProxy.to(database);
        Connection connection = proxy.dataSource().getConnection()) {
      proxy.reset();
      UpgradeReport report = Migrator.builder(connection)
          .migrations(tables(migrations))
          .listener(listener)
          .build()
          .upgrade();
      assertEquals(ids(1, migrations), ids(report));
      assertEquals(ids(1, migrations), applied(database));
      assertEquals(
          List.of(), Shop.migrator(database, tables(migrations)).check().differences());
      return proxy.roundTrips();
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void manyAreOneRoundTrip(int major) throws Exception {
    int fewer = roundTrips(major, 3 * TOGETHER, MigrationListener.NONE);

    assertEquals(2, roundTrips(major, 5 * TOGETHER, MigrationListener.NONE) - fewer);
  }

  /** What it hears of is to begin, not to be done already. */
  @Test
  void oneIsARoundTripWhereSomebodyListens() throws Exception {
    List<String> heard = new ArrayList<>();
    MigrationListener listener = new MigrationListener() {
      @Override
      public void migrationStarted(Direction direction, String revision, int number, int total) {
        heard.add(revision);
      }

      @Override
      public void migrationFinished(Direction direction, String revision, Duration duration) {
        heard.add(revision);
      }
    };

    int fewer = roundTrips(Postgres.NEWEST, MANY, listener);

    assertEquals(TOGETHER, roundTrips(Postgres.NEWEST, MANY + TOGETHER, listener) - fewer);
    assertEquals(
        Stream.concat(ids(1, MANY).stream(), ids(1, MANY + TOGETHER).stream())
            .flatMap(id -> Stream.of(id, id))
            .toList(),
        heard);
  }

  /** At the beginning, in the middle and at the end of a message, and of the run. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 17, 25, 39, 40})
  void whatTheServerRefusesIsNamedAndWhatCameBeforeStays(int at) throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = tables(at - 1)
        .add(ids(at, at).get(0), schema -> {
          schema.createTable("other", column("id", text()));
          schema.addColumn("nothing", column("a", text()));
        })
        .addTables(at + 1, MANY, "");
    Migrator migrator = Shop.migrator(database, migrations);

    MigrationFailedException failure =
        assertThrows(MigrationFailedException.class, migrator::upgrade);

    assertEquals("MigrationFailed", failure.code());
    assertEquals(ids(at, at).get(0), failure.failure().revision());
    assertEquals(ids(1, at - 1), failure.failure().finished());
    assertEquals(
        "ALTER TABLE \"public\".\"nothing\" ADD COLUMN \"a\" text",
        failure.failure().statement());
    assertEquals(ids(1, at - 1), applied(database));
    assertEquals(at - 1, tables(database));
    execute(database, "CREATE TABLE nothing ()");
    assertEquals(ids(at, MANY), ids(migrator.upgrade()));
    assertEquals(ids(1, MANY), applied(database));
  }

  private static WrittenMigrations columns() {
    WrittenMigrations migrations = tables(MANY);
    for (int i = 1; i <= MANY; i++) {
      String table = "t" + i;
      migrations.add(
          ids(MANY + i, MANY + i).get(0), schema -> schema.addColumn(table, column("a", text())));
    }
    return migrations;
  }

  private static void awaitLockWait(DataSource database) throws SQLException {
    while (query(
            database,
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock'")
        .isEmpty()) {
      Thread.onSpinWait();
    }
  }

  /** It goes on when the table is free. */
  @Test
  void aLockThatAnotherHasIsWaitedFor() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Shop.migrator(database, tables(MANY)).upgrade();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (ServerProxy proxy = ServerProxy.to(database);
        Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE t20");
      Migrator migrator = Migrator.builder(proxy.dataSource())
          .migrations(columns())
          .lockTimeout(Duration.ofMillis(200))
          .build();
      Future<List<String>> run = thread.submit(() -> ids(migrator.upgrade()));
      while (!proxy.statements().contains("ROLLBACK")) {
        Thread.onSpinWait();
      }
      assertEquals(ids(1, MANY + 19), applied(database));
      other.rollback();

      assertEquals(ids(MANY + 1, 2 * MANY), run.get());
    } finally {
      thread.shutdown();
    }
    assertEquals(ids(1, 2 * MANY), applied(database));
  }

  @Test
  void anInterruptTellsHowFarItCame() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Shop.migrator(database, tables(MANY)).upgrade();
    Migrator migrator = Migrator.builder(database)
        .migrations(columns())
        .lockTimeout(Duration.ofMinutes(1))
        .build();
    List<LockstepException> ends = new ArrayList<>();
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE t20");
      Thread runner =
          new Thread(() -> ends.add(assertThrows(LockstepException.class, migrator::upgrade)));
      runner.start();
      awaitLockWait(database);
      runner.interrupt();
      runner.join();
    }

    assertEquals("Interrupted", ends.get(0).code());
    assertTrue(
        ends.get(0).getMessage().startsWith("[lockstep:Interrupted] M0060 was rolled back"),
        ends.get(0).getMessage());
    assertEquals(ids(1, MANY + 19), applied(database));
    assertEquals(ids(MANY + 20, 2 * MANY), ids(migrator.upgrade()));
  }

  static Stream<Arguments> cuts() {
    List<Integer> majors = WANTED.isEmpty() ? List.of(Postgres.NEWEST) : Postgres.majors();
    return majors.stream()
        .flatMap(major -> Stream.of(Way.values())
            .flatMap(
                way -> Stream.of(Moment.values()).map(moment -> Arguments.of(major, way, moment))));
  }

  /** The very first is the driver's own: a first connection that is not to be had is an error. */
  private static int first() {
    return WANTED.matches("\\d+")
        ? Math.max(2, Integer.parseInt(WANTED))
        : 2 + ThreadLocalRandom.current().nextInt(STRIDE);
  }

  /** Every so many statements, other ones each time; all with {@code -Dlockstep.crash=all}. */
  @ParameterizedTest
  @MethodSource("cuts")
  void aLostConnectionIsFollowedByAnother(int major, Way way, Moment moment) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    try (ServerProxy proxy = ServerProxy.to(database)) {
      Cut cut = null;
      for (int at = first(); cut == null || cut.isMade(); at += STRIDE) {
        cut = new Cut(way, moment, at, database);
        proxy.cut(cut);
        Cut made = cut;
        UpgradeReport report = Shop.migrator(proxy.dataSource(), tables(MANY)).upgrade();
        assertEquals(ids(1, MANY), ids(report), made::toString);
        assertEquals(ids(1, MANY), applied(database), made::toString);
        assertEquals(MANY, tables(database), made::toString);
        execute(database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
      }
    }
  }

  /** With no other connection: what the message says is true, and the next run goes on. */
  @ParameterizedTest
  @MethodSource("cuts")
  void aLostConnectionIsTold(int major, Way way, Moment moment) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    try (ServerProxy proxy = ServerProxy.to(database)) {
      Cut cut = null;
      for (int at = first(); cut == null || cut.isMade(); at += STRIDE) {
        cut = new Cut(way, moment, at, database);
        proxy.cut(cut);
        Migrator migrator = Migrator.builder(proxy.dataSource())
            .migrations(tables(MANY))
            .retryFor(Shop.ONE_CONNECTION)
            .build();
        try {
          migrator.upgrade();
        } catch (MigrationFailedException e) {
          requireTrue(database, e, cut);
        } catch (LockstepException e) {
          assertTrue(cut.isMade(), cut + ": " + e);
        }
        Shop.migrator(database, tables(MANY)).upgrade();
        assertEquals(ids(1, MANY), applied(database), cut.toString());
        assertEquals(MANY, tables(database), cut.toString());
        execute(database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
      }
    }
  }

  private static void requireTrue(DataSource database, MigrationFailedException failure, Cut cut)
      throws SQLException {
    assertEquals("CommitUnknown", failure.code(), () -> cut + ": " + failure);
    List<String> finished = failure.failure().finished();
    List<String> applied = applied(database);
    assertEquals(finished, applied.subList(0, finished.size()), () -> cut + ": " + failure);
    assertEquals(
        ids(finished.size() + 1, finished.size() + 1).get(0),
        failure.failure().revision(),
        () -> cut + ": " + failure);
    assertTrue(applied.size() <= finished.size() + TOGETHER, () -> cut + ": " + failure);
  }
}
