package dev.lockstep.faults;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrations;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Direction;
import dev.lockstep.HistoryEntry;
import dev.lockstep.MigrationListener;
import dev.lockstep.Migrator;
import dev.lockstep.ServerProxy;
import dev.lockstep.UpgradeReport;
import dev.lockstep.UsageException;
import dev.lockstep.WrittenMigrations;
import dev.lockstep.cli.ServedMigrations;
import dev.lockstep.testing.Postgres;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Several applications, branches and class loaders over one database, and its clock. */
class ApplicationsTest {
  private static final int TOGETHER = 32;

  static List<Integer> majors() {
    return Postgres.majors();
  }

  /** The migrations of an application beside the shop. */
  private static final class Orders extends ServedMigrations {
    Orders() {
      super(new WrittenMigrations()
          .add(FIRST, schema -> schema.createTable("order", column("id", bigint()))));
    }

    @Override
    public String name() {
      return "orders";
    }
  }

  @Fault(Scenario.TWO_APPLICATIONS)
  @ParameterizedTest
  @MethodSource("majors")
  void twoHistoriesInOneSchemaDoNotMeet(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    Migrator orders = migrator(database, new Orders());
    migrator(database).upgrade();

    assertEquals(List.of(FIRST), orders.upgrade().at());

    assertEquals(
        List.of("main 1", "main 2", "orders 1"),
        query(database, "SELECT migration_set || ' ' || ordinal FROM lockstep_history ORDER BY 1"));
    orders.downgradeTo("base");
    assertEquals(List.of(SECOND), migrator(database).upgrade().at());
    assertEquals(List.of(), migrator(database).check().differences());
  }

  @Fault(Scenario.TWO_APPLICATIONS)
  @ParameterizedTest
  @MethodSource("majors")
  void locksOfTwoSchemasAreTwo(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    Migrator orders = Migrator.builder(database)
        .migrations(new Orders())
        .schema("orders")
        .lockWait(Duration.ZERO)
        .build();
    List<UpgradeReport> meanwhile = new ArrayList<>();

    Migrator.builder(database)
        .migrations(migrations())
        .listener(new MigrationListener() {
          @Override
          public void migrationStarted(
              Direction direction, String revision, int number, int total) {
            meanwhile.add(orders.upgrade());
          }
        })
        .build()
        .upgrade();

    assertEquals(1, meanwhile.get(0).applied().size());
  }

  /** All at once, beside somebody who has the lock for as long as they run. */
  @Fault(Scenario.START_TOGETHER_UP_TO_DATE)
  @ParameterizedTest
  @MethodSource("majors")
  void whoeverFindsNothingToDoAsksOnceAndNeedsNoLock(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgradeTo(FIRST);
    ExecutorService threads = Executors.newFixedThreadPool(TOGETHER);
    try (ServerProxy proxy = ServerProxy.to(database)) {
      Migrator late = migrator(proxy.dataSource());
      List<Future<UpgradeReport>> running = new ArrayList<>();
      Migrator.builder(database)
          .migrations(migrations())
          .listener(new MigrationListener() {
            @Override
            public void migrationStarted(
                Direction direction, String revision, int number, int total) {
              for (int i = 0; i < TOGETHER; i++) {
                running.add(threads.submit(() -> late.upgradeTo(FIRST)));
              }
              running.forEach(each -> assertEquals(List.of(), report(each).applied()));
            }
          })
          .build()
          .upgrade();

      List<String> ours =
          proxy.statements().stream().filter(sql -> sql.contains("lockstep")).toList();
      assertEquals(TOGETHER, ours.size(), ours.toString());
      assertEquals(1, ours.stream().distinct().count(), ours.toString());
      assertTrue(
          proxy.statements().stream().noneMatch(sql -> sql.contains("advisory")), ours.toString());
    }
    threads.shutdown();
  }

  private static UpgradeReport report(Future<UpgradeReport> run) {
    try {
      return run.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Fault(Scenario.CLOCK_JUMPS)
  @ParameterizedTest
  @MethodSource("majors")
  void theOrderIsThatOfApplyingWhateverTheClockSaid(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations set = migrations().add("M0003_None", schema -> {});
    migrator(database, set).upgrade();
    execute(
        database,
        "UPDATE lockstep_history SET (started_at, finished_at) = (SELECT t, t - interval '1 day'"
            + " FROM (SELECT timestamptz '2300-01-01' - ordinal * interval '110 years' AS t) AS x)");

    assertEquals(List.of("M0003_None"), migrator(database, set).upgrade().at());
    assertEquals(
        List.of(FIRST, SECOND, "M0003_None"),
        migrator(database, set).history().entries().stream()
            .map(HistoryEntry::revision)
            .toList());
    assertEquals(
        "M0003_None", migrator(database, set).downgrade(1).reverted().get(0).revision());
    assertEquals(SECOND, migrator(database, set).downgrade(1).reverted().get(0).revision());
    assertEquals(2, migrator(database, set).upgrade().applied().size());
  }

  @Fault(Scenario.LATE_BRANCH)
  @ParameterizedTest
  @MethodSource("majors")
  void twoHeadsAreRefused(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations heads = new WrittenMigrations()
        .add("M1", schema -> {})
        .add("M2b", List.of("M1"), schema -> {}, schema -> {})
        .add("M2a", List.of("M1"), schema -> {}, schema -> {});

    UsageException refusal = assertThrows(UsageException.class, migrator(database, heads)::upgrade);

    assertEquals("SeveralHeads", refusal.code());
    assertEquals(List.of(), query(database, "SELECT 1 FROM pg_tables WHERE schemaname = 'public'"));
  }

  /** Upgrades a shop; loaded by a loader of its own it has a library of its own. */
  public static final class Loaded implements Callable<Integer> {
    private final String url;

    public Loaded(String url) {
      this.url = url;
    }

    @Override
    public Integer call() {
      PGSimpleDataSource database = new PGSimpleDataSource();
      database.setUrl(url);
      return migrator(database).upgrade().applied().size();
    }
  }

  @Fault(Scenario.TWO_CLASS_LOADERS)
  @ParameterizedTest
  @MethodSource("majors")
  void twoClassLoadersDoItOnce(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    String url = ((PGSimpleDataSource) database).getUrl() + "?user=postgres";
    ExecutorService threads = Executors.newFixedThreadPool(2);
    int applied = 0;
    try (URLClassLoader one = loader();
        URLClassLoader two = loader()) {
      List<Future<Integer>> running = new ArrayList<>();
      for (URLClassLoader each : List.of(one, two)) {
        running.add(threads.submit(loaded(each, url)));
      }
      for (Future<Integer> each : running) {
        applied += each.get();
      }
    }
    threads.shutdown();

    assertEquals(2, applied);
    assertEquals(List.of("2"), query(database, "SELECT count(*) FROM lockstep_history"));
  }

  @SuppressWarnings("unchecked")
  private static Callable<Integer> loaded(ClassLoader loader, String url) throws Exception {
    return (Callable<Integer>)
        loader.loadClass(Loaded.class.getName()).getConstructor(String.class).newInstance(url);
  }

  /** Everything but the JDK anew. */
  private static URLClassLoader loader() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(Path.of(each).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
