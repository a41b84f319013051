package dev.lockstep;

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

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
