package dev.lockstep;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.OwnServer;
import dev.lockstep.testing.OwnServer.Stop;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A run whose server goes away, comes back as another, or does not let it in again. */
class LostServerTest {
  private static final String THIRD = "M0003_Parts";

  /** Hears of steps and of lost connections, in order. */
  private static class Ear implements MigrationListener {
    private final int at;
    private final Runnable work;
    final List<String> lost = new ArrayList<>();
    final List<String> begun = new ArrayList<>();

    /** Does the work when that step of the third migration begins for the first time. */
    Ear(int at, Runnable work) {
      this.at = at;
      this.work = work;
    }

    @Override
    public void stepStarted(String revision, String step, int number, int total) {
      if (revision.equals(THIRD)) {
        begun.add(number + " of " + total);
        if (number == at && begun.indexOf(number + " of " + total) == begun.size() - 1) {
          work.run();
        }
      }
    }

    @Override
    public void connectionLost(String reason, Duration pause) {
      lost.add(reason);
    }
  }

  /** The third one in three parts, the second of which is outside a transaction. */
  private static WrittenMigrations migrations() {
    return Shop.migrations()
        .add(
            THIRD,
            schema -> {
              schema.addColumn("user", column("note", text()));
              schema.createIndexConcurrently("user", index("user_note", "note"));
              schema.addColumn("user", column("more", text()));
            },
            schema -> {
              schema.dropColumn("user", "more");
              schema.dropIndexConcurrently("user_note");
              schema.dropColumn("user", "note");
            });
  }

  private static Migrator.Builder builder(DataSource database, MigrationListener heard) {
    return Migrator.builder(database).migrations(migrations()).listener(heard);
  }

  private static void run(DataSource database, String sql) {
    try {
      execute(database, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> revisions(UpgradeReport report) {
    return report.applied().stream().map(FinishedMigration::revision).toList();
  }

  /** The run sees it end, stay away, start, and be there again; its own lock is in nobody's way. */
  @Fault(Scenario.SERVER_RESTARTED)
  @ParameterizedTest
  @CsvSource({"14, FAST, 1, LEASE", "18, IMMEDIATE, 2, ADVISORY"})
  void aRestartInTheMiddleIsWaitedFor(int major, Stop stop, int at, LockKind lock)
      throws Exception {
    try (OwnServer server = OwnServer.start(major)) {
      List<CompletableFuture<Void>> started = new ArrayList<>();
      Ear ear = new Ear(at, () -> server.stop(stop)) {
        @Override
        public void connectionLost(String reason, Duration pause) {
          super.connectionLost(reason, pause);
          if (lost.size() == 2) {
            started.add(CompletableFuture.runAsync(server::start));
          }
        }
      };

      UpgradeReport report = builder(server.dataSource(), ear)
          .lock(lock)
          .lockWait(Duration.ZERO)
          .build()
          .upgrade();

      started.get(0).join();
      assertEquals(List.of(FIRST, SECOND, THIRD), revisions(report));
      assertEquals(
          at == 1
              ? List.of("1 of 3", "1 of 3", "2 of 3", "3 of 3")
              : List.of("1 of 3", "2 of 3", "2 of 3", "3 of 3"),
          ear.begun);
      assertTrue(ear.lost.get(1).endsWith("(08001)"), ear.lost.toString());
      Migrator again = builder(server.dataSource(), MigrationListener.NONE).build();
      assertEquals(List.of(), again.check().differences());
      assertEquals(List.of(), again.upgrade().applied());
      if (lock == LockKind.LEASE) {
        // Its own, which nobody had given back.
        assertEquals(
            List.of("2 -infinity"),
            query(
                server.dataSource(),
                "SELECT concat_ws(' ', token, expires_at) FROM lockstep_lease"));
      }
    }
  }

  @Fault(Scenario.FAILOVER)
  @Test
  void aServerThatComesBackAsAStandbyEndsIt() throws Exception {
    try (OwnServer server = OwnServer.start(Postgres.NEWEST)) {
      Ear ear = new Ear(2, () -> {
        server.stop(Stop.FAST);
        server.demote();
        server.start();
      });

      UnsuitableServerException failure = assertThrows(
          UnsuitableServerException.class, builder(server.dataSource(), ear).build()::upgrade);

      assertEquals("NotPrimary", failure.code());
      assertEquals(7, failure.outcome().exitCode());
      String[] lines = failure.getMessage().split("\n");
      assertEquals(4, lines.length, failure.getMessage());
      assertTrue(
          lines[2].startsWith("    the connection had broken: M0003_Parts stopped part-way,"
              + " 1 of 3 steps are committed: "),
          lines[2]);
      assertEquals(
          "    before it in this run: " + FIRST + ", " + SECOND + " (applied, stays so)", lines[3]);
      server.stop(Stop.FAST);
      server.lead();
      server.start();
      assertEquals(
          List.of("M0003_Parts upgrading 1"),
          query(
              server.dataSource(),
              "SELECT concat_ws(' ', revision, state, steps_done) FROM lockstep_history"
                  + " WHERE state <> 'applied'"));
      assertEquals(
          List.of(THIRD),
          revisions(builder(server.dataSource(), MigrationListener.NONE).build().upgrade()));
    }
  }

  /** The time counts from when the connection was lost, and says so in the end. */
  @Fault(Scenario.SERVER_RESTARTED)
  @Test
  void aServerThatStaysAwayEndsItWhenTheTimeIsOver() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    try (ServerProxy proxy = ServerProxy.to(database)) {
      DataSource proxied = proxy.dataSource();
      Ear ear = new Ear(3, () -> {
        proxy.refuse();
        MigrationInParts.endOthers(database);
      });
      Migrator migrator = builder(proxied, ear).retryFor(Duration.ofMillis(700)).build();

      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, migrator::upgrade);

      assertEquals("StoppedPartWay", failure.code());
      assertEquals(Outcome.PART_WAY, failure.outcome());
      assertEquals(List.of(FIRST, SECOND), failure.failure().finished());
      String[] lines = failure.getMessage().split("\n");
      assertTrue(
          lines[0].startsWith(
              "[lockstep:StoppedPartWay] M0003_Parts stopped part-way, 2 of 3 steps"),
          lines[0]);
      assertTrue(lines[lines.length - 1].startsWith("    no new connection in 0 s: "), lines[4]);
      assertTrue(ear.lost.size() > 1, ear.lost.toString());
    }
    assertEquals(
        List.of(THIRD),
        revisions(builder(database, MigrationListener.NONE).build().upgrade()));
  }

  /** A role of its own, which others may lock out. */
  private static DataSource as(DataSource database, String role) throws SQLException {
    execute(database, "CREATE ROLE " + role + " LOGIN; GRANT ALL ON SCHEMA public TO " + role);
    PGSimpleDataSource other = new PGSimpleDataSource();
    PGSimpleDataSource made = (PGSimpleDataSource) database;
    other.setPortNumbers(made.getPortNumbers());
    other.setDatabaseName(made.getDatabaseName());
    other.setUser(role);
    return other;
  }

  @Fault(Scenario.AUTHENTICATION_FAILS)
  @Test
  void aLoginThatIsRefusedIsNotTriedAgain() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    DataSource locked = as(database, "locked_out");
    Ear ear = new Ear(1, () -> {
      run(database, "ALTER ROLE locked_out NOLOGIN");
      MigrationInParts.endOthers(database);
    });

    DatabaseException failure =
        assertThrows(DatabaseException.class, builder(locked, ear).build()::upgrade);

    assertEquals(1, ear.lost.size(), ear.lost.toString());
    assertEquals("""
        [lockstep:NoConnection] role "locked_out" is not permitted to log in (28000)
            check: user and password, and what pg_hba.conf lets this machine do
            the connection had broken: M0003_Parts was rolled back: terminating connection due to administrator command (57P01)
            before it in this run: M0001_InitialMigration, M0002_AddAddressToUser (applied, stays so)""", failure.getMessage());
  }

  /** It is there and says so; who is not there at all is told at once. */
  @Test
  void aServerThatIsFullIsAskedAgainFromTheBeginning() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    DataSource full = as(database, "one_too_many");
    execute(database, "ALTER ROLE one_too_many CONNECTION LIMIT 0");
    List<String> lost = new ArrayList<>();
    MigrationListener listener = new MigrationListener() {
      @Override
      public void connectionLost(String reason, Duration pause) {
        lost.add(reason);
        if (lost.size() == 2) {
          run(database, "ALTER ROLE one_too_many CONNECTION LIMIT 1");
        }
      }
    };

    assertEquals(3, builder(full, listener).build().upgrade().applied().size());

    assertEquals(
        List.of(
            "too many connections for role \"one_too_many\" (53300)",
            "too many connections for role \"one_too_many\" (53300)"),
        lost);
    execute(database, "ALTER ROLE one_too_many CONNECTION LIMIT 0");
    Migrator impatient =
        builder(full, MigrationListener.NONE).retryFor(Shop.ONE_CONNECTION).build();
    assertEquals(
        "[lockstep:DatabaseError] " + lost.get(0),
        assertThrows(DatabaseException.class, impatient::upgrade).getMessage());
  }

  @Test
  void aBorrowedConnectionIsNotReplaced() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Ear ear = new Ear(1, () -> MigrationInParts.endOthers(database));
    try (Connection connection = database.getConnection()) {
      Migrator migrator =
          Migrator.builder(connection).migrations(migrations()).listener(ear).build();

      assertEquals(
          "MigrationFailed",
          assertThrows(MigrationFailedException.class, migrator::upgrade).code());
    }
    assertEquals(List.of(), ear.lost);
  }

  /** Three go back although the second connection finds two. */
  @Test
  void aDowngradeByNumberCountsFromItsBeginning() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    builder(database, MigrationListener.NONE).build().upgrade();
    MigrationListener cutting = new MigrationListener() {
      private boolean cut;

      @Override
      public void migrationStarted(Direction direction, String revision, int number, int total) {
        if (revision.equals(SECOND) && !cut) {
          cut = true;
          MigrationInParts.endOthers(database);
        }
      }
    };

    DowngradeReport report = builder(database, cutting).build().downgrade(2);

    assertEquals(
        List.of(THIRD, SECOND),
        report.reverted().stream().map(FinishedMigration::revision).toList());
    assertEquals(List.of(FIRST), report.at());
  }

  /** As after a crash of a server that has not written all of it. */
  @Fault(Scenario.FAILOVER)
  @Test
  void whatIsGoneMeanwhileIsDoneAgainAndToldOnce() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator other = builder(database, MigrationListener.NONE).build();
    Ear ear = new Ear(2, () -> {
      MigrationInParts.endOthers(database);
      other.downgradeTo("base");
    });

    UpgradeReport report = builder(database, ear).build().upgrade();

    assertEquals(List.of(FIRST, SECOND, THIRD), revisions(report));
    assertEquals(List.of("1 of 3", "2 of 3", "1 of 3", "2 of 3", "3 of 3"), ear.begun);
    assertEquals(List.of(), other.check().differences());
  }

  /** Somebody else who does it has done it. */
  @Test
  void whatOthersFinishMeanwhileIsTheirs() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator other = builder(database, MigrationListener.NONE).build();
    Ear ear = new Ear(2, () -> {
      MigrationInParts.endOthers(database);
      other.upgrade();
    });

    UpgradeReport report = builder(database, ear).build().upgrade();

    assertEquals(List.of(FIRST, SECOND), revisions(report));
    assertEquals(List.of(THIRD), report.at());
  }

  /** What came first with it leaves no older version of the application to wait for. */
  @Test
  void aNewDatabaseGetsAllOfItsMigrations() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations phased = Shop.migrations()
        .contract(
            THIRD,
            schema -> schema.dropColumn("user", "address"),
            schema -> schema.addColumn("user", column("address", text())));
    Ear ear = new Ear(1, () -> MigrationInParts.endOthers(database));

    UpgradeReport report =
        Migrator.builder(database).migrations(phased).listener(ear).build().upgrade(Phase.EXPAND);

    assertEquals(1, ear.lost.size());
    assertEquals(List.of(FIRST, SECOND, THIRD), revisions(report));
    assertEquals(List.of(), report.held());
  }
}
