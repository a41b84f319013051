package dev.lockstep.cli;

import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ServiceFinder;
import dev.lockstep.testing.Postgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
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
import org.postgresql.ds.PGSimpleDataSource;

class CommandLineTest {
  private static final String USAGE = "2|";

  @TempDir
  Path folder;

  private final DataSource database = Postgres.newDatabase(Postgres.NEWEST);

  /** Exit code, standard output and standard error, with what no two runs share replaced. */
  private record Ran(int code, String out, String err) {
    @Override
    public String toString() {
      return code + "|" + out + "|" + err;
    }
  }

  private Map<String, String> environment() {
    return environment(database);
  }

  static Map<String, String> environment(DataSource database) {
    PGSimpleDataSource postgres = (PGSimpleDataSource) database;
    return Map.of(
        "PGHOST",
        "localhost",
        "PGPORT",
        String.valueOf(postgres.getPortNumbers()[0]),
        "PGUSER",
        "postgres",
        "PGDATABASE",
        postgres.getDatabaseName());
  }

  private Ran run(String line) throws IOException {
    return run(environment(), false, line);
  }

  private Ran run(Map<String, String> environment, boolean interactive, String line)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        interactive);
    String[] args = Arrays.stream(line.split(" ")).filter(s -> !s.isEmpty()).toArray(String[]::new);
    int code = ServiceFinder.of(folder, List.of(ShopMigrations.class.getName()))
        .during(() -> Main.execute(args, environment, terminal));
    return new Ran(code, steady(out), steady(err));
  }

  private static String steady(ByteArrayOutputStream bytes) {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .strip()
        .replaceAll("\\d+ ms", "N ms")
        .replaceAll("\"milliseconds\": \\d+", "\"milliseconds\": N")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d[ T][0-9:.]+", "TIME");
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
    assertEquals(0, run("upgrade head").code);
    assertEquals("""
        0|reverted 2 migrations, now at base
          M0002_AddAddressToUser (N ms)
          M0001_InitialMigration (N ms)|""", run("downgrade -2").toString());
    assertEquals(0, run("upgrade M0001").code);
    assertEquals(0, run("downgrade base").code);
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
            .out
            .matches("(?s)main in schema public: 1 applied\n\n"
                + "REVISION +APPLIED \\(UTC\\) +TIME +BY\n"
                + "M0001_InitialMigration  TIME +N ms +postgres on .+"),
        run("history").out);
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
            found:    nothing|""", run("check").toString());
  }

  @Test
  void someCommandsNeedNoDatabase() throws IOException {
    assertEquals("0|" + SECOND + "|", run(Map.of(), false, "heads").toString());
    assertTrue(run(Map.of(), false, "show M0001").out.contains("CREATE TABLE \"public\".\"user\""));
    Ran script = run(Map.of(), false, "sql --schema shop");
    assertTrue(script.out.startsWith("-- main in schema shop: from base to " + SECOND));
    assertEquals(script, run(Map.of(), false, "sql base:head --schema shop"));
    assertEquals(script, run(Map.of(), false, "sql : --schema shop"));
    assertEquals(script, run(Map.of(), false, "--schema shop sql M0002"));
    assertTrue(run(Map.of(), false, "sql M0002:M0001").out.contains("DROP COLUMN"));
  }

  @Test
  void stamps() throws IOException {
    assertEquals(
        "0|recorded as at " + FIRST + "\n  + " + FIRST + "|", run("stamp M0001").toString());
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
          ]
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
              "state": "applied",
              "appliedAt": "TIMEZ"
            },
            {
              "revision": "M0002_AddAddressToUser",
              "description": "it's M0002_AddAddressToUser",
              "state": "pending",
              "appliedAt": null
            }
          ]
        }|""", run("status --json").toString());
  }

  @Test
  void aFailureIsOneJsonDocumentToo() throws Exception {
    execute(database, "CREATE TYPE \"user\" AS (a int)");

    Ran failed = run("upgrade --json");

    assertEquals(1, failed.code);
    assertTrue(failed.out.startsWith("{\n  \"outcome\": \"failed\",\n  \"exitCode\": 1,\n"
        + "  \"code\": \"MigrationFailed\",\n  \"message\": \"[lockstep:MigrationFailed] "));
    assertTrue(failed.out.endsWith("  \"sqlState\": \"42P07\"\n}"), failed.out);
    assertTrue(failed.err.startsWith("error: [lockstep:MigrationFailed] " + FIRST));
    assertEquals(2, run("--json nonsense").code);
    assertTrue(run("--json nonsense").out.startsWith("{\n  \"outcome\": \"usage\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Usage | Missing required subcommand",
        "nonsense | Usage | Unmatched argument at index 0: 'nonsense'",
        "status --nonsense | Usage | Unknown option: '--nonsense'",
        "downgrade --nonsense | Usage | Unknown option: '--nonsense'",
        "downgrade -0 | Usage | Unknown option: '-0'",
        "show | Usage | Missing required parameter: 'REV'",
        "stamp X | RevisionUnknown | there is no revision \"X\"",
        "upgrade M | RevisionAmbiguous | \"M\" can mean 2 revisions",
        "downgrade -7 | StepsOutOfRange | cannot revert 7 migrations, 0 are applied",
        "sql a:b:c | Usage | FROM:TO has two parts: 'a:b:c'",
        "status --database other | DatabaseUnknown | there are no migrations of a database"
            + " \"other\"",
        "status --url mysql://u:geheim@h/d | UrlUnknown | the URL of the database is not one of"
            + " PostgreSQL",
      })
  void saysWhatIsWrongWithACommandLine(String line, String code, String sentence)
      throws IOException {
    Ran refused = run(line);

    assertEquals(
        USAGE + "|error: [lockstep:" + code + "] " + sentence,
        refused.toString().lines().findFirst().orElseThrow());
    assertFalse(refused.err.contains("\tat "), refused.err);
  }

  @Test
  void asksForADatabase() throws IOException {
    assertEquals("""
        2||error: [lockstep:NoDatabase] no database is named
            option: --url jdbc:postgresql://localhost/shop --user shop
            variable: LOCKSTEP_URL, DATABASE_URL, or PGHOST and PGDATABASE""", run(Map.of(), false, "status").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " --stacktrace"})
  void neverShowsAPassword(String option) throws IOException {
    Ran refused =
        run("status --url jdbc:postgresql://127.0.0.1:1/d?user=u&password=geheim" + option);
    Ran other = run("status --url postgres://u:geheim@127.0.0.1:1/d" + option);

    for (Ran each : List.of(refused, other)) {
      assertEquals(1, each.code);
      assertTrue(each.err.startsWith("error: [lockstep:NoConnection] "), each.err);
      assertFalse(each.toString().contains("geheim"), each.err);
      assertEquals(!option.isEmpty(), each.err.contains("\tat "));
    }
  }

  @Test
  void showsProgressOnATerminalOnly() throws IOException {
    Ran watched = run(environment(), true, "upgrade");

    assertTrue(
        watched.err.contains("[##########----------] 2/2 M0002_AddAddressToUser: ALTER TABLE"),
        watched.err);
    assertTrue(watched.err.endsWith("\r\u001b[K"), watched.err);
    assertEquals("", run("upgrade").err);
  }

  @Test
  void givesEveryExitCodeOfTheHistory() throws Exception {
    run("upgrade");
    execute(database, "UPDATE lockstep_history SET state = 'upgrading' WHERE ordinal = 2");
    assertEquals(6, run("status").code);
    assertEquals(6, run("upgrade").code);
    execute(
        database,
        "UPDATE lockstep_history SET state = 'applied', revision = 'M0009_New'"
            + " WHERE ordinal = 2");
    assertEquals(5, run("status").code);
    assertEquals(5, run("upgrade").code);
  }

  @Test
  void aBusyDatabaseIsExitCodeFour() throws Exception {
    try (var holder = database.getConnection();
        var statement = holder.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(7307599709550822753)");

      Ran busy = run("upgrade --lock-wait 0");

      assertEquals(4, busy.code);
      assertTrue(busy.err.startsWith("error: [lockstep:Busy] "), busy.err);
    }
  }

  @Test
  void aReadOnlyDatabaseIsExitCodeSeven() throws Exception {
    String options = "--url jdbc:postgresql://localhost:" + environment().get("PGPORT") + "/"
        + environment().get("PGDATABASE") + "?options=-c%20default_transaction_read_only=on";

    assertEquals(7, run("upgrade " + options).code);
  }

  @Test
  void helpFitsEightyColumns() throws IOException {
    String help = Stream.of("--help", "upgrade --help", "downgrade --help", "sql --help")
        .map(line -> {
          try {
            return run(line).out;
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        })
        .collect(Collectors.joining("\n"));

    assertTrue(help.contains("Exit codes:"));
    assertEquals(List.of(), help.lines().filter(line -> line.length() > 80).toList());
  }
}
