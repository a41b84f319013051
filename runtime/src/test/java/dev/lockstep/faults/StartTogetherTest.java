package dev.lockstep.faults;

import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.EndState;
import dev.lockstep.cli.CommandLineRun;
import dev.lockstep.testing.Postgres;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * JVMs that start at once on an empty database, with migrations that have every kind of step. With
 * {@code -Dlockstep.rounds=50} so many rounds, on the servers in turn, with
 * {@code -Dlockstep.seed=...} those of a failure.
 */
class StartTogetherTest {
  private static final int PROCESSES = Suite.isWhole() ? 32 : 5;
  private static final int ROUNDS = Integer.getInteger("lockstep.rounds", 1);
  private static final long SEED = Long.getLong("lockstep.seed", new Random().nextLong());

  private static final int KILLED = 137;

  @TempDir
  Path folder;

  static List<Integer> majors() {
    return Suite.majors();
  }

  static Stream<Integer> rounds() {
    return IntStream.rangeClosed(1, ROUNDS).boxed();
  }

  @Fault(Scenario.START_TOGETHER)
  @ParameterizedTest
  @MethodSource("majors")
  void oneWorksAndAllEndWell(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    int applied = 0;
    try (Crowd crowd = Crowd.start(folder, database, PROCESSES)) {
      for (CommandLineRun each : crowd.end()) {
        assertEquals(0, each.code(), each.toString());
        assertTrue(
            each.err().lines().allMatch(line -> line.startsWith("waiting for ")), each.err());
        applied += each.out().startsWith("applied 3 migrations") ? 1 : 0;
      }
    }
    assertEquals(1, applied);
    assertEquals(Undisturbed.state(major), EndState.of(database));
  }

  @Fault(Scenario.HOLDER_TERMINATED)
  @ParameterizedTest
  @MethodSource("rounds")
  void othersTakeOver(int round) throws Exception {
    List<Integer> majors = majors();
    int major = majors.get(round % majors.size());
    long seed = SEED + round;
    DataSource database = Postgres.newDatabase(major);
    Map<Integer, Integer> codes = new HashMap<>();
    Chaos chaos;
    try (Crowd crowd = Crowd.start(folder, database, PROCESSES)) {
      chaos = new Chaos(database, crowd, seed);
      chaos.run(PROCESSES / 2);
      for (CommandLineRun each : crowd.end()) {
        // Whose backend was ended connects again, and finds done what others have done meanwhile.
        assertTrue(each.code() == KILLED || each.code() == 0, each.toString());
        codes.merge(each.code(), 1, Integer::sum);
      }
    }
    String story = "PostgreSQL " + major + ", -Dlockstep.seed=" + SEED + ", round " + round + ": "
        + chaos.terminated() + " backends, " + chaos.killed() + " processes ended, codes " + codes;

    assertTrue(codes.getOrDefault(0, 0) > 0, story);
    assertEquals(Undisturbed.state(major), EndState.of(database), story);
    assertEquals(
        List.of(),
        query(
            database,
            "SELECT pid FROM pg_locks AS l JOIN pg_database AS d ON d.oid = l.database"
                + " WHERE locktype = 'advisory' AND datname = current_database()"),
        story);
    if (Suite.isWhole()) {
      System.out.println(story);
    }
    Postgres.drop(database);
  }
}
