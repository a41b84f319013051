package dev.lockstep.benchmarks;

import java.util.Arrays;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Runs work in a process of its own. Nothing here or in the programs that use it needs a lambda or
 * a concatenation: each costs a new JVM some milliseconds, which would count as the work's.
 */
final class Timed {
  private static final long SECOND = 1_000_000_000L;

  private Timed() {}

  /**
   * Prints the nanoseconds that one call took.
   *
   * @param arguments port and database; and the seconds to warm up and to measure if the median of
   *     many calls is wanted
   */
  static void run(String[] arguments, Work work) throws Exception {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setServerNames(new String[] {"127.0.0.1"});
    database.setPortNumbers(new int[] {Integer.parseInt(arguments[0])});
    database.setDatabaseName(arguments[1]);
    database.setUser("postgres");
    // One round trip each, to ask for what no server here has.
    database.setSslMode("disable");
    database.setGssEncMode("disable");
    if (arguments.length == 2) {
      System.out.println(once(database, work));
      return;
    }
    calls(database, work, Integer.parseInt(arguments[2]));
    long[] times = calls(database, work, Integer.parseInt(arguments[3]));
    Arrays.sort(times);
    System.out.println(times[times.length / 2]);
  }

  private static long once(PGSimpleDataSource database, Work work) throws Exception {
    long start = System.nanoTime();
    work.run(database);
    return System.nanoTime() - start;
  }

  /** At least one. */
  private static long[] calls(PGSimpleDataSource database, Work work, int seconds)
      throws Exception {
    long end = System.nanoTime() + seconds * SECOND;
    long[] times = new long[1 << 20];
    int count = 0;
    do {
      times[count++] = once(database, work);
    } while (System.nanoTime() < end && count < times.length);
    return Arrays.copyOf(times, count);
  }
}
