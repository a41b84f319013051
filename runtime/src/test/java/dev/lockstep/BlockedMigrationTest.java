package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.migrator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** An application that holds the tables of a migration. */
class BlockedMigrationTest {
  @Test
  void retriesWhileTheApplicationHoldsATable() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgradeTo("M0001");
    List<String> reasons = new ArrayList<>();
    try (Connection application = database.getConnection()) {
      application.setAutoCommit(false);
      application.createStatement().execute("SELECT * FROM \"user\"");
      Migrator migrator = Migrator.builder(database)
          .migrations(Shop.migrations())
          .lockTimeout(Duration.ofMillis(50))
          .listener(new MigrationListener() {
            @Override
            public void retrying(String revision, String reason, Duration pause) {
              reasons.add(reason);
              if (reasons.size() == 2) {
                rollBack(application);
              }
            }
          })
          .build();

      assertEquals(List.of(SECOND), migrator.upgrade().at());
    }
    assertEquals(2, reasons.size());
    assertTrue(reasons.get(0).contains("(55P03)"), reasons.get(0));
  }

  @Test
  void givesUpWhereTheApplicationNeverLetsGo() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgradeTo("M0001");
    try (Connection application = database.getConnection()) {
      application.setAutoCommit(false);
      application.createStatement().execute("SELECT * FROM \"user\"");
      Migrator migrator = Migrator.builder(database)
          .migrations(Shop.migrations())
          .lockTimeout(Duration.ofMillis(10))
          .retryFor(Duration.ofMillis(100))
          .build();

      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, migrator::upgrade);

      assertEquals("Blocked", failure.code());
      assertEquals("55P03", failure.failure().sqlState());
    }
  }

  @Test
  void neverMakesTheApplicationLoseADeadlock() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = new WrittenMigrations();
    migrations.add("M0001", schema -> {
      schema.createTable("team", column("id", bigint()), primaryKey("team_pkey", "id"));
      schema.createTable(
          "user",
          column("team_id", bigint()),
          foreignKey("user_team_id_fkey", "team_id").references("team", "id"));
    });
    migrations.add("M0002", schema -> {
      schema.lockTable("team");
      schema.lockTable("user");
      schema.dropConstraint("user", "user_team_id_fkey");
    });
    migrator(database, migrations).upgradeTo("M0001");
    List<String> steps = new ArrayList<>();
    List<CompletableFuture<Void>> application = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.createStatement().execute("INSERT INTO \"user\" DEFAULT VALUES");
      Migrator.builder(database)
          .migrations(migrations)
          .listener(new MigrationListener() {
            @Override
            public void stepStarted(String revision, String statement, int step, int of) {
              steps.add(step + " " + statement.replaceAll(".*\"public\"[.]| IN ACCESS.*", ""));
              if (steps.size() == 2) {
                application.add(CompletableFuture.runAsync(() -> lockTeam(connection)));
              }
            }
          })
          .build()
          .upgrade();
      application.get(0).join();
    }

    assertEquals("1 \"team\"", steps.get(0));
    assertEquals("2 \"user\"", steps.get(1));
    assertEquals("1 \"user\"", steps.get(steps.size() - 3));
    assertEquals("2 \"team\"", steps.get(steps.size() - 2));
  }

  /** As the check of a foreign key does. */
  private static void lockTeam(Connection connection) {
    try {
      connection.createStatement().execute("LOCK TABLE team IN ROW SHARE MODE");
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
