package dev.lockstep.cli;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.WrittenMigrations;
import dev.lockstep.testing.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** With letters that ASCII does not have. */
  public static final class Sizes extends ServedMigrations {
    public Sizes() {
      super(new WrittenMigrations()
          .add(
              "M0001_Sizes",
              schema -> schema.createTable(
                  "größe", column("größe", text()).notNull().defaultValue("'größe'"))));
    }
  }

  /** The locale of cron, and of most containers. */
  @ParameterizedTest
  @ValueSource(strings = {"C", "C.UTF-8"})
  void writesUtf8WhateverTheLocale(String locale) throws Exception {
    Map<String, String> environment = Map.of("LC_ALL", locale);
    String create = "CREATE TABLE \"public\".\"größe\" (";

    for (String[] args : new String[][] {{"sql"}, {"sql", "--json"}, {"show", "M0001"}}) {
      CommandLineRun run =
          MainProcess.start(folder, Sizes.class, "", environment, args).end();
      assertTrue(run.out().replace("\\\"", "\"").contains(create), run::toString);
      assertTrue(run.out().contains("DEFAULT 'größe'"), run::toString);
    }
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
