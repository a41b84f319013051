package dev.lockstep.cli;

import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What SIGTERM leaves of a process that migrates, wherever it is. */
class SignalTest {
  /** By the manual of signals: 128 and SIGTERM. */
  private static final int TERMINATED = 143;

  @TempDir
  Path folder;

  @TempDir
  Path another;

  private final DataSource database = Postgres.newDatabase(Postgres.NEWEST);

  @BeforeEach
  void isFast() throws SQLException {
    execute(database, SlowMigrations.TABLES);
  }

  private MainProcess start(Path in, String... args) throws Exception {
    return MainProcess.start(
        in, SlowMigrations.class, "", CommandLineRun.environment(database), args);
  }

  private void upgrade(String revision) throws Exception {
    assertEquals(0, start(folder, "upgrade", revision).end().code());
  }

  private CommandLineRun terminate(MainProcess process) throws Exception {
    process.process().destroy();
    CommandLineRun end = process.end();
    assertEquals(TERMINATED, end.code(), end.toString());
    assertEquals("", end.out());
    assertEquals(List.of(), sessions(), end.toString());
    return end;
  }

  /** Comes back when a session runs such a statement. */
  private void awaitStatement(MainProcess process, String begin) throws Exception {
    while (sessions().stream().noneMatch(each -> each.startsWith(begin))) {
      assertTrue(process.process().isAlive(), process::toString);
      Thread.onSpinWait();
    }
  }

  /** What other sessions are at. */
  private List<String> sessions() throws SQLException {
    return query(
        database,
        "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'"
            + " AND pid <> pg_backend_pid()");
  }

  private Connection holding(String lock) throws SQLException {
    Connection holder = database.getConnection();
    holder.setAutoCommit(false);
    holder.createStatement().execute(lock);
    return holder;
  }

  @Fault(Scenario.USER_CODE)
  @Test
  void inAStatement() throws Exception {
    execute(database, "INSERT INTO public.speed VALUES (60)");
    MainProcess process = start(folder, "upgrade", "M0002");
    awaitStatement(process, "SELECT pg_sleep");

    CommandLineRun end = terminate(process);

    assertEquals("""
        error: [lockstep:Interrupted] M0002_Sleep was rolled back: interrupted: canceling statement due to user request (57014)
            statement: SELECT pg_sleep(seconds) FROM public.speed
            before it in this run: M0001_Begin (applied, stays so)
            next upgrade: begins with M0002_Sleep""", end.err());
    execute(database, "DELETE FROM public.speed");
    upgrade("M0002");
  }

  @Fault(Scenario.USER_CODE)
  @Test
  void inAConcurrentBuild() throws Exception {
    upgrade("M0003");
    MainProcess process;
    CommandLineRun end;
    try (Connection writer = holding("LOCK TABLE a IN ROW EXCLUSIVE MODE")) {
      process = start(folder, "upgrade");
      awaitStatement(process, "CREATE INDEX CONCURRENTLY");
      end = terminate(process);
      writer.rollback();
    }

    assertTrue(
        end.err()
            .startsWith("error: [lockstep:Interrupted] M0004_Build stopped part-way, 0 of 1 step"
                + " is committed: interrupted: "),
        end.err());
    String valid = "SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_id'::regclass";
    assertEquals(List.of("f"), query(database, valid));
    upgrade("head");
    assertEquals(List.of("t"), query(database, valid));
  }

  @Fault(Scenario.USER_CODE)
  @Test
  void inTheWaitForAnotherProcess() throws Exception {
    execute(database, "INSERT INTO public.speed VALUES (60)");
    MainProcess working = start(folder, "upgrade", "M0002");
    awaitStatement(working, "SELECT pg_sleep");
    MainProcess waiting = start(another, "upgrade", "M0002");
    waiting.awaitError("waiting for another migration");

    waiting.process().destroy();

    CommandLineRun end = waiting.end();
    assertEquals(TERMINATED, end.code(), end.toString());
    assertTrue(
        end.err()
            .endsWith("error: [lockstep:Interrupted] interrupted while waiting for another"
                + " process; nothing was done"),
        end.err());
    terminate(working);
  }

  @Fault(Scenario.USER_CODE)
  @Test
  void betweenTwoTries() throws Exception {
    upgrade("M0002");
    CommandLineRun end;
    try (Connection holder = holding("LOCK TABLE public.held")) {
      MainProcess process = start(folder, "upgrade", "M0003", "--lock-timeout", "1ms");
      process.awaitError("tried again");
      end = terminate(process);
      holder.rollback();
    }

    assertTrue(
        end.err().contains("error: [lockstep:Interrupted] M0003_Lock was rolled back: "),
        end.err());
    upgrade("M0003");
  }

  /** The server would go on with the statement of a process that is gone. */
  @Fault(Scenario.USER_CODE)
  @Test
  void inAnApplication() throws Exception {
    execute(database, "INSERT INTO public.speed VALUES (60)");
    MainProcess process = MainProcess.start(
        PlainProgram.class,
        folder,
        SlowMigrations.class,
        "",
        CommandLineRun.environment(database),
        ((PGSimpleDataSource) database).getUrl());
    awaitStatement(process, "SELECT pg_sleep");

    process.process().destroy();

    assertEquals(TERMINATED, process.end().code());
    assertEquals(List.of(), sessions());
    execute(database, "DELETE FROM public.speed");
    upgrade("M0002");
  }
}
