package dev.lockstep.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Place.Nowhere;
import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfDatabase;
import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.processor.problem.Place.OfMigration;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final QualifiedName T = QualifiedName.of("t");
  private static final String TABLE = """
      @Index(
      columns = "b")
      @Table(
      comment = "c")
      class T {
      @Id
      int a;
      @Column(
      nullable = false,
      unique = true)
      Integer
      b;
      enum E { X }
      E
      e;
      }""";

  /** The line that a message at each of the places is shown at; 0 for none. */
  private static List<Long> lines(Place... places) {
    Model model = Model.compile(
            TABLE,
            "@Database(\nname = \"n\")\npackage app;",
            "package app.migrations;\nclass M0001_A {}")
        .report(IntStream.range(0, places.length)
            .mapToObj(i -> Problem.error("P" + i, places[i], "text"))
            .toList())
        .read();
    Map<String, Long> lines = model.linesByCode();
    return IntStream.range(0, places.length).mapToObj(i -> lines.get("P" + i)).toList();
  }

  @Test
  void findsTheNarrowestThatIsThere() {
    assertEquals(
        List.of(5L, 4L, 3L, 7L, 9L, 8L, 12L, 7L, 15L),
        lines(
            new OfTable(T, ""),
            new OfTable(T, "comment"),
            new OfTable(T, "renamedFrom"),
            new OfColumn(T, "a", ""),
            new OfColumn(T, "b", "nullable"),
            new OfColumn(T, "b", "type"),
            new OfColumn(T, "b", ""),
            new OfColumn(T, "a", "type"),
            new OfColumn(T, "e", "")));
  }

  @Test
  void findsWhatDeclaresConstraintsAndIndexes() {
    assertEquals(
        List.of(1L, 8L, 6L, 15L),
        lines(
            new OfMember(T, "t_b_idx"),
            new OfMember(T, "t_b_key"),
            new OfMember(T, "t_pkey"),
            new OfMember(T, "t_e_check")));
  }

  @Test
  void goesUpwardsFromWhatIsGone() {
    QualifiedName gone = QualifiedName.of("gone");
    assertEquals(
        List.of(5L, 5L, 1L, 1L, 1L, 1L, 2L, 1L, 0L),
        lines(
            new OfColumn(T, "gone", ""),
            new OfMember(T, "gone"),
            new OfTable(gone, "comment"),
            new OfColumn(gone, "a", "type"),
            new OfMember(gone, "a"),
            new OfDatabase(),
            new OfMigration("M0001_A"),
            new OfMigration("M0002_Gone"),
            new Nowhere()));
  }
}
