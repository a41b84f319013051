package dev.lockstep.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresTest {
  static Iterable<Integer> majors() {
    return Postgres.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void startsTheMajorVersionAskedFor(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);

    assertEquals(major, Integer.parseInt(show(database, "SHOW server_version_num")) / 10_000);
  }

  @Test
  void makesAnotherDatabaseEachTime() throws SQLException {
    DataSource first = Postgres.newDatabase(Postgres.NEWEST);
    DataSource second = Postgres.newDatabase(Postgres.NEWEST);

    assertNotEquals(
        show(first, "SELECT current_database()"), show(second, "SELECT current_database()"));
    Postgres.drop(first);
    Postgres.drop(second);
  }

  private static String show(DataSource database, String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
