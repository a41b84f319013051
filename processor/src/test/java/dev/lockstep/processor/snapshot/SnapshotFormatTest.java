package dev.lockstep.processor.snapshot;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.exclude;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.partitionByHash;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.sequence;
import static dev.lockstep.SchemaElements.tableOptions;
import static dev.lockstep.SchemaElements.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaFingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are committed somewhere stay what they are. */
class SnapshotFormatTest {
  private static String file(String name) {
    try (InputStream in = SnapshotFormatTest.class.getResourceAsStream("/snapshots/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format1-small.json",
        "format1-shop.json",
        "format1-every-kind.json",
        "format2-every-kind.json"
      })
  void writesAFileAsItWas(String name) {
    String text = file(name);

    assertEquals(text, SnapshotJson.write(SnapshotJson.read(text)));
  }

  @Test
  void readsWhatTheFileSays() {
    assertEquals(SampleSnapshot.small(), SnapshotJson.read(file("format1-small.json")));
    assertEquals(SampleSnapshot.large(), SnapshotJson.read(file("format1-every-kind.json")));
    assertEquals(SampleSnapshot.second(), SnapshotJson.read(file("format2-every-kind.json")));
  }

  private static Schema schema(Consumer<SchemaEditor> migration) {
    return Operations.apply(
        SchemaEditor.record(schema -> {
          schema.createTable("t", column("a", bigint()), primaryKey("t_pkey", "a"));
          migration.accept(schema);
        }),
        Schema.EMPTY);
  }

  static Stream<Consumer<SchemaEditor>> news() {
    return Stream.of(
        schema -> schema.createExtension("citext"),
        schema -> schema.createEnum("mood", "sad"),
        schema -> schema.createSequence(sequence("s")),
        schema -> schema.createView("v", "SELECT 1"),
        schema -> schema.createObject("o", "CREATE", "DROP"),
        schema -> schema.setUnlogged("t"),
        schema -> schema.setTablespace("t", "fast"),
        schema -> schema.setTableParameters("t", "fillfactor", "70"),
        schema -> schema.createTable("u", tableOptions().notLogged()),
        schema -> schema.createTable("u", column("a", bigint()), partitionByHash("a")),
        schema -> schema.setColumnStatistics("t", "a", 0),
        schema -> schema.setColumnStorage("t", "a", bigint(), "main"),
        schema -> schema.setColumnCompression("t", "a", "lz4"),
        schema -> schema.addConstraint("t", exclude("e", "gist", "a with =")),
        schema -> schema.addConstraint("t", unique("e", "a").notOverlapping()),
        schema ->
            schema.addConstraint("t", foreignKey("e", "a").references("t", "a").period()),
        schema -> schema.createTable(
            "u", column("a", bigint()), primaryKey("u_pkey", "a").notOverlapping()));
  }

  @ParameterizedTest
  @MethodSource("news")
  void anythingNewNeedsTheSecondFormat(Consumer<SchemaEditor> something) {
    assertEquals(1, SnapshotFormat.of(schema(schema -> {})));
    assertEquals(2, SnapshotFormat.of(schema(something)));
  }

  @ParameterizedTest
  @MethodSource("news")
  void anythingNewChangesTheFingerprint(Consumer<SchemaEditor> something) {
    String plain = SchemaFingerprint.of(schema(schema -> {}));

    assertNotEquals(plain, SchemaFingerprint.of(schema(something)));
  }

  @Test
  void theFingerprintsOfThePastHold() {
    assertEquals(
        "s2:f33c8ec3624d52df3fa8f295684b316c8afa4f0e9f8c5ba90cefc78670a64ff3",
        SchemaFingerprint.of(SnapshotJson.read(file("format1-every-kind.json")).schema()));
  }
}
