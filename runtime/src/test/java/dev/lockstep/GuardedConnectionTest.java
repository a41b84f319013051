package dev.lockstep;

import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.Postgres;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;

/** The connection that a step in Java gets. */
class GuardedConnectionTest {
  private static DataSource run(ConnectionWork work) {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator =
        migrator(database, Shop.migrations().add("M0003_Run", schema -> schema.run("it", work)));
    assertEquals(3, migrator.upgrade().applied().size());
    return database;
  }

  @Fault(Scenario.USER_CODE)
  @Test
  void whatItHandsOutLeadsBackToIt() {
    run(connection -> {
      assertSame(connection, connection.getMetaData().getConnection());
      assertSame(
          connection, connection.getMetaData().getSchemas().getStatement().getConnection());
      try (Statement statement = connection.createStatement();
          PreparedStatement prepared = connection.prepareStatement("SELECT ARRAY[1, 2]");
          CallableStatement call = connection.prepareCall("SELECT 1");
          ResultSet rows = prepared.executeQuery()) {
        assertSame(connection, statement.getConnection());
        assertSame(connection, prepared.getConnection());
        assertSame(connection, call.getConnection());
        assertSame(connection, rows.getStatement().getConnection());
        assertTrue(rows.next());
        Array array = rows.getArray(1);
        assertSame(connection, array.getResultSet().getStatement().getConnection());
        SQLException refusal =
            assertThrows(SQLException.class, () -> statement.getConnection().commit());
        assertTrue(refusal.getMessage().startsWith("a migration's step must not call commit"));
      }
    });
  }

  @Fault(Scenario.USER_CODE)
  @Test
  void nothingOfItIsUnwrapped() {
    run(connection -> {
      try (Statement statement = connection.createStatement()) {
        assertSame(connection, connection.unwrap(Connection.class));
        assertSame(statement, statement.unwrap(Statement.class));
        assertTrue(connection.isWrapperFor(Connection.class));
        assertFalse(connection.isWrapperFor(PGConnection.class));
        refuses(connection, PGConnection.class);
        refuses(statement, PGStatement.class);
        refuses(connection.getMetaData(), PGConnection.class);
      }
    });
  }

  private static void refuses(Wrapper wrapper, Class<?> type) {
    assertEquals(
        "a migration's step must not unwrap " + type.getName()
            + ": with it the step could end the migration's transaction",
        assertThrows(SQLException.class, () -> wrapper.unwrap(type)).getMessage());
  }

  @Fault(Scenario.USER_CODE)
  @Test
  void noSqlEndsTheTransaction() throws SQLException {
    DataSource database = run(connection -> {
      for (String sql : List.of(
          "COMMIT",
          "ROLLBACK",
          "END",
          "/* x */ abort",
          "SELECT 1; commit",
          "PREPARE TRANSACTION 'x'",
          "BEGIN",
          "START TRANSACTION")) {
        refuses(sql, () -> connection.prepareStatement(sql));
        refuses(sql, () -> connection.prepareCall(sql));
        try (Statement statement = connection.createStatement()) {
          refuses(sql, () -> statement.execute(sql));
          refuses(sql, () -> statement.executeUpdate(sql));
          refuses(sql, () -> statement.executeQuery(sql));
          refuses(sql, () -> statement.addBatch(sql));
        }
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("SAVEPOINT here; ROLLBACK TO here; SELECT 'COMMIT'");
      }
    });

    assertEquals(List.of(), query(database, "SELECT gid FROM pg_prepared_xacts"));
  }

  private static void refuses(String sql, Executable sending) {
    String message = assertThrows(SQLException.class, sending, sql).getMessage();
    assertTrue(message.startsWith("a migration's step must not execute "), message);
  }

  @Fault(Scenario.USER_CODE)
  @Test
  void itIsOfNoUseAfterItsStep() {
    List<Connection> kept = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();

    run(connection -> {
      kept.add(connection);
      statements.add(connection.createStatement());
    });

    assertThrows(SQLException.class, () -> kept.get(0).createStatement());
    assertEquals(
        "the step that this connection was given to is over: open another",
        assertThrows(SQLException.class, () -> statements.get(0).execute("SELECT 1"))
            .getMessage());
  }

  @Test
  void itWorksLikeAnyOther() throws SQLException {
    DataSource database = run(connection -> {
      assertEquals(connection, connection);
      try (PreparedStatement insert = connection.prepareStatement(
          "INSERT INTO \"user\" (email) SELECT pg_catalog.unnest(?::text[])")) {
        insert.setArray(1, connection.createArrayOf("text", new String[] {"a", "b"}));
        assertEquals(2, insert.executeUpdate());
        assertThrows(SQLException.class, () -> insert.setInt(99, 1));
      }
    });

    assertEquals(List.of("a", "b"), query(database, "SELECT email FROM \"user\" ORDER BY 1"));
  }
}
