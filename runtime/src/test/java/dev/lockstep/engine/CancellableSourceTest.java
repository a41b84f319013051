package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class CancellableSourceTest {
  /**
   * The driver cancels a statement once, perhaps before the server has begun with it. Here it is
   * not told at all which statement runs.
   */
  @Test
  void insistsWhereTheServerHasNotHeardTheFirstCancel() throws Exception {
    CancellableSource source =
        CancellableSource.ofOneOfMany(ConnectionSource.of(Postgres.newDatabase(Postgres.NEWEST)));
    Connection connection = source.take();
    CompletableFuture<Void> work = CompletableFuture.runAsync(() -> sleep(connection));

    SQLException e =
        (SQLException) assertThrows(CompletionException.class, () -> cancelUntilDone(source, work))
            .getCause();

    assertEquals("57014", e.getSQLState());
    source.giveBack(connection);
  }

  private static void sleep(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_sleep(60)");
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  private static void cancelUntilDone(CancellableSource source, CompletableFuture<Void> work) {
    while (!work.isDone()) {
      source.cancel();
      try {
        work.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException | InterruptedException | ExecutionException e) {
        // It is looked at below.
      }
    }
    work.join();
  }
}
