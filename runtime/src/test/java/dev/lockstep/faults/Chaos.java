package dev.lockstep.faults;

import static dev.lockstep.Shop.query;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

/**
 * Ends whoever holds the lock of a database, again and again at random moments: mostly its backend,
 * sometimes some process. Leaves half of the crowd alone.
 */
final class Chaos {
  private static final String OF_HOLDERS = " FROM pg_locks WHERE locktype = 'advisory' AND granted"
      + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
  private static final int LONGEST_PAUSE = 100;
  private static final int KILLS = 4;

  private final DataSource database;
  private final Crowd crowd;
  private final Random random;
  private int terminated;
  private int killed;

  Chaos(DataSource database, Crowd crowd, long seed) {
    this.database = database;
    this.crowd = crowd;
    this.random = new Random(seed);
  }

  int terminated() {
    return terminated;
  }

  int killed() {
    return killed;
  }

  /** Comes back when all have ended, or so many were ended. */
  void run(int most) throws SQLException, InterruptedException {
    while (terminated + killed < most && !crowd.running().isEmpty()) {
      if (query(database, "SELECT pid" + OF_HOLDERS).isEmpty()) {
        Thread.onSpinWait();
        continue;
      }
      // Not to wait for anything: the moment is to be a random one.
      Thread.sleep(random.nextInt(LONGEST_PAUSE));
      List<Process> running = crowd.running();
      if (random.nextInt(KILLS) == 0 && !running.isEmpty()) {
        running.get(random.nextInt(running.size())).destroyForcibly();
        killed++;
      } else {
        terminated += query(database, "SELECT pg_terminate_backend(pid, 10000)" + OF_HOLDERS)
            .size();
      }
    }
  }
}
