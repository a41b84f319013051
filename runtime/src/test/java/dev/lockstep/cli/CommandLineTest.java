package dev.lockstep.cli;

import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir
  Path folder;

  private final DataSource database = Postgres.newDatabase(Postgres.NEWEST);

  private CommandLineRun run(String line) throws IOException {
    return CommandLineRun.of(folder, CommandLineRun.environment(database), line);
  }

  private CommandLineRun runWithoutDatabase(String line) throws IOException {
    return CommandLineRun.of(folder, Map.of(), line);
  }

  @Test
  void upgradesAndDowngrades() throws IOException {
    assertEquals("""
        0|applied 2 migrations, now at M0002_AddAddressToUser
          M0001_InitialMigration (N ms)
          M0002_AddAddressToUser (N ms)|""", run("upgrade").toString());
    assertEquals("0|up to date at M0002_AddAddressToUser|", run("upgrade").toString());
    assertEquals("""
        0|reverted 1 migration, now at M0001_InitialMigration
          M0002_AddAddressToUser (N ms)|no REV and no -N is given: reverting the last migration""", run("downgrade").toString());
    assertEquals(0, run("upgrade head").code());
    assertEquals("""
        0|reverted 2 migrations, now at base
          M0002_AddAddressToUser (N ms)
          M0001_InitialMigration (N ms)|""", run("downgrade -2").toString());
    assertEquals(0, run("upgrade M0001").code());
    assertEquals(0, run("downgrade base").code());
  }

  @Test
  void refusesToLoseDataUnlessThatIsAccepted() throws IOException {
    Map<String, String> environment = CommandLineRun.environment(database);
    CommandLineRun.over(DroppingMigrations.class, folder, environment, "upgrade");

    CommandLineRun refused =
        CommandLineRun.over(DroppingMigrations.class, folder, environment, "downgrade --json");

    assertEquals(2, refused.code());
    assertTrue(refused.err().endsWith("""
            error: [lockstep:DowngradeLosesData] this downgrade does not bring everything back; nothing was done
                t.b: its values are deleted (M0002_Drop)
                u: its rows are deleted (M0002_Drop)
                lose it: --accept data-loss, or a Migrator built without refuseIrreversible()"""), refused.err());
    assertTrue(refused.out().endsWith("""
          "losses": [
            {
              "revision": "M0002_Drop",
              "what": "t.b",
              "reason": "its values are deleted"
            },
            {
              "revision": "M0002_Drop",
              "what": "u",
              "reason": "its rows are deleted"
            }
          ]
        }"""), refused.out());
    assertEquals(
        """
        0|reverted 1 migration, now at M0001_Create
          M0002_Drop (N ms)
          not brought back: t.b: its values are deleted (M0002_Drop)
          not brought back: u: its rows are deleted (M0002_Drop)|""",
        CommandLineRun.over(
                DroppingMigrations.class, folder, environment, "downgrade -1 --accept data-loss")
            .toString());
  }

  @Test
  void showsWhatIsPendingStatementByStatement() throws IOException {
    run("upgrade M0001");

    assertEquals("""
        3|main in schema public: 1 pending

        REVISION                STATE    APPLIED (UTC)
        M0001_InitialMigration  applied  TIME
        M0002_AddAddressToUser  pending

        M0002_AddAddressToUser:
          ALTER TABLE "public"."user" ADD COLUMN "address" varchar(200);
            -- locks user against reads and writes (ACCESS EXCLUSIVE)
            -- running code: a prepared SELECT * inside a transaction fails once|""", run("status --statements").toString());
    String json = run("status --statements --json").out();
    assertTrue(json.contains("\"plans\""), json);
  }

  @Test
  void showsStatusAndHistoryAsTables() throws IOException {
    run("upgrade M0001");

    assertEquals("""
        3|main in schema public: 1 pending

        REVISION                STATE    APPLIED (UTC)
        M0001_InitialMigration  applied  TIME
        M0002_AddAddressToUser  pending|""", run("status").toString());
    assertTrue(
        run("history")
            .out()
            .matches("(?s)main in schema public: 1 applied\n\n"
                + "REVISION +APPLIED \\(UTC\\) +TIME +BY\n"
                + "M0001_InitialMigration  TIME +N ms +postgres on .+"),
        run("history").out());
  }

  @Test
  void drawsBranches() throws IOException {
    Map<String, String> environment = CommandLineRun.environment(database);
    CommandLineRun heads = CommandLineRun.over(BranchedMigrations.class, folder, Map.of(), "heads");
    assertEquals("""
        0|*      M0004_Z  (head)
        | *    M0004_Y  (head)
        | | *  M0004_X  (head)
        | |/
        |/
        *      M0003_Merge|""", heads.toString());
    CommandLineRun.over(BranchedMigrations.class, folder, environment, "upgrade M0004_X");

    CommandLineRun history =
        CommandLineRun.over(BranchedMigrations.class, folder, environment, "history");

    assertEquals(
        """
        main in schema public: 5 applied

        REVISION
        o      M0004_Z
        | o    M0004_Y
        | | *  M0004_X  TIME
        | |/
        |/
        *      M0003_Merge  TIME
        |\\
        | *    M0002_B  TIME
        * |    M0002_A  TIME
        |/
        *      M0001_T  TIME""",
        history
            .out()
            .replaceAll("REVISION .*", "REVISION")
            .replaceAll(" +TIME +N ms +postgres on .*", "  TIME"));
    assertTrue(CommandLineRun.over(BranchedMigrations.class, folder, environment, "history --json")
        .out()
        .replaceAll("\\s", "")
        .contains("\"revision\":\"M0003_Merge\",\"parents\":[\"M0002_A\",\"M0002_B\"],"));
    assertTrue(CommandLineRun.over(BranchedMigrations.class, folder, Map.of(), "heads --json")
        .out()
        .replaceAll("\\s", "")
        .contains("\"heads\":[\"M0004_X\",\"M0004_Y\",\"M0004_Z\"],\"migrations\":["));
  }

  @Test
  void comparesTheDatabaseWithItsMigrations() throws Exception {
    run("upgrade");
    assertEquals(
        "0|schema public at M0002_AddAddressToUser: no drift|", run("check").toString());
    execute(database, "ALTER TABLE \"user\" DROP address");

    assertEquals("""
        3|schema public at M0002_AddAddressToUser: 1 difference
          column "address" of table "user"
            expected: "address" varchar(200)
            found:    nothing
            mend:     ALTER TABLE "public"."user" ADD COLUMN "address" varchar(200);
          before a mend: SET search_path = "public", "pg_temp"; SET TimeZone = 'UTC';\
         SET DateStyle = 'ISO, MDY'; SET IntervalStyle = 'postgres';|""", run("check").toString());
  }

  @Test
  void someCommandsNeedNoDatabase() throws IOException {
    assertEquals("0|" + SECOND + "|", runWithoutDatabase("heads").toString());
    assertTrue(runWithoutDatabase("show M0001").out().contains("CREATE TABLE \"public\".\"user\""));
    CommandLineRun script = runWithoutDatabase("sql --schema shop");
    assertTrue(script.out().startsWith("-- main in schema shop: from base to " + SECOND));
    assertEquals(script, runWithoutDatabase("sql base:head --schema shop"));
    assertEquals(script, runWithoutDatabase("sql : --schema shop"));
    assertEquals(script, runWithoutDatabase("--schema shop sql M0002"));
    assertTrue(runWithoutDatabase("sql M0002:M0001").out().contains("DROP COLUMN"));
  }

  @Test
  void repairsOneByItsFullIdOnly() throws IOException {
    run("upgrade");

    assertEquals(
        "2||error: [lockstep:RepairNeedsId] a repair is of one migration by its full id, and"
            + " \"M0001\" is none\n    see them: history",
        run("repair M0001").toString());
    assertEquals(
        "2||error: [lockstep:NothingToRepair] " + FIRST
            + " is recorded as the code has it; nothing was changed",
        run("repair " + FIRST).toString());
  }

  @Test
  void stamps() throws IOException {
    CommandLineRun refused = run("stamp M0001");

    assertEquals(3, refused.code());
    assertTrue(
        refused
            .err()
            .startsWith("error: [lockstep:StampDiffers] this database is not what it is at " + FIRST
                + ", so nothing was recorded: 1 difference\n"),
        refused.err());
    assertEquals(
        "0|recorded as at " + FIRST + "\n  + " + FIRST + "|",
        run("stamp M0001 --force").toString());
  }

  @Test
  void printsOneJsonDocument() throws IOException {
    assertEquals("""
        0|{
          "outcome": "done",
          "exitCode": 0,
          "applied": [
            {
              "revision": "M0001_InitialMigration",
              "milliseconds": N
            }
          ],
          "at": [
            "M0001_InitialMigration"
          ],
          "held": []
        }|""", run("--json upgrade M0001").toString());
    assertEquals("""
        3|{
          "outcome": "pending",
          "exitCode": 3,
          "database": "main",
          "schema": "public",
          "migrations": [
            {
              "revision": "M0001_InitialMigration",
              "description": "it's M0001_InitialMigration",
              "phase": "expand",
              "state": "applied",
              "appliedAt": "TIMEZ"
            },
            {
              "revision": "M0002_AddAddressToUser",
              "description": "it's M0002_AddAddressToUser",
              "phase": "expand",
              "state": "pending",
              "appliedAt": null
            }
          ]
        }|""", run("status --json").toString());
  }

  @Test
  void appliesAndShowsPhases() throws IOException {
    Map<String, String> environment = CommandLineRun.environment(database);
    CommandLineRun.over(PhasedMigrations.class, folder, environment, "upgrade M0001");

    assertEquals(
        """
        0|applied 1 migration, now at M0002_Nick
          M0002_Nick (N ms)
        held until no older version of the application runs: M0003_NickContract|""",
        CommandLineRun.over(PhasedMigrations.class, folder, environment, "upgrade --phase expand")
            .toString());
    assertEquals(
        """
        3|main in schema public: 1 pending

        REVISION            PHASE     STATE    APPLIED (UTC)
        M0001_Begin         expand    applied  TIME
        M0002_Nick          expand    applied  TIME
        M0003_NickContract  contract  pending|""",
        CommandLineRun.over(PhasedMigrations.class, folder, environment, "status")
            .toString());
    assertEquals(
        0,
        CommandLineRun.over(PhasedMigrations.class, folder, environment, "upgrade --phase contract")
            .code());
    CommandLineRun history =
        CommandLineRun.over(PhasedMigrations.class, folder, environment, "history");
    assertTrue(
        history
            .out()
            .matches("(?s)main in schema public: 3 applied\n\n"
                + "REVISION +PHASE +APPLIED \\(UTC\\) +TIME +BY\n"
                + "M0001_Begin +expand +TIME +N ms .+\n"
                + "M0002_Nick +expand +TIME +N ms .+\n"
                + "M0003_NickContract +contract +TIME +N ms .+"),
        history.out());
    assertEquals(
        "0|M0003_NickContract  (contract)|",
        CommandLineRun.over(PhasedMigrations.class, folder, Map.of(), "heads").toString());
    assertTrue(CommandLineRun.over(PhasedMigrations.class, folder, Map.of(), "show M0003")
        .out()
        .contains("\nphase: contract\n"));
    assertTrue(CommandLineRun.over(PhasedMigrations.class, folder, Map.of(), "show M0003 --json")
        .out()
        .contains("\"phase\": \"contract\""));
    assertTrue(CommandLineRun.over(PhasedMigrations.class, folder, Map.of(), "sql")
        .out()
        .contains("-- phase: contract, for when no older version of the application runs\nBEGIN"));
  }

  @Test
  void aFailureIsOneJsonDocumentToo() throws Exception {
    execute(database, "CREATE TYPE \"user\" AS (a int)");

    CommandLineRun failed = run("upgrade --json");

    assertEquals(1, failed.code());
    assertTrue(failed
        .out()
        .startsWith("{\n  \"outcome\": \"failed\",\n  \"exitCode\": 1,\n"
            + "  \"code\": \"MigrationFailed\",\n  \"message\": \"[lockstep:MigrationFailed] "));
    assertTrue(
        failed.out().endsWith("  \"sqlState\": \"42P07\",\n  \"blockedBy\": []\n}"), failed.out());
    assertTrue(failed.err().startsWith("error: [lockstep:MigrationFailed] " + FIRST));
    assertEquals(2, run("--json nonsense").code());
    assertTrue(run("--json nonsense").out().startsWith("{\n  \"outcome\": \"usage\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Usage | Missing required subcommand",
        "nonsense | Usage | Unmatched argument at index 0: 'nonsense'",
        "status --nonsense | Usage | Unknown option: '--nonsense'",
        "downgrade --nonsense | Usage | Unknown option: '--nonsense'",
        "upgrade --phase all | Usage | --phase takes expand or contract, not 'all'",
        "upgrade --lock row | Usage | --lock takes advisory, lease or auto, not 'row'",
        "upgrade --lease 0s | LimitOutOfRange | leaseTime cannot be PT0S: it is from N ms to 24"
            + " days",
        "downgrade -0 | Usage | Unknown option: '-0'",
        "downgrade --accept rewrite | Usage | --accept takes data-loss, not 'rewrite'",
        "show | Usage | Missing required parameter: 'REV'",
        "stamp X | RevisionUnknown | there is no revision \"X\"",
        "upgrade M | RevisionAmbiguous | \"M\" can mean 2 revisions",
        "downgrade -7 | StepsOutOfRange | cannot revert 7 migrations, 0 are applied",
        "sql a:b:c | Usage | FROM:TO has two parts: 'a:b:c'",
        "upgrade \"\" | RevisionEmpty | the revision is empty",
        "downgrade \"\" | RevisionEmpty | the revision is empty",
        "show \"\" | RevisionEmpty | the revision is empty",
        "sql \"\" | Usage | FROM:TO is empty",
        "status --schema \"\" | SchemaName | the name \"\" of the target schema is empty",
        "status --schema pg_x | SchemaName | the name \"pg_x\" of the target schema is one of"
            + " PostgreSQL's own",
        "status --lock-wait -1 | LimitOutOfRange | lockWait cannot be PT-1S: it is from N ms to"
            + " 24 days",
        "upgrade --retry-for 0s | LimitOutOfRange | retryFor cannot be PT0S: it is from N ms to"
            + " 24 days",
        "upgrade --retry-for 10min | Usage | Invalid value for option '--retry-for':"
            + " '10min' is no time; write it as 500ms, 2s, 10m or 1h",
        "upgrade --lock-timeout= | Usage | Invalid value for option '--lock-timeout':"
            + " '' is no time; write it as 500ms, 2s, 10m or 1h",
        "status --url postgres://u:ge%heim@h/d | UrlInvalid | a % in the user or password of the"
            + " URL begins no escape; % must be written %25",
        "status --database other | DatabaseUnknown | there are no migrations of a database"
            + " \"other\"",
        "status --url mysql://u:geheim@h/d | UrlUnknown | the URL of the database is not one of"
            + " PostgreSQL",
      })
  void saysWhatIsWrongWithACommandLine(String line, String code, String sentence)
      throws IOException {
    CommandLineRun refused = run(line);

    assertEquals(
        "2||error: [lockstep:" + code + "] " + sentence,
        refused.toString().lines().findFirst().orElseThrow());
    assertFalse(refused.err().contains("\tat "), refused.err());
  }

  @Test
  void asksForADatabase() throws IOException {
    assertEquals("""
        2||error: [lockstep:NoDatabase] no database is named
            option: --url jdbc:postgresql://localhost/shop --user shop
            variable: LOCKSTEP_URL, DATABASE_URL, or PGHOST and PGDATABASE""", runWithoutDatabase("status").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " --stacktrace"})
  void neverShowsAPassword(String option) throws IOException {
    CommandLineRun refused =
        run("status --url jdbc:postgresql://127.0.0.1:1/d?user=u&password=geheim" + option);
    CommandLineRun other = run("status --url postgres://u:geheim@127.0.0.1:1/d" + option);

    for (CommandLineRun each : List.of(refused, other)) {
      assertEquals(1, each.code());
      assertTrue(each.err().startsWith("error: [lockstep:NoConnection] "), each.err());
      assertFalse(each.toString().contains("geheim"), each.err());
      assertEquals(!option.isEmpty(), each.err().contains("\tat "));
    }
  }

  @Test
  void namesTheServerThatIsNotThere() throws IOException {
    assertEquals(
        """
        1||error: [lockstep:NoConnection] no connection to nowhere.invalid:5433: The connection attempt failed. (08001); unknown host nowhere.invalid
            check: host and port, and that the server runs and lets this machine connect""", run("status --url postgres://u:geheim@nowhere.invalid:5433/d").toString());
    CommandLineRun refused = run("status --url postgres://u:geheim@127.0.0.1:1/d");
    assertTrue(
        refused
            .err()
            .startsWith("error: [lockstep:NoConnection] Connection to 127.0.0.1:1 refused"),
        refused.err());
    CommandLineRun missing = run("status --url jdbc:postgresql://localhost:"
        + CommandLineRun.environment(database).get("PGPORT") + "/no_such");
    assertEquals("""
        1||error: [lockstep:NoConnection] database "no_such" does not exist (3D000)
            check: the name of the database, or make it: CREATE DATABASE""", missing.toString());
  }

  @Test
  void showsProgressOnATerminalOnly() throws IOException {
    CommandLineRun watched =
        CommandLineRun.onTerminal(folder, CommandLineRun.environment(database), "upgrade");

    assertTrue(
        watched.err().contains("[##########----------] 2/2 M0002_AddAddressToUser: ALTER TABLE"),
        watched.err());
    assertTrue(watched.err().endsWith("\r\u001b[K"), watched.err());
    assertEquals("", run("upgrade").err());
  }

  @Test
  void givesEveryExitCodeOfTheHistory() throws Exception {
    run("upgrade");
    execute(database, "UPDATE lockstep_history SET state = 'upgrading' WHERE ordinal = 2");
    assertEquals(6, run("status").code());
    assertEquals(6, run("upgrade").code());
    execute(
        database,
        "UPDATE lockstep_history SET state = 'applied', revision = 'M0009_New'"
            + " WHERE ordinal = 2");
    assertEquals(5, run("status").code());
    assertEquals(5, run("upgrade").code());
  }

  @Test
  void aBusyDatabaseIsExitCodeFour() throws Exception {
    try (var holder = database.getConnection();
        var statement = holder.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(7307599709550822753)");

      CommandLineRun busy = run("upgrade --lock-wait 0");

      assertEquals(4, busy.code());
      assertTrue(busy.err().startsWith("error: [lockstep:Busy] "), busy.err());
    }
  }

  @Test
  void aReadOnlyDatabaseIsExitCodeSeven() throws Exception {
    String options = "--url jdbc:postgresql://localhost:"
        + CommandLineRun.environment(database).get("PGPORT") + "/"
        + CommandLineRun.environment(database).get("PGDATABASE")
        + "?options=-c%20default_transaction_read_only=on";

    assertEquals(7, run("upgrade " + options).code());
  }

  @Test
  void helpFitsEightyColumns() throws IOException {
    String help = Stream.of("--help", "upgrade --help", "downgrade --help", "sql --help")
        .map(line -> {
          try {
            return run(line).out();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        })
        .collect(Collectors.joining("\n"));

    assertTrue(help.contains("Exit codes:"));
    assertEquals(List.of(), help.lines().filter(line -> line.length() > 80).toList());
  }
}
