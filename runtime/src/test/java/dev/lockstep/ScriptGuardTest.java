package dev.lockstep;

import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static dev.lockstep.postgres.PostgresDdl.quote;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that meet a database in another state than they were made for, or at work. */
class ScriptGuardTest {
  private static final String THIRD = "M0003_Fill";

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static WrittenMigrations migrations() {
    return Shop.migrations()
        .add(
            THIRD,
            schema -> schema.sql("INSERT INTO \"user\" (email) VALUES ('filled')"),
            schema -> schema.sql("DELETE FROM \"user\""));
  }

  private static void stops(DataSource database, String script, String message)
      throws SQLException {
    List<String> before = state(database);

    SQLException failure = assertThrows(SQLException.class, () -> execute(database, script));

    assertTrue(failure.getMessage().contains("ERROR: " + message), failure.getMessage());
    assertEquals(before, state(database));
  }

  private static List<String> state(DataSource database) throws SQLException {
    return query(
        database,
        "SELECT revision || state FROM lockstep_history UNION ALL SELECT email FROM \"user\"");
  }

  private static void passes(DataSource database, String script) throws SQLException {
    List<String> before = state(database);

    execute(database, script);

    assertEquals(before, state(database));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void downgradeOfWhatIsNotAppliedIsPassedOver(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    Migrator migrator = migrator(database, migrations());
    migrator.upgradeTo("M0002");
    execute(database, "INSERT INTO \"user\" (email) VALUES ('precious')");

    passes(database, migrator.script("head", "M0002").sql());

    assertEquals(List.of("precious"), query(database, "SELECT email FROM \"user\""));
  }

  /** One file for databases that are not all at the same revision. */
  @ParameterizedTest
  @MethodSource("majors")
  void aScriptTakesEveryStateBetweenItsEndsAndTwice(int major) throws SQLException {
    List<List<String>> ends = new ArrayList<>();
    for (String state : List.of("base", "M0001", "M0002", "M0003")) {
      DataSource database = Postgres.newDatabase(major);
      Migrator migrator = migrator(database, migrations());
      if (!state.equals("base")) {
        migrator.upgradeTo(state);
      }
      for (int i = 0; i < 2; i++) {
        execute(database, migrator.script("base", "head").sql());
        assertEquals("up to date, 3 applied", migrator.status().summary());
      }
      assertEquals(List.of(), migrator.check().differences());
      ends.add(state(database));
      if (!state.equals("base")) {
        migrator.downgradeTo(state);
        for (int i = 0; i < 2; i++) {
          execute(database, migrator.script("head", "M0001").sql());
          assertEquals("2 pending", migrator.status().summary());
        }
        assertEquals(List.of(), migrator.check().differences());
      }
    }
    assertEquals(1, ends.stream().distinct().count(), ends.toString());
  }

  @Test
  void textsMayHoldTheQuotesOfTheScript() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator = migrator(database, Shop.migrations().add(THIRD, schema -> {
      schema.sql("INSERT INTO \"user\" (email) VALUES ('$lockstep$ $sql$ $sql1$')");
      schema.sql("SELECT 1; UPDATE \"user\" SET address = $$x$$ -- $sql");
    }));

    execute(database, migrator.script("base", "head").sql());

    assertEquals(
        List.of("$lockstep$ $sql$ $sql1$x"),
        query(database, "SELECT email || address FROM \"user\""));
  }

  @Test
  void downgradeOfWhatIsHalfDoneStops() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator = migrator(database, migrations());
    migrator.upgrade();
    execute(
        database,
        "UPDATE lockstep_history SET state = 'upgrading' WHERE revision = '" + THIRD + "'");

    stops(
        database,
        migrator.script("head", "M0002").sql(),
        "cannot downgrade M0003_Fill: it is not applied as a whole");
  }

  @Test
  void downgradeBelowWhatIsAppliedStops() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator = migrator(database, migrations());
    migrator.upgrade();

    stops(
        database,
        migrator.script("M0002", "M0001").sql(),
        "cannot downgrade M0002_AddAddressToUser: M0003_Fill comes after it and is still recorded");
  }

  @Test
  void upgradeToWhatIsHalfDoneStops() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator = migrator(database, migrations());
    migrator.upgrade();
    execute(
        database,
        "UPDATE lockstep_history SET state = 'downgrading' WHERE revision = '" + THIRD + "'");

    stops(
        database,
        migrator.script("M0002", "head").sql(),
        "cannot upgrade to M0003_Fill: it is recorded in \"public\".\"lockstep_history\", but not as"
            + " a whole");
  }

  @Test
  void upgradeWithoutItsParentStops() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator = migrator(database, migrations());
    migrator.upgradeTo("M0001");

    stops(
        database,
        migrator.script("M0002", "head").sql(),
        "cannot upgrade to M0003_Fill: M0002_AddAddressToUser comes before it and is not applied");
  }

  @ParameterizedTest
  @MethodSource("majors")
  void namesMayHoldAnything(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    String hostile = "M0003'; $lockstep$ \\'\"; DROP TABLE \"user\"; --%";
    Migrator migrator = Migrator.builder(database)
        .migrations(Shop.migrations().add(hostile, schema -> {}).add("M0004_Child", schema -> {}))
        .schema("s'\"$lockstep$\\;--")
        .build();
    String script = migrator.script("base", "head").sql();

    execute(database, script);

    assertEquals("up to date, 4 applied", migrator.status().summary());
    execute(
        database,
        "UPDATE " + quote("s'\"$lockstep$\\;--") + ".lockstep_history SET state = 'upgrading'"
            + " WHERE ordinal = 3");
    String again = migrator.script("M0002", hostile).sql();
    SQLException refusal = assertThrows(SQLException.class, () -> execute(database, again));
    assertTrue(
        refusal.getMessage().contains("ERROR: cannot upgrade to " + hostile + ": it is recorded"),
        refusal.getMessage());
    execute(
        database,
        "UPDATE " + quote("s'\"$lockstep$\\;--") + ".lockstep_history SET state = 'applied'"
            + " WHERE ordinal = 3");

    execute(database, migrator.script("head", "M0002").sql());

    assertEquals("2 pending", migrator.status().summary());
  }

  @Test
  void anUpgradeWaitsForAScriptAtWork() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    String script = migrator(database, migrations()).script("base", "head").sql();
    List<String> heard = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(script.substring(0, script.lastIndexOf("COMMIT;")));
      Migrator waiting = Migrator.builder(database)
          .migrations(migrations())
          .listener(new MigrationListener() {
            @Override
            public void waitingForLock(String holder, Duration waited) {
              heard.add(holder);
              try {
                statement.execute("COMMIT");
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            }
          })
          .build();

      assertEquals(List.of(), waiting.upgrade().applied());
    }

    assertEquals(1, heard.size());
    assertEquals(List.of("filled"), query(database, "SELECT email FROM \"user\""));
  }

  @Test
  void aScriptDoesNothingWhileAMigratorIsAtWork() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator scripting = Migrator.builder(database)
        .migrations(migrations())
        .lockTimeout(Duration.ofMillis(50))
        .build();
    String script = scripting.script("M0002", "head").sql();
    List<String> states = new ArrayList<>();
    WrittenMigrations slow = Shop.migrations()
        .add(
            THIRD,
            schema -> schema.run(
                "meet a script",
                connection ->
                    states.add(assertThrows(SQLException.class, () -> execute(database, script))
                        .getSQLState())));

    migrator(database, slow).upgrade();

    assertEquals(List.of("55P03"), states);
    assertEquals(List.of(), query(database, "SELECT email FROM \"user\""));
  }
}
