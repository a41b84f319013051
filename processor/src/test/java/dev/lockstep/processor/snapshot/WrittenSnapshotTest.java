package dev.lockstep.processor.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.testing.RandomSchemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrittenSnapshotTest {
  private static final QualifiedName USER = QualifiedName.of("user");
  private static final Schema DECLARED =
      Schema.EMPTY.withTable(Table.of(USER).withColumns(columns("id", "name")));
  private static final Map<QualifiedName, String> CLASSES = Map.of(USER, "shop.User");

  private static NamedList<Column> columns(String... names) {
    return NamedList.of(
        List.of(names).stream().map(name -> Column.of(name, SqlType.of("text"))).toList());
  }

  private static String text(String... heads) {
    return SnapshotJson.write(new Snapshot(List.of(heads), DECLARED, CLASSES));
  }

  private static Optional<SnapshotSides> of(String file) {
    return WrittenSnapshot.of(file, DECLARED, CLASSES, Map.of());
  }

  @Test
  void isWhatTheReaderReads() {
    for (long seed = 1; seed <= 2_000; seed++) {
      Schema schema = RandomSchemas.schema(seed);
      String text =
          SnapshotJson.write(new Snapshot(List.of("M0001_A", "M0002_B"), schema, Map.of()));
      assertEquals(
          Optional.of(SnapshotSides.of(text)),
          WrittenSnapshot.of(text, schema, Map.of(), Map.of()),
          "seed " + seed + "\n" + text);
    }
  }

  @Test
  void isNothingForAnotherText() {
    String text = text("M0001_A");
    assertEquals(Optional.of(SnapshotSides.of(text)), of(text));
    for (int i = 0; i < text.length(); i++) {
      String without = text.substring(0, i) + text.substring(i + 1);
      boolean head = i >= text.indexOf("M0001_A") && i < text.indexOf("M0001_A") + 7;
      assertEquals(head, of(without).isPresent(), without);
    }
    for (String other : List.of(
        "",
        text + "\n",
        text.replace("\n", "\r\n"),
        "\ufeff" + text,
        text.replace("\"id\"", "\"x\""),
        "<<<<<<< HEAD\n" + text + "=======\n" + text + ">>>>>>> theirs\n")) {
      assertEquals(Optional.empty(), of(other), other);
    }
  }

  @Test
  void isNothingWithoutGoodHeads() {
    assertEquals(Optional.empty(), of(text()));
    assertEquals(Optional.empty(), of(text("M0001_A", "M0001_A")));
    assertEquals(
        Optional.empty(),
        of(text("M0001_A", "M0002_B")
            .replace("M0001_A", "x")
            .replace("M0002_B", "M0001_A")
            .replace("\"x\"", "\"M0002_B\"")));
  }

  @Test
  void isNothingForColumnsInAnotherOrder() {
    Schema other = Schema.EMPTY.withTable(Table.of(USER).withColumns(columns("name", "id")));
    assertEquals(DECLARED, other);
    assertEquals(Optional.empty(), WrittenSnapshot.of(text("M0001_A"), other, CLASSES, Map.of()));
  }

  @Test
  void isNothingForAnotherClass() {
    assertEquals(
        Optional.empty(),
        WrittenSnapshot.of(text("M0001_A"), DECLARED, Map.of(USER, "shop.Person"), Map.of()));
  }
}
