package dev.lockstep.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.RandomSchemas;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Laws 1 and 2 over random edits; a failure names its seed. */
final class LawsTest {
  private static final int PAIRS = 10_000;

  @Test
  void applyingADiffGivesItsTarget() {
    LongStream.range(0, PAIRS).forEach(LawsTest::assertDiffLeadsTo);
  }

  @Test
  void reversingADiffGivesItsOrigin() {
    LongStream.range(0, PAIRS).forEach(LawsTest::assertReverseLeadsBack);
  }

  @Test
  void equalSchemasDoNotDiffer() {
    LongStream.range(0, PAIRS).forEach(seed -> {
      Schema schema = RandomSchemas.schema(seed);
      SchemaDiff diff = SchemaDiffer.diff(schema, schema);
      assertTrue(
          diff.isEmpty() && diff.changes().isEmpty(),
          () -> "seed " + seed + text(diff.operations()));
    });
  }

  @Test
  void anythingCanBeMadeFromNothing() {
    LongStream.range(0, 2_000).forEach(seed -> {
      Schema schema = RandomSchemas.schema(seed);
      SchemaDiff diff = SchemaDiffer.diff(Schema.EMPTY, schema);
      assertEquals(schema, diff.to(), () -> "seed " + seed + text(diff.operations()));
    });
  }

  private static void assertDiffLeadsTo(long seed) {
    RandomSchemas.Edit edit = RandomSchemas.edit(seed);
    SchemaDiff diff = diff(seed, edit);
    assertEquals(edit.to(), diff.to(), () -> "seed " + seed + text(diff.operations()));
    assertEquals(
        diff.operations().isEmpty(),
        diff.changes().isEmpty(),
        () -> "seed " + seed + text(diff.operations()) + diff.changes());
    SchemaDiff again = SchemaDiffer.diff(diff.to(), edit.to(), edit.hints());
    assertTrue(again.isEmpty(), () -> "seed " + seed + ": not settled" + text(again.operations()));
  }

  private static void assertReverseLeadsBack(long seed) {
    RandomSchemas.Edit edit = RandomSchemas.edit(seed);
    SchemaDiff diff = diff(seed, edit);
    List<Operation> back = Operations.reverse(diff.operations(), edit.from());
    assertEquals(
        edit.from(),
        Operations.apply(back, diff.to()),
        () -> "seed " + seed + text(diff.operations()) + "\nback" + text(back));
  }

  private static SchemaDiff diff(long seed, RandomSchemas.Edit edit) {
    try {
      return SchemaDiffer.diff(edit.from(), edit.to(), edit.hints());
    } catch (RuntimeException e) {
      throw new AssertionError(
          "seed " + seed + ": " + e.getMessage() + "\nfrom " + edit.from() + "\nto " + edit.to()
              + "\n" + edit.hints(),
          e);
    }
  }

  private static String text(List<Operation> operations) {
    return operations.stream()
        .map(Object::toString)
        .collect(Collectors.joining("\n  ", "\n  ", "\n"));
  }
}
