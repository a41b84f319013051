package dev.lockstep.engine;

import static dev.lockstep.engine.RevisionGraphTest.graph;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.HistoryMismatchException;
import dev.lockstep.LockstepException;
import dev.lockstep.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationPlanTest {
  private static final String DIAMOND = "A B<A C<A D<B,C";

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // applied | to | planned
        "''      | D    | A B C D",
        "A       | D    | B C D",
        "A B C D | D    | ''",
        "A C     | D    | B D",
        "A C     | B    | B",
        "A B C D | A    | ''",
        "''      | base | ''",
        // A parent that arrived after its child was applied.
        "A C D   | D    | B",
      })
  void upgradesToWhatIsMissing(String applied, String to, String planned) {
    assertEquals(
        words(planned),
        MigrationPlan.upgrade(graph(DIAMOND), Set.copyOf(words(applied)), to).ids());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A B C D | A    | D C B",
        "A B C D | base | D C B A",
        "A B C D | B    | D C",
        "A B     | B    | ''",
        "''      | base | ''",
      })
  void downgradesWhatIsBeyond(String applied, String to, String planned) {
    assertEquals(
        words(planned),
        MigrationPlan.downgrade(graph(DIAMOND), Set.copyOf(words(applied)), to).ids());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"A B C D | 1 | D", "A B C D | 3 | D C B", "A C | 2 | C A"})
  void downgradesTheLastSteps(String applied, int steps, String planned) {
    assertEquals(
        words(planned),
        MigrationPlan.downgrade(graph(DIAMOND), Set.copyOf(words(applied)), steps)
            .ids());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A B | 3  | cannot revert 3 migrations, 2 are applied",
        "A   | 0  | cannot revert 0 migrations, 1 is applied",
        "''  | 1  | cannot revert 1 migrations, 0 are applied",
        "A   | -1 | cannot revert -1 migrations, 1 is applied",
      })
  void refusesStepsThatAreNotThere(String applied, int steps, String sentence) {
    LockstepException refusal = assertThrows(
        UsageException.class,
        () -> MigrationPlan.downgrade(graph(DIAMOND), Set.copyOf(words(applied)), steps));

    assertEquals("[lockstep:StepsOutOfRange] " + sentence, refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"upgrade", "downgrade"})
  void refusesADatabaseThatIsAhead(String direction) {
    LockstepException refusal = assertThrows(HistoryMismatchException.class, () -> {
      if (direction.equals("upgrade")) {
        MigrationPlan.upgrade(graph(DIAMOND), Set.of("A", "X", "Y"), "D");
      } else {
        MigrationPlan.downgrade(graph(DIAMOND), Set.of("A", "X", "Y"), 1);
      }
    });

    assertEquals("""
        [lockstep:DatabaseAhead] the database has applied what this code does not know: X, Y
            newer code was here: deploy it, or downgrade with it first
            or its file was removed: bring it back""", refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"B"})
  void refusesAWayDownToWhatIsNotApplied(String to) {
    LockstepException refusal = assertThrows(
        UsageException.class, () -> MigrationPlan.downgrade(graph(DIAMOND), Set.of("A", "C"), to));

    assertEquals(
        "[lockstep:RevisionNotApplied] B is not applied, so there is no way down to it",
        refusal.getMessage());
  }
}
