package dev.lockstep;

import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Cut.Moment;
import dev.lockstep.Cut.Way;
import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run that is cut at any statement, and a second one after it, up and down. Each build tries some
 * of the statements, other ones each time; a failure tells the number of its own. With
 * {@code -Dlockstep.crash=all} all of them are tried on all servers and in every way, with
 * {@code -Dlockstep.crash=47} those from the 47th on.
 */
class CrashPointsTest {
  private static final String WANTED = System.getProperty("lockstep.crash", "");
  private static final boolean SOME = WANTED.isEmpty();
  private static final int STRIDE = SOME ? 10 : Integer.getInteger("lockstep.crash.stride", 1);

  /** Fewer would mean that the migrations do not do what they are for. */
  private static final int FEWEST = 150;

  /** After an answer the server is where it is before the next statement, commits included. */
  static Stream<Arguments> cuts() {
    if (SOME) {
      return Stream.of(Arguments.of(Postgres.NEWEST, Way.CONNECTION, Moment.AFTER));
    }
    return Postgres.majors().stream()
        .flatMap(major -> Stream.of(Way.values())
            .flatMap(
                way -> Stream.of(Moment.values()).map(moment -> Arguments.of(major, way, moment))));
  }

  private static int first() {
    return WANTED.matches("\\d+")
        ? Integer.parseInt(WANTED)
        : 1 + ThreadLocalRandom.current().nextInt(STRIDE);
  }

  @Fault({Scenario.HOLDER_TERMINATED, Scenario.ANSWER_TO_COMMIT_LOST})
  @ParameterizedTest
  @MethodSource("cuts")
  void aSecondRunEndsLikeOneThatWasLeftAlone(int major, Way way, Moment moment) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgrade();
    EndState upgraded = EndState.of(database);
    migrator(database).downgradeTo("base");
    EndState downgraded = EndState.of(database);
    try (ServerProxy proxy = ServerProxy.to(database)) {
      int at = first();
      boolean cut = true;
      while (cut) {
        // The first run makes it, too.
        execute(database, "DROP TABLE lockstep_history");
        Cut up = new Cut(way, moment, at, database);
        runTwice(proxy, database, up, Migrator::upgrade);
        assertEquals(upgraded, EndState.of(database), "upgrade, " + up);
        Cut down = new Cut(way, moment, at, database);
        runTwice(proxy, database, down, migrator -> migrator.downgradeTo("base"));
        assertEquals(downgraded, EndState.of(database), "downgrade, " + down);
        cut = up.isMade() || down.isMade();
        at += STRIDE;
      }
      assertTrue(at > FEWEST, "no more than " + at + " statements");
    }
  }

  private interface Run {
    void on(Migrator migrator);
  }

  private static void runTwice(ServerProxy proxy, DataSource database, Cut cut, Run run)
      throws Exception {
    proxy.cut(cut);
    try {
      run.on(EveryStep.builder(proxy.dataSource()).retryFor(Shop.ONE_CONNECTION).build());
    } catch (MigrationFailedException e) {
      requireTrue(database, cut, e);
    } catch (DatabaseException e) {
      assertTrue(cut.isMade(), () -> cut + ": " + e);
    }
    try {
      run.on(migrator(database));
    } catch (LockstepException e) {
      throw new AssertionError("after " + cut, e);
    }
  }

  /** What the message says of the migration is what the history has. */
  private static void requireTrue(DataSource database, Cut cut, MigrationFailedException failure)
      throws SQLException {
    assertTrue(cut.isMade(), () -> cut + ": " + failure);
    String row = String.join(
        "",
        query(
            database,
            "SELECT CASE state WHEN 'applied' THEN state ELSE steps_done || ' of ' END"
                + " FROM lockstep_history WHERE revision = '"
                + failure.failure().revision() + "'"));
    boolean isTrue = switch (failure.code()) {
      case "MigrationFailed" -> row.isEmpty() || row.equals("applied");
      case "StoppedPartWay" -> row.endsWith(" of ") && failure.getMessage().contains(row);
      case "CommitUnknown" -> true;
      default -> false;
    };
    assertTrue(isTrue, () -> cut + ": " + row + " but " + failure);
  }

  private static Migrator migrator(DataSource database) {
    return EveryStep.builder(database).build();
  }
}
