package dev.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lockstep.MigrationSet.Entry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompleteHistoryTest {
  private static final Entry A = entry("A");
  private static final Entry B = entry("B", "A");
  private static final Entry C = entry("C", "A");

  @Test
  void isTheSameForWhateverOrderTheyAreListedIn() {
    Entry merge = entry("D", "B", "C");

    Optional<CompleteHistory> complete = CompleteHistory.of(List.of(A, B, C, merge));

    assertEquals("D", complete.orElseThrow().head());
    assertEquals(complete, CompleteHistory.of(List.of(A, C, B, merge)));
  }

  /** As PostgreSQL 15 has it. */
  @Test
  void isWhatTheServerMakesOfTheRows() {
    assertEquals(
        Optional.of(new CompleteHistory("B", 2, "h1:-5825092425953899953")),
        CompleteHistory.of(List.of(A, B)));
  }

  @Test
  void tellsOneTextFromAnother() {
    Entry edited = new Entry("B", List.of("A"), "", "t1:edited");

    assertNotEquals(CompleteHistory.of(List.of(A, B)), CompleteHistory.of(List.of(A, edited)));
  }

  @Test
  void isNotThereForNoMigration() {
    assertUnknown();
  }

  @Test
  void isNotThereForSeveralHeads() {
    assertUnknown(A, B, C);
  }

  @Test
  void isNotThereForATextThatIsNotKnown() {
    assertUnknown(A, new Entry("B", List.of("A"), "", ""));
  }

  @Test
  void isNotThereForASquash() {
    assertUnknown(A, B, new Entry("S", List.of("B"), "", "t1:S", List.of("A")));
  }

  @Test
  void isNotThereForWhatDoesNotFitTogether() {
    assertUnknown(B);
    assertUnknown(B, A);
    assertUnknown(A, B, B);
    assertUnknown(entry("A", "B"), B);
    assertUnknown(entry("A", "A"));
  }

  private static void assertUnknown(Entry... entries) {
    assertEquals(Optional.empty(), CompleteHistory.of(List.of(entries)));
  }

  private static Entry entry(String id, String... parents) {
    return new Entry(id, List.of(parents), "", "t1:" + id);
  }
}
