package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionGraphTest {
  /** {@code "A B<A C<A D<B,C S=A,B"}; {@code =} and what it replaces. */
  static List<Entry> entries(String text) {
    return Arrays.stream(text.split(" "))
        .filter(word -> !word.isEmpty())
        .map(RevisionGraphTest::entry)
        .toList();
  }

  private static Entry entry(String word) {
    String[] squash = word.split("=");
    String[] parts = squash[0].split("<");
    return new Entry(
        parts[0],
        parts.length == 1 ? List.of() : List.of(parts[1].split(",")),
        "",
        "t1:" + parts[0],
        squash.length == 1 ? List.of() : List.of(squash[1].split(",")));
  }

  static RevisionGraph graph(String text) {
    return RevisionGraph.of(entries(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A B<A C<B          | A B C",
        "C<B B<A A          | A B C",
        "A C<A B<A          | A C B",
        "A D<B,C C<A B<A    | A C B D",
        "A                  | A",
        "A B                | A B",
      })
  void putsParentsFirstAndElseKeepsTheOrder(String registered, String sorted) {
    assertEquals(
        sorted,
        String.join(" ", graph(registered).entries().stream().map(Entry::id).toList()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A B<A C<B       | C",
        "A B<A C<A       | B C",
        "A B<A C<A D<B,C | D",
        "''              | ''",
      })
  void headsAreWhatNothingComesAfter(String registered, String heads) {
    assertEquals(heads, String.join(" ", graph(registered).heads()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base                   | base",
        "head                   | M0003_AddIndex",
        "M0001_Initial          | M0001_Initial",
        "M0002                  | M0002_AddAddress",
        "M0003_A                | M0003_AddIndex",
      })
  void resolvesWhatAPersonTypes(String typed, String meant) {
    assertEquals(
        meant,
        graph("M0001_Initial M0002_AddAddress<M0001_Initial M0003_AddIndex<M0002_AddAddress")
            .resolve(typed));
  }

  @Test
  void prefersAnIdToALongerOneOfThatPrefix() {
    assertEquals("M1", graph("M1 M10<M1").resolve("M1"));
  }

  @Test
  void nothingTypedIsNotTheOnlyMigration() {
    assertEquals(
        "RevisionEmpty",
        assertThrows(UsageException.class, () -> graph("M1").resolve("")).code());
  }

  @Test
  void headOfNoMigrationsIsBase() {
    assertEquals("base", graph("").resolve("head"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "M | [lockstep:RevisionAmbiguous] \"M\" can mean 3 revisions\\n    candidates: M1, M2, M3",
        "X | [lockstep:RevisionUnknown] there is no revision \"X\"\\n    known: M1, M2, M3",
        "'' | [lockstep:RevisionEmpty] the revision is empty\\n    name one: an id, a unique beginning"
            + " of one, head or base",
        "head | [lockstep:SeveralHeads] the migrations end in 2 heads: M2, M3\\n"
            + "    merge: mvn compile -Dlockstep.migrate=\"Merge\"\\n"
            + "    or name the one to go to: upgrade M2",
      })
  void refusesWhatMeansNothingOrSeveralThings(String typed, String message) {
    UsageException refusal =
        assertThrows(UsageException.class, () -> graph("M1 M2<M1 M3<M1").resolve(typed));

    assertEquals(message.replace("\\n", "\n"), refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A B<X     | ParentMissing  | B comes after X, which is not in the migration set",
        "A<B B<A C | RevisionCircle | each of these migrations comes after itself: A, B",
        "A A       | RevisionTwice  | two migrations of the set have the id A",
      })
  void refusesWhatIsNoGraph(String registered, String code, String sentence) {
    UsageException refusal = assertThrows(UsageException.class, () -> graph(registered));

    assertEquals(code, refusal.code());
    assertEquals(
        "[lockstep:" + code + "] " + sentence,
        refusal.getMessage().lines().findFirst().get());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"base | ''", "A | A", "B | A B", "D | A B C D", "E | A E"})
  void aStateHasAllThatComesBeforeIt(String to, String applied) {
    Set<String> reached = graph("A B<A C<A D<B,C E<A").upTo(to);

    assertEquals(applied, String.join(" ", new TreeSet<>(reached)));
  }
}
