package dev.lockstep.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Cut;
import dev.lockstep.EndState;
import dev.lockstep.MigrationListener;
import dev.lockstep.ServerProxy;
import dev.lockstep.testing.OwnServer;
import dev.lockstep.testing.OwnServer.Stop;
import dev.lockstep.testing.Postgres;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One run whose server goes in its middle, or whose answer does. */
class LostConnectionFaultsTest {
  /** In a transaction, at a concurrent build, at a backfill. */
  private static final List<Integer> STEPS = List.of(2, 4, 8);

  static List<Integer> majors() {
    return Postgres.majors();
  }

  static Stream<Arguments> stops() {
    return Suite.majors().stream()
        .flatMap(major -> Stream.of(Stop.values()).map(stop -> Arguments.of(major, stop)));
  }

  @Fault(Scenario.ANSWER_TO_COMMIT_LOST)
  @ParameterizedTest
  @MethodSource("majors")
  void whatIsCommittedIsNotRunAgain(int major) throws Exception {
    int stride = Suite.isWhole() ? 1 : 9;
    int at = 1;
    boolean cut = true;
    while (cut) {
      DataSource database = Postgres.newDatabase(major);
      try (ServerProxy proxy = ServerProxy.to(database)) {
        Cut answer = Cut.answerTo("COMMIT", at, database);
        proxy.cut(answer);

        Undisturbed.everyStep(proxy.dataSource()).build().upgrade();

        assertEquals(Undisturbed.state(major), EndState.of(database), answer.toString());
        cut = answer.isMade();
        at += stride;
      }
    }
    assertTrue(at > 2 * stride, "no more than " + at + " COMMITs");
  }

  @InFull
  @Fault(Scenario.SERVER_RESTARTED)
  @ParameterizedTest
  @MethodSource("stops")
  void aRestartOfTheServerIsSurvived(int major, Stop stop) throws Exception {
    try (OwnServer server = OwnServer.start(major)) {
      for (int step : STEPS) {
        DataSource database = server.newDatabase("restart_" + step);

        Undisturbed.everyStep(database)
            .listener(new MigrationListener() {
              private boolean done;

              @Override
              public void stepStarted(String revision, String text, int number, int total) {
                if (!done && revision.startsWith("M0002") && number == step) {
                  done = true;
                  server.stop(stop);
                  server.start();
                }
              }
            })
            .build()
            .upgrade();

        assertEquals(Undisturbed.state(major), EndState.of(database), stop + " at " + step);
      }
    }
  }
}
