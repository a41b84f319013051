package dev.lockstep.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Place.Nowhere;
import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfDatabase;
import dev.lockstep.processor.problem.Place.OfEnumValue;
import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.processor.problem.Place.OfMigration;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import java.util.Comparator;
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

  private static final String OBJECTS = """
      package app; class Objects {
      @EnumType(
      comment = "c")
      enum State {
      @EnumValue("on") ON,
      OFF }
      @Index(
      columns = "a") @View(materialized = true,
      query = "SELECT 1")
      class V {}
      @Sequence(name = "s") @Sequence(
      name = "t",
      start = 5)
      @SqlObject(name = "o",
      create = "SELECT 1",
      drop = "SELECT 1")
      class Other {}
      @Partitioned(columns = "a", partitions =
      @Partition(name = "p",
      values = "DEFAULT"))
      @Table static class P { int a; }
      }""";

  private static List<Long> linesOfObjects(Place... places) {
    Model model = Model.compile(OBJECTS, "@Database(\n\nextensions = \"citext\")\npackage app;")
        .report(IntStream.range(0, places.length)
            .mapToObj(i -> Problem.error("P" + i, places[i], "text"))
            .toList())
        .read();
    Map<String, Long> lines = model.linesByCode();
    return IntStream.range(0, places.length).mapToObj(i -> lines.get("P" + i)).toList();
  }

  @Test
  void findsWhatDeclaresObjects() {
    ObjectKey state = ObjectKey.of(ObjectKind.ENUM, "state");
    ObjectKey view = ObjectKey.of(ObjectKind.MATERIALIZED_VIEW, "v");
    ObjectKey sequence = ObjectKey.of(ObjectKind.SEQUENCE, "t");
    ObjectKey other = ObjectKey.of(ObjectKind.SQL_OBJECT, "o");
    ObjectKey extension = ObjectKey.of(ObjectKind.EXTENSION, "citext");
    assertEquals(
        List.of(4L, 3L, 2L, 10L, 9L, 7L, 11L, 13L, 14L, 15L, 3L, 3L, 19L),
        linesOfObjects(
            new OfObject(state, ""),
            new OfObject(state, "comment"),
            new OfObject(state, "renamedFrom"),
            new OfObject(view, ""),
            new OfObject(view, "query"),
            new OfMember(view.name(), "v_a_idx"),
            new OfObject(sequence, ""),
            new OfObject(sequence, "start"),
            new OfObject(other, ""),
            new OfObject(other, "create"),
            new OfObject(extension, ""),
            new OfObject(extension, "name"),
            new OfMember(QualifiedName.of("p"), "p")));
  }

  @Test
  void findsWhatDeclaresEnumValues() {
    QualifiedName state = QualifiedName.of("state");
    assertEquals(
        List.of(5L, 6L, 4L, 1L, 10L, 1L),
        linesOfObjects(
            new OfEnumValue(state, "on"),
            new OfEnumValue(state, "OFF"),
            new OfEnumValue(state, "GONE"),
            new OfEnumValue(QualifiedName.of("gone"), "ON"),
            new OfMember(QualifiedName.of("v"), "gone"),
            new OfObject(ObjectKey.of(ObjectKind.SEQUENCE, "gone"), "start")));
  }

  @Test
  void findsEmbeddedColumnsInTheEmbeddableAndTheirOverridesAtTheField() {
    String table = """
        @Table class U {
        @Id
        @Embedded(
        overrides = @ColumnOverride(field = "x",
        column = @Column(
        length = 3)))
        Key
        key;
        }""";
    String key = """
        @Embeddable
        @Index(columns = "x")
        class Key {
        String
        x;
        @Column(
        length = 4)
        @Check("y <> ''")
        String
        y;
        }""";
    QualifiedName u = QualifiedName.of("u");
    List<Place> places = List.of(
        new OfColumn(u, "key_x", ""),
        new OfColumn(u, "key_x", "length"),
        new OfColumn(u, "key_x", "type"),
        new OfColumn(u, "key_y", ""),
        new OfColumn(u, "key_y", "length"),
        new OfMember(u, "u_pkey"),
        new OfMember(u, "u_key_x_idx"),
        new OfMember(u, "u_key_y_check"));
    Model model = Model.compile(table, key, Model.DATABASE)
        .report(IntStream.range(0, places.size())
            .mapToObj(i -> Problem.error("P" + i, places.get(i), "text"))
            .toList())
        .read();
    assertEquals(
        List.of(
            "Key.java:2 error: [lockstep:P6] text",
            "Key.java:5 error: [lockstep:P0] text",
            "Key.java:7 error: [lockstep:P4] text",
            "Key.java:8 error: [lockstep:P7] text",
            "Key.java:10 error: [lockstep:P3] text",
            "U.java:2 error: [lockstep:P5] text",
            "U.java:5 error: [lockstep:P2] text",
            "U.java:6 error: [lockstep:P1] text"),
        model.messages().stream()
            .sorted(Comparator.comparing(line -> line.replaceFirst(":(\\d) ", ":0$1 ")))
            .toList());
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
