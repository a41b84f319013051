package dev.lockstep.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.RandomSchemas;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Laws 1 and 2 over random edits, in turn for the oldest and the newest server; a failure names its
 * seed.
 */
final class LawsTest {
  private static final int PAIRS = 10_000;

  @Test
  void applyingADiffGivesItsTarget() {
    forEach(PAIRS, LawsTest::assertDiffLeadsTo);
  }

  @Test
  void reversingADiffGivesItsOrigin() {
    forEach(PAIRS, LawsTest::assertReverseLeadsBack);
  }

  @Test
  void equalSchemasDoNotDiffer() {
    forEach(PAIRS, seed -> {
      Schema schema = RandomSchemas.schema(seed, major(seed));
      SchemaDiff diff = SchemaDiffer.diff(schema, schema);
      assertTrue(
          diff.isEmpty() && diff.changes().isEmpty(),
          () -> "seed " + seed + text(diff.operations()));
    });
  }

  @Test
  void anythingCanBeMadeFromNothingAndUnmade() {
    forEach(2_000, seed -> {
      Schema schema = RandomSchemas.schema(seed, major(seed));
      SchemaDiff diff = SchemaDiffer.diff(Schema.EMPTY, schema);
      assertEquals(schema, diff.to(), () -> "seed " + seed + text(diff.operations()));
      SchemaDiff back = SchemaDiffer.diff(schema, Schema.EMPTY);
      assertEquals(Schema.EMPTY, back.to(), () -> "seed " + seed + text(back.operations()));
    });
  }

  private static void forEach(int pairs, LongConsumer law) {
    LongStream.range(0, pairs).parallel().forEach(law);
  }

  private static int major(long seed) {
    return seed % 2 == 0 ? Postgres.OLDEST : Postgres.NEWEST;
  }

  private static void assertDiffLeadsTo(long seed) {
    RandomSchemas.Edit edit = RandomSchemas.edit(seed, major(seed));
    SchemaDiff diff = diff(seed, edit);
    assertEquals(edit.to(), diff.to(), () -> "seed " + seed + text(diff.operations()));
    assertEquals(
        values(edit.to()), values(diff.to()), () -> "seed " + seed + text(diff.operations()));
    assertEquals(
        diff.operations().isEmpty(),
        diff.changes().isEmpty(),
        () -> "seed " + seed + text(diff.operations()) + diff.changes());
    SchemaDiff again = SchemaDiffer.diff(diff.to(), edit.to(), edit.hints());
    assertTrue(again.isEmpty(), () -> "seed " + seed + ": not settled" + text(again.operations()));
  }

  /** In their order, which equality ignores. */
  private static List<List<String>> values(Schema schema) {
    return schema.objects(EnumType.class).map(EnumType::values).toList();
  }

  private static void assertReverseLeadsBack(long seed) {
    RandomSchemas.Edit edit = RandomSchemas.edit(seed, major(seed));
    SchemaDiff diff = diff(seed, edit);
    List<Operation> back = Operations.reverse(diff.operations(), edit.from());
    Schema before = Operations.apply(back, diff.to());
    assertEquals(
        edit.from(),
        before,
        () -> "seed " + seed + text(diff.operations()) + "\nback" + text(back));
    assertEquals(
        values(edit.from()),
        values(before),
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
