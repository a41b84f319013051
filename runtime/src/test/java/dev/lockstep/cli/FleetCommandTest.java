package dev.lockstep.cli;

import static dev.lockstep.Shop.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands over many schemas and databases. */
class FleetCommandTest {
  @TempDir
  Path folder;

  private final DataSource database = Postgres.newDatabase(Postgres.NEWEST);

  @BeforeEach
  void createTenants() throws SQLException {
    execute(database, "CREATE SCHEMA tenant_1; CREATE SCHEMA tenant_2; CREATE SCHEMA tenant_3");
  }

  private CommandLineRun run(String line) throws IOException {
    return CommandLineRun.of(folder, CommandLineRun.environment(database), line);
  }

  private static String url(DataSource database, String more) {
    Map<String, String> place = CommandLineRun.environment(database);
    return "postgres://postgres" + more + "@localhost:" + place.get("PGPORT") + "/"
        + place.get("PGDATABASE");
  }

  private static String name(DataSource database) {
    return url(database, "").replaceFirst(".*@", "");
  }

  @Test
  void migratesAllSchemasOfAPattern() throws IOException {
    assertEquals("""
        0|3 targets: 3 done, in N ms
          3: applied 1 migration, now at M0001_InitialMigration|""", run("upgrade M0001 --schemas tenant_*").toString());
    assertEquals("""
        0|1 target: 1 done, in N ms
          1: applied 1 migration, now at M0002_AddAddressToUser (tenant_2)|""", run("upgrade --schemas *_2").toString());
    assertEquals("""
        3|3 targets: 1 done, 2 pending, in N ms
          2: 1 pending
          1: up to date, 2 applied (tenant_2)|""", run("--schemas tenant_? status").toString());
    assertEquals(
        """
        0|3 targets: 3 done, in N ms
          2: applied 1 migration, now at M0002_AddAddressToUser
          1: up to date at M0002_AddAddressToUser (tenant_2)|""", run("upgrade --schemas tenant_1 --schemas tenant_* --parallel 2").toString());
    assertEquals("""
        0|3 targets: 3 done, in N ms
          3: reverted 1 migration, now at M0001_InitialMigration|""", run("downgrade -1 --schemas tenant_*").toString());
    assertEquals(
        """
        0|2 targets: 2 done, in N ms
          2: recorded as at M0002_AddAddressToUser|""", run("stamp head --force --schemas tenant_1 --schemas tenant_2").toString());
  }

  @Test
  void showsDriftOfEach() throws Exception {
    run("upgrade --schemas tenant_*");
    execute(database, "ALTER TABLE tenant_2.\"user\" DROP address");

    assertEquals("""
        3|3 targets: 2 done, 1 drift, in N ms
          2: at M0002_AddAddressToUser: no drift
          1: at M0002_AddAddressToUser: 1 difference (tenant_2)

        schema tenant_2 at M0002_AddAddressToUser: 1 difference
          column "address" of table "user"
            expected: "address" varchar(200)
            found:    nothing
            mend:     ALTER TABLE "tenant_2"."user" ADD COLUMN "address" varchar(200);
          before a mend: SET search_path = "tenant_2", "public", "pg_temp"; SET TimeZone = 'UTC';\
         SET DateStyle = 'ISO, MDY'; SET IntervalStyle = 'postgres';|""", run("check --schemas tenant_*").toString());
  }

  @Test
  void saysWhatFailedAndHowToGoOn() throws Exception {
    execute(database, "CREATE TYPE tenant_2.\"user\" AS (a int)");

    CommandLineRun failed = run("upgrade M0001 --schemas tenant_*");

    assertEquals("""
        1|3 targets: 2 done, 1 failed, in N ms
          2: applied 1 migration, now at M0001_InitialMigration""", failed.code() + "|" + failed.out());
    assertTrue(
        failed
            .err()
            .startsWith("error: tenant_2: [lockstep:MigrationFailed] M0001_InitialMigration was"
                + " rolled back: "),
        failed.err());
    assertTrue(failed.err().endsWith("""

            next upgrade: begins with M0001_InitialMigration
            go on: lockstep upgrade M0001 --schema tenant_2
        go on with all: lockstep upgrade M0001 --schemas 'tenant_*'"""), failed.err());
    execute(database, "DROP TYPE tenant_2.\"user\"");
    assertEquals(0, run("upgrade M0001 --schema tenant_2").code());
  }

  /** The same command again would revert another one where it succeeded. */
  @Test
  void aDowngradeByStepsGoesOnWhereItStopped() throws Exception {
    run("upgrade --schemas tenant_*");
    execute(database, "CREATE VIEW tenant_2.v AS SELECT * FROM tenant_2.\"user\"");
    execute(database, "CREATE VIEW tenant_3.v AS SELECT id FROM tenant_3.\"user\"");

    CommandLineRun failed = run("downgrade -2 --schemas tenant_*");

    assertTrue(
        failed.err().contains("\n    go on: lockstep downgrade -2 --schema tenant_2\n"),
        failed.err());
    assertTrue(
        failed.err().contains("\n    go on: lockstep downgrade -1 --schema tenant_3\n"),
        failed.err());
    assertTrue(
        failed.err().endsWith("\nnot for all again: it would revert more where it succeeded"),
        failed.err());
  }

  @Test
  void refusesToLoseDataOfAny() throws IOException {
    Map<String, String> environment = CommandLineRun.environment(database);
    CommandLineRun.over(
        DroppingMigrations.class, folder, environment, "upgrade --schemas tenant_*");

    assertEquals(
        """
        2|3 targets: 3 usage, in N ms|error: 3 targets: [lockstep:DowngradeLosesData] this downgrade does not bring everything back; nothing was done
            t.b: its values are deleted (M0002_Drop)
            u: its rows are deleted (M0002_Drop)
            lose it: --accept data-loss, or a Migrator built without refuseIrreversible()
            targets: tenant_1, tenant_2, tenant_3
            go on with one: lockstep downgrade M0001_Create --schema tenant_1
        go on with all: lockstep downgrade M0001_Create --schemas 'tenant_*'""",
        CommandLineRun.over(
                DroppingMigrations.class,
                folder,
                environment,
                "downgrade M0001_Create --schemas tenant_*")
            .toString());
    assertEquals(
        0,
        CommandLineRun.over(
                DroppingMigrations.class,
                folder,
                environment,
                "downgrade -1 --accept data-loss --schemas tenant_*")
            .code());
  }

  @Test
  void migratesSeveralDatabases() throws Exception {
    DataSource other = Postgres.newDatabase(Postgres.OLDEST);
    Path urls = Files.writeString(
        folder.resolve("urls"),
        "# shards\n\n" + url(database, ":geheim") + "?sslpassword=geheim\n  " + url(other, "")
            + "\n postgres://u:geheim@127.0.0.1:1/gone\n");

    CommandLineRun listed = run("upgrade --schema shop --urls " + urls);

    assertEquals(1, listed.code());
    assertTrue(listed.out().startsWith("3 targets: 2 done, 1 failed, in N ms\n  2: applied 2"));
    assertTrue(
        listed.err().startsWith("error: 127.0.0.1:1/gone: [lockstep:NoConnection] "), listed.err());
    assertTrue(
        listed
            .err()
            .contains("\n    go on: lockstep upgrade --url postgres://u@127.0.0.1:1/gone"
                + " --schema shop\n"),
        listed.err());
    assertFalse(listed.toString().contains("geheim"), listed.toString());

    CommandLineRun repeated = run("--schemas tenant_* --url " + url(database, ":geheim")
        + " status --schemas shop --url " + url(other, ""));

    assertEquals(
        "3|5 targets: 2 done, 3 pending, in N ms\n  3: 2 pending\n  2: up to date, 2 applied (shop of "
            + name(database) + ", shop of " + name(other) + ")|",
        repeated.toString());
  }

  @Test
  void printsOneJsonDocument() throws Exception {
    execute(database, "CREATE TYPE tenant_2.\"user\" AS (a int)");

    CommandLineRun printed = run("upgrade --json --schemas tenant_1 --schemas tenant_2");

    assertEquals(1, printed.code());
    assertTrue(printed.out().startsWith("""
        {
          "outcome": "failed",
          "exitCode": 1,
          "targets": 2,
          "counts": {
            "done": 1,
            "failed": 1
          },
          "milliseconds": N,
          "results": [
            {
              "target": "tenant_1",
              "schema": "tenant_1",
              "state": "completed",
              "report": {
                "outcome": "done",
                "exitCode": 0,
                "applied": [
        """), printed.out());
    assertTrue(printed.out().contains("""
              "state": "failed",
              "failure": {
                "outcome": "failed",
                "exitCode": 1,
                "code": "MigrationFailed",
        """), printed.out());
    assertTrue(printed.out().endsWith("""
              },
              "next": "lockstep upgrade --schema tenant_2"
            }
          ]
        }"""), printed.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status --schemas nobody_* | NoSchemaMatches | no schema matches nobody_*",
        "status --schemas \"\" | SchemaPattern | the pattern \"\" for schemas is empty",
        "status --schemas a --schema b | SchemaAndPatterns | one schema is named, \"b\", and"
            + " patterns for several: only one of both can be",
        "status --schemas a --parallel 0 | LimitOutOfRange | parallel cannot be 0: at least one"
            + " target is migrated at a time",
        "status --urls no/such/file | UrlsUnreadable | the file no/such/file cannot be read:"
            + " NoSuchFileException",
        "status --url postgres://a/b --url postgres://u@a/b | TargetTwice | two of the databases"
            + " have the name \"a/b\"",
        "upgrade X --schemas a | RevisionUnknown | there is no revision \"X\"",
        "history --schemas a | Usage | this is done for one target at a time: without --schemas"
            + " and --urls, with one --url",
        "status --statements --schemas a | Usage | this is done for one target at a time: without"
            + " --schemas and --urls, with one --url",
      })
  void saysWhatIsWrongWithACommandLine(String line, String code, String sentence)
      throws IOException {
    assertEquals(
        "2||error: [lockstep:" + code + "] " + sentence,
        run(line).toString().lines().findFirst().orElseThrow());
  }

  @Test
  void showsProgressOnATerminal() throws IOException {
    CommandLineRun watched = CommandLineRun.onTerminal(
        folder, CommandLineRun.environment(database), "upgrade --parallel 1 --schemas tenant_*");

    assertTrue(
        watched.err().contains("[#############-------] 2/3 targets: tenant_3"), watched.err());
    assertTrue(watched.err().endsWith("\r\u001b[K"), watched.err());
  }
}
