package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run over many schemas as a process of its own, cut in the middle and started again. With
 * {@code -Dlockstep.tenants=1000} it has so many, and says how long they take.
 */
class FleetProcessTest {
  private static final int FEW = 30;
  private static final int TENANTS = Integer.getInteger("lockstep.tenants", FEW);

  @TempDir
  Path folder;

  private MainProcess start(TenantDatabase database, String lock) throws Exception {
    return MainProcess.start(
        folder,
        TenantMigrations.class,
        "",
        database.environment(),
        "upgrade",
        "--schemas",
        "tenant_*",
        "--lock",
        lock,
        "--lease",
        "2s");
  }

  /** Under a lease a run once left a schema that differs; it takes long to try that again. */
  static List<String> locks() {
    return Boolean.getBoolean("lockstep.lease")
        ? List.of("advisory", "lease")
        : List.of("advisory");
  }

  @Fault(Scenario.MANY_SCHEMAS)
  @ParameterizedTest
  @MethodSource("locks")
  void goesOnAfterAKill(String lock) throws Exception {
    TenantDatabase undisturbed = new TenantDatabase(TENANTS);
    CommandLineRun all = start(undisturbed, lock).end();
    assertTrue(all.out().startsWith(TENANTS + " targets: " + TENANTS + " done"), all.toString());
    if (TENANTS != FEW) {
      System.out.println(all.out());
    }

    TenantDatabase database = new TenantDatabase(TENANTS);
    try (Connection gate = database.shutGate()) {
      Process killed = start(database, lock).process();
      database.awaitGate();
      killed.destroyForcibly();
      assertEquals(137, killed.waitFor());
      assertTrue(database.finished() < TENANTS / 2, gate.toString());
    }

    CommandLineRun again = start(database, lock).end();

    assertTrue(
        again.out().startsWith(TENANTS + " targets: " + TENANTS + " done"), again.toString());
    assertEquals(List.of(String.valueOf(TENANTS)), database.groups(), database.contents());
    assertEquals(undisturbed.content(), database.content());
  }

  @Test
  void aSignalEndsItWithAReport() throws Exception {
    TenantDatabase database = new TenantDatabase(FEW);
    CommandLineRun ended;
    try (Connection gate = database.shutGate()) {
      MainProcess process = start(database, "auto");
      database.awaitGate();
      process.process().destroy();
      ended = process.end();
      assertEquals(List.of(), database.locks(), gate.toString());
    }

    assertEquals(143, ended.code(), ended.toString());
    assertTrue(ended.out().matches("(?s)30 targets: .*\\d+ not started, in .*"), ended.toString());
    assertTrue(ended.err().contains("\nnot started: tenant_00"), ended.err());
    assertTrue(
        ended.err().endsWith("\ngo on with all: lockstep upgrade --schemas 'tenant_*'"),
        ended.err());
    assertEquals(0, start(database, "auto").end().code());
    assertEquals(List.of("30"), database.groups());
  }
}
