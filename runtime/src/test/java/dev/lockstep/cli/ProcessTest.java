package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.testing.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own. */
class ProcessTest {
  @TempDir
  Path folder;

  private String run(String missing, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    return MainProcess.start(folder, ShopMigrations.class, missing, environment, args)
        .end()
        .toString();
  }

  @Test
  void upgradesAndSaysSoAndNothingElse() throws Exception {
    Map<String, String> environment =
        CommandLineRun.environment(Postgres.newDatabase(Postgres.OLDEST));

    assertEquals("""
        0|applied 2 migrations, now at M0002_AddAddressToUser
          M0001_InitialMigration (N ms)
          M0002_AddAddressToUser (N ms)|""", run("", environment, "upgrade").replaceAll("\\d+ ms", "N ms"));
    assertEquals("2", run("", environment, "downgrade", "-9").substring(0, 1));
  }

  @Test
  void saysThatPicocliIsMissing() throws Exception {
    assertEquals("""
        2||error: [lockstep:PicocliMissing] picocli is not on the class path
            add: info.picocli:picocli
            on the module path: --add-modules info.picocli""", run("picocli-", Map.of(), "status"));
  }

  @Test
  void saysThatTheDriverIsMissing() throws Exception {
    assertEquals("""
        2||error: [lockstep:DriverMissing] the PostgreSQL driver is not on the class path
            add: org.postgresql:postgresql""", run("postgresql-", Map.of("PGHOST", "localhost"), "status"));
  }
}
