package dev.lockstep.engine;

import static dev.lockstep.engine.RevisionGraphTest.graph;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.HistoryMismatchException;
import dev.lockstep.LockstepException;
import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.UsageException;
import dev.lockstep.engine.MigrationPlan.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S stands for A, B and C; D came after C, E comes after S. */
class SquashPlanTest {
  private static final String WHOLE = "A B<A C<B S=A,B,C D<C E<D";
  private static final String GONE = "S=A,B,C D<C E<D";
  private static final String HALF = "A S=A,B,C D<C E<D";
  private static final String NESTED = "A B<A C<B S=A,B,C D<C T=S,D E<D";

  private static RevisionGraph of(String name) {
    return graph(
        switch (name) {
          case "whole" -> WHOLE;
          case "gone" -> GONE;
          case "half" -> HALF;
          default -> NESTED;
        });
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  /** {@code C S:record}. */
  private static String text(MigrationPlan plan) {
    return plan.tasks().stream().map(SquashPlanTest::text).collect(Collectors.joining(" "));
  }

  private static String text(Task task) {
    String kind = task.kind().name().toLowerCase(Locale.ROOT);
    return kind.equals("run") ? task.id() : task.id() + ":" + kind;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whole  | A B C S D E",
        "gone   | S D E",
        "half   | A S D E",
        "nested | A B C S D T E",
      })
  void standsAfterItsPartsAndBeforeWhatCameAfterThem(String name, String order) {
    assertEquals(
        order, of(name).entries().stream().map(Entry::id).collect(Collectors.joining(" ")));
    assertEquals(List.of("E"), of(name).heads());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whole  | ''        | E | S D E",
        "whole  | A         | E | B C S:record D E",
        "whole  | A B C     | E | S:record D E",
        "whole  | A B C D   | E | S:record E",
        "whole  | S         | E | D E",
        "whole  | A B C S D | E | E",
        "whole  | A         | B | B",
        "whole  | A         | S | B C S:record",
        "gone   | ''        | E | S D E",
        "gone   | A B C     | E | S:record D E",
        "gone   | A B C S   | E | D E",
        "half   | A B C     | E | S:record D E",
        "nested | ''        | E | T E",
        "nested | A         | E | B C S:record D T:record E",
        "nested | S         | E | D T:record E",
        "nested | A B C     | E | S:record D T:record E",
        "nested | A B C D   | E | S:record T:record E",
        "nested | T         | E | E",
      })
  void upgradesFromWhereverADatabaseIs(String name, String applied, String to, String planned) {
    assertEquals(planned, text(MigrationPlan.upgrade(of(name), words(applied), to)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whole | S D       | 1 | D",
        "whole | S D       | 2 | D S",
        "whole | A B C S D | 2 | D S:record C",
        "whole | A B C S   | 3 | S:record C B A",
        "gone  | A B C S D | 2 | D S:run_for_parts",
        "half  | A B C S   | 1 | S:run_for_parts",
        "gone  | S D       | 2 | D S",
      })
  void downgradesBySteps(String name, String applied, int steps, String planned) {
    assertEquals(planned, text(MigrationPlan.downgrade(of(name), words(applied), steps)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whole | A B C S D | base | D S:record C B A",
        "whole | A B C S D | S    | D",
        "whole | A B C S D | B    | D S:record C",
        "whole | S D       | base | D S",
        "gone  | A B C S D | base | D S:run_for_parts",
        "gone  | A B C S D | S    | D",
      })
  void downgradesToAState(String name, String applied, String to, String planned) {
    assertEquals(planned, text(MigrationPlan.downgrade(of(name), words(applied), to)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"gone | A B | C", "half | B | C", "gone | C | A, B"})
  void namesThePartsThatAreMissing(String name, String applied, String missing) {
    LockstepException refusal = assertThrows(
        HistoryMismatchException.class, () -> MigrationPlan.upgrade(of(name), words(applied), "E"));

    assertEquals(
        "[lockstep:SquashPartsMissing] the database is among the migrations that S replaces, but"
            + " the code has no longer " + missing,
        refusal.getMessage().lines().findFirst().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"gone | A B | 1", "half | A B | 1"})
  void doesNotGoBackOverPartsThatAreMissing(String name, String applied, int steps) {
    assertThrows(
        HistoryMismatchException.class,
        () -> MigrationPlan.downgrade(of(name), words(applied), steps));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A S=A T=A   | ReplacedTwice",
        "S=S         | ReplacesItself",
        "S=T T=S     | ReplacesItself",
        "A S=A B<X   | ParentMissing",
      })
  void refusesWhatMakesNoSense(String entries, String code) {
    assertEquals(code, assertThrows(UsageException.class, () -> graph(entries)).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"whole | '' | B", "whole | S | B"})
  void doesNotGoIntoASquash(String name, String applied, String to) {
    assertEquals(
        "RevisionReplaced",
        assertThrows(
                UsageException.class, () -> MigrationPlan.upgrade(of(name), words(applied), to))
            .code());
  }
}
