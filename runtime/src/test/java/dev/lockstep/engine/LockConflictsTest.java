package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.impact.LockMode;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of conflicts, compared with what a server does. */
class LockConflictsTest {
  private static final Map<String, String> MODES = Map.of(
      "AccessShareLock", "ACCESS SHARE",
      "RowShareLock", "ROW SHARE",
      "RowExclusiveLock", "ROW EXCLUSIVE",
      "ShareUpdateExclusiveLock", "SHARE UPDATE EXCLUSIVE",
      "ShareLock", "SHARE",
      "ShareRowExclusiveLock", "SHARE ROW EXCLUSIVE",
      "ExclusiveLock", "EXCLUSIVE",
      "AccessExclusiveLock", "ACCESS EXCLUSIVE");

  static Stream<LockMode> modes() {
    return Stream.of(LockMode.values());
  }

  @ParameterizedTest
  @MethodSource("modes")
  void areThoseOfTheServer(LockMode wanted) throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.OLDEST);
    TreeSet<String> refused = new TreeSet<>();
    try (Connection holder = database.getConnection();
        Connection asking = database.getConnection()) {
      holder.createStatement().execute("CREATE TABLE t (id int)");
      holder.setAutoCommit(false);
      asking.setAutoCommit(false);
      for (String held : MODES.keySet()) {
        holder.createStatement().execute("LOCK TABLE t IN " + MODES.get(held) + " MODE");
        if (!isGranted(asking, wanted)) {
          refused.add(held);
        }
        holder.rollback();
      }
    }
    assertEquals(refused, new TreeSet<>(List.of(LockConflicts.of(wanted).split(","))));
  }

  private static boolean isGranted(Connection asking, LockMode wanted) throws SQLException {
    try {
      asking.createStatement().execute("LOCK TABLE t IN " + wanted.sql() + " MODE NOWAIT");
      return true;
    } catch (SQLException e) {
      assertEquals("55P03", e.getSQLState());
      return false;
    } finally {
      asking.rollback();
    }
  }
}
