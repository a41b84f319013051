package dev.lockstep;

import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cli.DroppingMigrations;
import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Many schemas and databases in one run. */
class FleetTest {
  private static final int TENANTS = 30;

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static Fleet.Builder tenants(DataSource database, MigrationSet set) {
    return Fleet.builder()
        .database("main", database)
        .schemas("tenant_*")
        .settings(migrator -> migrator.migrations(set));
  }

  private static DataSource withTenants(int major, int tenants) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    execute(
        database,
        IntStream.rangeClosed(1, tenants)
            .mapToObj(i -> "CREATE SCHEMA tenant_" + String.format("%02d", i))
            .collect(Collectors.joining(";")));
    return database;
  }

  private static List<String> names(List<? extends TargetResult<?>> results) {
    return results.stream().map(each -> each.target().name()).toList();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void bringsAllToTheSameAndKnowsThatItIsDone(int major) throws SQLException {
    DataSource database = withTenants(major, TENANTS);
    Fleet fleet = tenants(database, Shop.migrations()).build();

    FleetReport<UpgradeReport> report = fleet.upgrade();

    assertEquals("30 targets: 30 done", report.summary());
    assertEquals(Outcome.DONE, report.outcome());
    report
        .completed()
        .forEach(each -> assertEquals(2, each.report().applied().size(), each.toString()));
    assertEquals("tenant_01", report.results().get(0).target().name());
    assertEquals(
        List.of("30"), query(database, "SELECT count(*) FROM pg_tables WHERE tablename = 'user'"));
    assertEquals(Outcome.DONE, fleet.status().outcome());
    assertEquals(Outcome.DONE, fleet.check().outcome());
    FleetReport<UpgradeReport> again = fleet.upgrade();
    again
        .completed()
        .forEach(each -> assertEquals(List.of(), each.report().applied(), each.toString()));

    assertEquals(Outcome.DONE, fleet.downgradeTo("base").orElseThrow().outcome());
    assertEquals(
        List.of("0"), query(database, "SELECT count(*) FROM pg_tables WHERE tablename = 'user'"));
    assertEquals(Outcome.PENDING, fleet.status().outcome());
  }

  @Test
  void aFailureStaysWithItsTarget() throws SQLException {
    DataSource database = withTenants(Postgres.NEWEST, 6);
    execute(database, "CREATE TYPE tenant_03.\"user\" AS (a int)");
    migrator(database).forceStamp("M0001");
    Migrator fifth = Migrator.builder(database)
        .migrations(Shop.migrations().add("M0003_New", schema -> {}))
        .schema("tenant_05")
        .build();
    fifth.upgrade();

    FleetReport<UpgradeReport> report =
        tenants(database, Shop.migrations()).build().upgrade();

    assertEquals("6 targets: 4 done, 1 failed, 1 history-mismatch", report.summary());
    assertEquals(Outcome.FAILED, report.outcome());
    assertEquals(
        Map.of(Outcome.DONE, 4, Outcome.FAILED, 1, Outcome.HISTORY_MISMATCH, 1), report.counts());
    assertEquals(List.of("tenant_03", "tenant_05"), names(report.failed()));
    assertTrue(
        report.toString().contains("\ntenant_03: [lockstep:MigrationFailed] " + FIRST),
        report.toString());
    FleetException thrown = assertThrows(FleetException.class, report::orElseThrow);
    assertEquals(
        "[lockstep:TargetsFailed] 6 targets: 4 done, 1 failed, 1 history-mismatch\n"
            + "    failed: tenant_03, tenant_05",
        thrown.getMessage());
    assertEquals(2, thrown.getSuppressed().length);

    execute(database, "DROP TYPE tenant_03.\"user\"");
    FleetReport<UpgradeReport> again =
        tenants(database, Shop.migrations()).build().upgrade();

    assertEquals(List.of("tenant_05"), names(again.failed()));
    assertEquals(
        List.of(FIRST, SECOND),
        query(database, "SELECT revision FROM tenant_03.lockstep_history ORDER BY ordinal"));
  }

  @Test
  void aBusyTargetIsLeftAlone() throws SQLException {
    DataSource database = withTenants(Postgres.NEWEST, 3);
    Migrator second = Migrator.builder(database)
        .schema("tenant_02")
        .migrations(Shop.migrations())
        .listener(new MigrationListener() {
          @Override
          public void migrationStarted(
              Direction direction, String revision, int number, int total) {
            FleetReport<UpgradeReport> report = tenants(database, Shop.migrations())
                .settings(each -> each.migrations(Shop.migrations()).lockWait(Duration.ZERO))
                .build()
                .upgrade();
            if (number == 1) {
              assertEquals("3 targets: 2 done, 1 busy", report.summary());
              assertEquals(Outcome.BUSY, report.outcome());
            }
          }
        })
        .build();

    assertEquals(2, second.upgrade().applied().size());
  }

  /** Three begin, and wait for each other; a fourth would be counted. */
  @Test
  void runsSoManyAtATimeAndEachWithOneConnection() throws SQLException {
    CountedConnections database = new CountedConnections(withTenants(Postgres.NEWEST, 12));
    CountDownLatch together = new CountDownLatch(3);
    WrittenMigrations set = Shop.migrations()
        .add(
            "M0003_Meet",
            schema -> schema.run("meet", connection -> {
              together.countDown();
              try {
                together.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            }));

    tenants(database.dataSource(), set).parallel(3).build().upgrade().orElseThrow();

    assertEquals(3, database.most());
  }

  @Test
  void aDatabaseThatIsNotThereStopsNoOther() throws SQLException {
    DataSource first = withTenants(Postgres.NEWEST, 2);
    DataSource second = withTenants(Postgres.OLDEST, 2);
    Fleet fleet = Fleet.builder()
        .database("shard-1", first)
        .database("shard-2", nowhere())
        .database("shard-3", second)
        .schemas("tenant_*")
        .settings(each -> each.migrations(Shop.migrations()))
        .build();

    FleetReport<UpgradeReport> report = fleet.upgrade();

    assertEquals(
        List.of(
            "tenant_01 of shard-1",
            "tenant_02 of shard-1",
            "shard-2",
            "tenant_01 of shard-3",
            "tenant_02 of shard-3"),
        names(report.results()));
    assertEquals(List.of("shard-2"), names(report.failed()));
    assertInstanceOf(LockstepException.class, report.failed().get(0).failure());
    assertEquals(Outcome.FAILED, report.outcome());
  }

  private static DataSource nowhere() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setServerNames(new String[] {"127.0.0.1"});
    nowhere.setPortNumbers(new int[] {1});
    nowhere.setUser("postgres");
    return nowhere;
  }

  @Test
  void takesOneSchemaOfEachDatabaseWithoutPatterns() {
    DataSource first = Postgres.newDatabase(Postgres.NEWEST);
    DataSource second = Postgres.newDatabase(Postgres.NEWEST);

    FleetReport<UpgradeReport> report = Fleet.builder()
        .database("a", first)
        .database("b", second)
        .settings(each -> each.migrations(Shop.migrations()).schema("shop"))
        .build()
        .upgrade();

    assertEquals(List.of("a", "b"), names(report.completed()));
    assertEquals("shop", report.results().get(0).target().schema());
  }

  /** A pattern, a bar, and the schemas with a slash between two of them. */
  @Test
  void knowsWhichSchemasAPatternStandsFor() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    execute(
        database,
        "CREATE SCHEMA tenant; CREATE SCHEMA tenant_1; CREATE SCHEMA tenant_2;"
            + " CREATE SCHEMA tenant_10; CREATE SCHEMA \"A*b\"; CREATE SCHEMA \"a\"\"b\";"
            + " CREATE SCHEMA \"a, \uD83D\uDE00\"");
    String cases = """
        *|A*b/a"b/a, \uD83D\uDE00/public/tenant/tenant_1/tenant_10/tenant_2
        tenant_?|tenant_1/tenant_2
        tenant*|tenant/tenant_1/tenant_10/tenant_2
        TENANT*|
        tenant_1|tenant_1
        tenant.1|
        ?\\*?|A*b
        a, ?|a, \uD83D\uDE00
        *"*|a"b
        pg_*|
        information_schema|""";

    assertEquals(
        cases,
        cases
            .lines()
            .map(line -> line.split("\\|")[0])
            .map(pattern -> pattern + "|" + schemas(database, pattern))
            .collect(Collectors.joining("\n")));
  }

  private static String schemas(DataSource database, String pattern) {
    try {
      return Fleet.builder()
          .database("main", database)
          .schemas(pattern)
          .settings(each -> each.migrations(Shop.migrations()))
          .build()
          .status()
          .orElseThrow()
          .results()
          .stream()
          .map(each -> each.target().schema())
          .sorted()
          .collect(Collectors.joining("/"));
    } catch (UsageException e) {
      assertEquals("NoSchemaMatches", e.code());
      return "";
    }
  }

  /** Raw names come into SQL quoted. */
  @Test
  void bearsHostileNames() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    execute(database, "CREATE SCHEMA \"x\"\"; DROP SCHEMA public; --\"; CREATE SCHEMA \"x\\'%s\"");

    assertEquals(
        "2 targets: 2 done",
        Fleet.builder()
            .database("main", database)
            .schemas("x*")
            .settings(each -> each.migrations(Shop.migrations()))
            .build()
            .upgrade()
            .summary());
    assertEquals(
        List.of("x\"; DROP SCHEMA public; --", "x\\'%s"),
        query(database, "SELECT schemaname FROM pg_tables WHERE tablename = 'user' ORDER BY 1"));
  }

  @Test
  void saysWhatCannotBe() throws SQLException {
    DataSource database = withTenants(Postgres.NEWEST, 2);
    Fleet fleet = Fleet.builder()
        .database("main", database)
        .schemas("tenant_*", "tenent_*")
        .settings(each -> each.migrations(Shop.migrations()))
        .build();

    assertEquals("""
        [lockstep:NoSchemaMatches] no schema matches tenent_*
            there are: public
            make a new one: upgrade --schema NAME, or Migrator.builder(dataSource).schema("NAME")""", assertThrows(UsageException.class, fleet::status).getMessage());
    assertEquals("SchemaPattern", refusal(() -> Fleet.builder().schemas(" ")));
    assertEquals("SchemaPattern", refusal(() -> Fleet.builder().schemas("a\\")));
    assertEquals("NoTargets", refusal(() -> Fleet.builder().build()));
    assertEquals("LimitOutOfRange", refusal(() -> Fleet.builder().parallel(0)));
    assertEquals(
        "TargetTwice",
        refusal(() -> Fleet.builder().database("a", database).database("a", database)));
    assertEquals(
        "SchemaAndPatterns",
        refusal(() -> tenants(database, Shop.migrations())
            .settings(each -> each.migrations(Shop.migrations()).schema("x"))
            .build()));
    assertEquals(
        "RevisionUnknown",
        refusal(() -> tenants(database, Shop.migrations()).build().upgradeTo("X")));
    assertFalse(query(database, "SELECT nspname FROM pg_namespace").contains("NAME"));
  }

  private static String refusal(Runnable call) {
    return assertThrows(UsageException.class, call::run).code();
  }

  @Test
  void aListenerThatFailsFailsItsTargetAlone() throws SQLException {
    DataSource database = withTenants(Postgres.NEWEST, 3);

    FleetReport<UpgradeReport> report = tenants(database, Shop.migrations())
        .listener(new FleetListener() {
          @Override
          public MigrationListener started(Target target, MigrationListener usual) {
            if (target.schema().equals("tenant_02")) {
              throw new StackOverflowError("on purpose");
            }
            return usual;
          }

          @Override
          public void finished(TargetResult<?> result) {
            throw new IllegalStateException("on purpose");
          }
        })
        .build()
        .upgrade();

    assertEquals(List.of("tenant_02"), names(report.failed()));
    assertEquals(2, report.completed().size());
  }

  @Test
  void refusesToLoseDataInEach() throws SQLException {
    DataSource database = withTenants(Postgres.NEWEST, 2);
    MigrationSet dropping = new DroppingMigrations();
    tenants(database, dropping).build().upgrade().orElseThrow();

    FleetReport<DowngradeReport> refused = tenants(database, dropping)
        .settings(each -> each.migrations(dropping).refuseIrreversible())
        .build()
        .downgrade(1);

    assertEquals("2 targets: 2 usage", refused.summary());
    assertEquals(Outcome.DONE, tenants(database, dropping).build().status().outcome());
    assertEquals(
        "2 targets: 2 done", tenants(database, dropping).build().downgrade(1).summary());
  }
}
