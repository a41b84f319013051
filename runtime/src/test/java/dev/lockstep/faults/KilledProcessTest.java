package dev.lockstep.faults;

import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lockstep.EndState;
import dev.lockstep.Migrator;
import dev.lockstep.cli.CommandLineRun;
import dev.lockstep.cli.MainProcess;
import dev.lockstep.testing.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A JVM that is killed, and a plain second start. */
class KilledProcessTest {
  private static final String BUILD = "CREATE INDEX CONCURRENTLY";

  @TempDir
  Path folder;

  static List<Integer> majors() {
    return Suite.majors();
  }

  private MainProcess start(DataSource database) throws Exception {
    return MainProcess.start(
        folder, GatedMigrations.class, "", CommandLineRun.environment(database), "upgrade");
  }

  private static void kill(MainProcess process) throws Exception {
    process.process().destroyForcibly();
    assertEquals(137, process.end().code());
  }

  private void endsAsIfLeftAlone(int major, DataSource database) throws Exception {
    DataSource undisturbed = Postgres.newDatabase(major);
    new Gates(undisturbed);
    Migrator.builder(undisturbed).migrations(new GatedMigrations()).build().upgrade();

    CommandLineRun again = start(database).end();

    assertEquals(0, again.code(), again.toString());
    assertEquals(EndState.of(undisturbed), EndState.of(database));
  }

  @Fault(Scenario.KILL_IN_TRANSACTION)
  @ParameterizedTest
  @MethodSource("majors")
  void inATransactionTheServerRollsBackAtOnce(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    Gates gates = new Gates(database);
    try (Connection gate = gates.shut(2)) {
      MainProcess process = start(database);
      String backend = gates.await(2);
      kill(process);

      // Its statement would go on for as long as the gate is shut.
      gates.awaitEnd(backend);

      assertFalse(gate.isClosed());
      assertEquals(
          List.of("M0001_Begin applied"),
          query(database, "SELECT revision || ' ' || state FROM lockstep_history"));
    }
    endsAsIfLeftAlone(major, database);
  }

  @Fault(Scenario.KILL_BETWEEN_STEPS)
  @ParameterizedTest
  @MethodSource("majors")
  void betweenTwoStepsTheHistorySaysWhich(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    Gates gates = new Gates(database);
    String index = "SELECT 'account_email'::regclass::oid";
    List<String> built;
    try (Connection gate = gates.shut(3)) {
      MainProcess process = start(database);
      String backend = gates.await(3);
      kill(process);
      gates.awaitEnd(backend);

      assertFalse(gate.isClosed());
      assertEquals(
          List.of("M0003_Parts upgrading 2 of 6"),
          query(
              database,
              "SELECT revision || ' ' || state || ' ' || steps_done || ' of ' || steps"
                  + " FROM lockstep_history WHERE state <> 'applied'"));
      built = query(database, index);
    }
    endsAsIfLeftAlone(major, database);
    assertEquals(built, query(database, index));
    assertEquals(List.of("1"), query(database, "SELECT DISTINCT age FROM account"));
  }

  @Fault(Scenario.KILL_IN_CONCURRENT_BUILD)
  @ParameterizedTest
  @MethodSource("majors")
  void inAConcurrentBuildWhatIsLeftIsReplaced(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    Gates gates = new Gates(database);
    Migrator.builder(database)
        .migrations(new GatedMigrations())
        .build()
        .upgradeTo(GatedMigrations.PARTS);
    try (Connection application = database.getConnection()) {
      application.setAutoCommit(false);
      application.createStatement().execute("UPDATE account SET note = note");
      MainProcess process = start(database);
      Gates.await(() -> !gates.blocked(BUILD).isEmpty());
      String backend = gates.blocked(BUILD).get(0);
      kill(process);

      // Its build would wait for as long as the application does.
      gates.awaitEnd(backend);

      assertEquals(
          List.of("f"),
          query(
              database,
              "SELECT indisvalid FROM pg_index WHERE indexrelid = 'account_more'::regclass"));
      application.rollback();
    }
    endsAsIfLeftAlone(major, database);
  }
}
