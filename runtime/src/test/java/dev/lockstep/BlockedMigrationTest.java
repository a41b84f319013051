package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.migrator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** It takes the tables in the other order, again and again. */
  @Fault(Scenario.DEADLOCK_WITH_APPLICATION)
  @Test
  void neverMakesTheApplicationLoseADeadlockAndComesToAnEnd() throws SQLException {
    WrittenMigrations locks = tables().add("M0002", schema -> {
      schema.lockTable("team");
      schema.lockTable("user");
      schema.dropConstraint("user", "user_team_id_fkey");
    });
    WrittenMigrations columns = tables().add("M0002", schema -> {
      schema.addColumn("team", column("name", text()));
      schema.addColumn("user", column("name", text()));
    });
    WrittenMigrations table = tables()
        .add(
            "M0002",
            schema -> schema.createTable(
                "member",
                column("id", bigint()),
                foreignKey("member_team", "id").references("team", "id"),
                foreignKey("member_user", "id").references("user", "id")));
    for (WrittenMigrations migrations : List.of(locks, columns, table)) {
      DataSource database = Postgres.newDatabase(Postgres.NEWEST);
      migrator(database, migrations).upgradeTo("M0001");
      List<String> reasons = new ArrayList<>();
      AtomicBoolean over = new AtomicBoolean();
      CompletableFuture<Void> application =
          CompletableFuture.runAsync(() -> writeUserThenTeam(database, over));
      try {
        Migrator.builder(database)
            .migrations(migrations)
            .retryFor(Duration.ofSeconds(20))
            .listener(new MigrationListener() {
              @Override
              public void retrying(String revision, String reason, Duration pause) {
                reasons.add(reason);
              }
            })
            .build()
            .upgrade();
      } finally {
        over.set(true);
      }
      application.join();
      assertTrue(reasons.size() <= 2, reasons.toString());
    }
  }

  /** Its own work takes longer than it may be tried again, and it waits after that. */
  @Test
  void isTriedAgainHoweverLongItWorkedAndDoesNotStarve() throws SQLException {
    WrittenMigrations migrations = tables().add("M0002", schema -> {
      schema.sql("UPDATE \"user\" SET team_id = NULL FROM pg_sleep(0.4)");
      schema.dropConstraint("user", "user_team_id_fkey");
      schema.addColumn("user", column("name", text()));
    });
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database, migrations).upgradeTo("M0001");
    execute(database, "INSERT INTO \"user\" VALUES (1)");
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> application =
        CompletableFuture.runAsync(() -> writeTheSameRow(database, over));
    try {
      Migrator.builder(database)
          .migrations(migrations)
          .lockTimeout(Duration.ofMillis(200))
          .retryFor(Duration.ofMillis(300))
          .build()
          .upgrade();
    } finally {
      over.set(true);
    }
    application.join();
  }

  private static WrittenMigrations tables() {
    return new WrittenMigrations().add("M0001", schema -> {
      schema.createTable("team", column("id", bigint()), primaryKey("team_pkey", "id"));
      schema.createTable(
          "user",
          column("id", bigint()),
          column("team_id", bigint()),
          primaryKey("user_pkey", "id"),
          foreignKey("user_team_id_fkey", "team_id").references("team", "id"));
    });
  }

  /** Each time, it has the first when the migration begins to wait for a table. */
  private static void writeUserThenTeam(DataSource database, AtomicBoolean over) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      while (!over.get()) {
        statement.execute("LOCK TABLE \"user\" IN ROW EXCLUSIVE MODE");
        boolean waits = false;
        while (!waits && !over.get()) {
          try (ResultSet rows =
              statement.executeQuery("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")) {
            rows.next();
            waits = rows.getBoolean(1);
          }
        }
        statement.execute("LOCK TABLE team IN ROW EXCLUSIVE MODE");
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** It waits for the row, with the table in its hands; it gives up rather late. */
  private static void writeTheSameRow(DataSource database, AtomicBoolean over) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = 600");
      while (!over.get()) {
        try {
          statement.execute("UPDATE \"user\" SET team_id = NULL");
        } catch (SQLException e) {
          assertEquals("55P03", e.getSQLState());
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute(sql);
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
