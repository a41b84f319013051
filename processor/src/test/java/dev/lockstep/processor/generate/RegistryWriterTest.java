package dev.lockstep.processor.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.testing.compile.JavaFileObjects;
import dev.lockstep.CompleteHistory;
import dev.lockstep.MigrationSet;
import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class RegistryWriterTest {
  private static final String FINGERPRINT = "t1:" + "0".repeat(64);

  @Test
  void holdsEveryMigrationInOrder() {
    List<Entry> entries = List.of(
        new Entry("M0001_A", List.of(), "Say \"a\"", FINGERPRINT),
        new Entry("M0002_B", List.of("M0001_A"), "\u6dfb\u52a0", ""),
        new Entry("M0003_C", List.of("M0001_A", "M0002_B"), "c", FINGERPRINT),
        new Entry("M0004_S", List.of(), "s", FINGERPRINT, List.of("M0001_A", "M0002_B")),
        new Entry("M0005_D", List.of("M0003_C"), "d", FINGERPRINT, List.of(), Phase.CONTRACT));
    List<String> parts =
        IntStream.range(0, 3_000).mapToObj(i -> "1f3a09bc table t" + i).toList();

    MigrationSet set = compiled(new Registry("m", "ma\"in", "app", entries, "s1:1", parts));

    assertEquals("ma\"in", set.name());
    assertEquals("app", set.schema());
    assertEquals("s1:1", set.schemaFingerprint());
    assertEquals(parts, set.schemaParts());
    assertEquals(entries, set.entries());
    assertEquals(Optional.empty(), set.completeHistory());
    entries.forEach(entry ->
        assertEquals("m." + entry.id(), set.migration(entry.id()).getClass().getName()));
    assertThrows(IllegalArgumentException.class, () -> set.migration("M0006_E"));
  }

  @Test
  void mayBeEmpty() {
    MigrationSet set = compiled(new Registry("m", "main", "", List.of(), "", List.of()));

    assertEquals(List.of(), set.entries());
    assertEquals(List.of(), set.schemaParts());
    assertEquals(Optional.empty(), set.completeHistory());
    assertThrows(IllegalArgumentException.class, () -> set.migration("M0001_A"));
  }

  @Test
  void holdsTenThousand() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 1; i <= 10_000; i++) {
      List<String> parents = i == 1 ? List.of() : List.of(entries.get(i - 2).id());
      entries.add(new Entry(
          String.format("M%04d_AddColumnNumber%d", i, i), parents, "Add column " + i, FINGERPRINT));
    }

    MigrationSet set = compiled(new Registry("m", "main", "", entries, "s1:1", List.of()));

    assertEquals(entries, set.entries());
    CompleteHistory complete = set.completeHistory().orElseThrow();
    assertEquals(CompleteHistory.of(entries).orElseThrow(), complete);
    assertEquals("M10000_AddColumnNumber10000", complete.head());
    assertEquals("M10000_AddColumnNumber10000", simpleName(set, "M10000_AddColumnNumber10000"));
  }

  @Test
  void holdsSquashesOfManyThousands() {
    List<String> squashed = IntStream.rangeClosed(1, 10_000)
        .mapToObj(i -> "M%04d_\u00e9\n".formatted(i))
        .toList();
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("M0001_S", List.of(), "all", FINGERPRINT, squashed));
    for (int i = 1; i <= 800; i++) {
      List<String> some = squashed.subList(i, i + i % 25);
      entries.add(new Entry("M%04d_A".formatted(i), some, "some", FINGERPRINT, some));
    }
    List<Entry> contracting =
        List.of(new Entry("M0001_C", squashed, "all", FINGERPRINT, squashed, Phase.CONTRACT));

    assertEquals(entries, entriesOf(entries));
    assertEquals(contracting, entriesOf(contracting));
  }

  private static List<Entry> entriesOf(List<Entry> entries) {
    return compiled(new Registry("m", "main", "", entries, "s1:1", List.of())).entries();
  }

  private static String simpleName(MigrationSet set, String id) {
    return set.migration(id).getClass().getSimpleName();
  }

  private static MigrationSet compiled(Registry registry) {
    List<JavaFileObject> sources = new ArrayList<>();
    sources.add(JavaFileObjects.forSourceString("m.Migrations", RegistryWriter.write(registry)));
    registry
        .entries()
        .forEach(entry -> sources.add(MigrationWriter.write(new NewMigration(
                "m", entry.id(), entry.description(), entry.parents(), List.of(), List.of()))
            .toJavaFileObject()));
    return CompiledSource.ofFiles(sources).newInstance("m.Migrations", MigrationSet.class);
  }
}
