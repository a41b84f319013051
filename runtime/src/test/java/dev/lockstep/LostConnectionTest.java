package dev.lockstep;

import static dev.lockstep.Shop.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Cut.Moment;
import dev.lockstep.Cut.Way;
import dev.lockstep.EveryStep.State;
import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.Postgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run whose connection is lost at any statement goes on by itself, up and down, and ends, reports
 * and tells like one that was left alone. Each build tries some of the statements in some way,
 * other ones each time; a failure tells which. With {@code -Dlockstep.crash=all} all of them are
 * tried in every way, with {@code -Dlockstep.crash=47} those from the 47th on.
 */
class LostConnectionTest {
  private static final String WANTED = System.getProperty("lockstep.crash", "");
  private static final boolean SOME = WANTED.isEmpty();
  private static final int STRIDE = SOME ? 60 : Integer.getInteger("lockstep.crash.stride", 1);
  private static final List<String> ALL = List.of("M0001_Tables", "M0002_Parts", "M0003_Java");

  /** What is run, and what its report says that it did. */
  private enum Run {
    UPGRADE(migrator -> ids(migrator.upgrade().applied())),
    DOWNGRADE(migrator -> ids(migrator.downgrade(3).reverted()));

    private final Function<Migrator, List<String>> call;

    Run(Function<Migrator, List<String>> call) {
      this.call = call;
    }

    private static List<String> ids(List<FinishedMigration> finished) {
      return finished.stream().map(FinishedMigration::revision).toList();
    }

    List<String> revisions() {
      return this == UPGRADE ? ALL : List.of(ALL.get(2), ALL.get(1), ALL.get(0));
    }

    /** What a listener hears, once each. */
    List<String> heard() {
      List<String> heard = new ArrayList<>();
      for (String revision : revisions()) {
        heard.add((revisions().indexOf(revision) + 1) + " of 3 " + revision);
        heard.add("finished " + revision);
      }
      return heard;
    }
  }

  static Stream<Arguments> cuts() {
    if (SOME) {
      return Stream.of(
          Arguments.of(Postgres.OLDEST, any(Way.values()), any(Moment.values()), LockKind.ADVISORY),
          Arguments.of(Postgres.NEWEST, any(Way.values()), any(Moment.values()), LockKind.LEASE));
    }
    return Postgres.majors().stream()
        .flatMap(major -> Stream.of(Way.values())
            .flatMap(way -> Stream.of(Moment.values())
                .flatMap(moment -> Stream.of(LockKind.ADVISORY, LockKind.LEASE)
                    .map(lock -> Arguments.of(major, way, moment, lock)))));
  }

  private static <T> T any(T[] values) {
    return values[ThreadLocalRandom.current().nextInt(values.length)];
  }

  /** The very first is the driver's own: a first connection that is not to be had is an error. */
  private static int first() {
    return WANTED.matches("\\d+")
        ? Math.max(2, Integer.parseInt(WANTED))
        : 2 + ThreadLocalRandom.current().nextInt(STRIDE);
  }

  @Fault({Scenario.HOLDER_TERMINATED, Scenario.ANSWER_TO_COMMIT_LOST})
  @ParameterizedTest
  @MethodSource("cuts")
  void oneRunEndsLikeOneThatWasLeftAlone(int major, Way way, Moment moment, LockKind lock)
      throws Exception {
    DataSource database = Postgres.newDatabase(major);
    int first = first();

    int last = upAndDown(database, lock, i -> new Cut(way, moment, first + i * STRIDE, database));

    // Fewer statements would mean that the migrations do not do what they are for.
    assertTrue(first + last * STRIDE > 150, "no more than " + last + " cuts");
  }

  /** Only the server knows that it is done. */
  @Fault(Scenario.ANSWER_TO_COMMIT_LOST)
  @ParameterizedTest
  @MethodSource("majors")
  void aCommitWithoutAnAnswerCounts(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    int stride = SOME ? 12 : 1;

    int last = upAndDown(
        database, LockKind.ADVISORY, i -> Cut.answerTo("COMMIT", 1 + i * stride, database));

    assertTrue(last > 0, "there is no COMMIT");
  }

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private interface Cuts {
    Cut number(int i);
  }

  /** Answers how many of the cuts were made. */
  private static int upAndDown(DataSource database, LockKind lock, Cuts cuts) throws Exception {
    Run.UPGRADE.call.apply(builder(database, lock).build());
    State upgraded = State.of(database);
    Run.DOWNGRADE.call.apply(builder(database, lock).build());
    State downgraded = State.of(database);
    try (ServerProxy proxy = ServerProxy.to(database)) {
      for (int i = 0; ; i++) {
        // A run makes it, too.
        execute(database, "DROP TABLE lockstep_history");
        Cut up = cuts.number(i);
        cut(proxy, lock, Run.UPGRADE, up);
        assertEquals(upgraded, State.of(database), "upgrade, " + up);
        Cut down = cuts.number(i);
        cut(proxy, lock, Run.DOWNGRADE, down);
        assertEquals(downgraded, State.of(database), "downgrade, " + down);
        if (!up.isMade() && !down.isMade()) {
          return i;
        }
      }
    }
  }

  private static void cut(ServerProxy proxy, LockKind lock, Run run, Cut cut) throws Exception {
    List<String> heard = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    proxy.cut(cut);
    Migrator migrator = builder(proxy.dataSource(), lock)
        .listener(new MigrationListener() {
          @Override
          public void migrationStarted(
              Direction direction, String revision, int number, int total) {
            heard.add(number + " of " + total + " " + revision);
          }

          @Override
          public void migrationFinished(Direction direction, String revision, Duration duration) {
            heard.add("finished " + revision);
          }

          @Override
          public void connectionLost(String reason, Duration pause) {
            lost.add(reason);
          }
        })
        .build();
    List<String> done;
    try {
      done = run.call.apply(migrator);
    } catch (LockstepException e) {
      throw new AssertionError(run + ", " + cut, e);
    }
    assertEquals(run.revisions(), done, () -> run + ", " + cut);
    assertEquals(run.heard(), heard, () -> run + ", " + cut);
    // The last of all are to give things back; the run does not need them.
    assertTrue(lost.size() <= 1, () -> run + ", " + cut + ": " + lost);
  }

  private static Migrator.Builder builder(DataSource database, LockKind lock) {
    return EveryStep.builder(database).lock(lock);
  }
}
