package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.OnlineForm;
import dev.lockstep.diff.PhaseSplit;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.processor.generate.JavaTokens;
import dev.lockstep.processor.generate.MigrationWriter;
import dev.lockstep.processor.generate.NewMigration;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.processor.snapshot.SnapshotJson;
import dev.lockstep.processor.source.MigrationSource;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.RandomSchemas;
import dev.lockstep.testing.RandomSchemas.Edit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is generated is the same whether the schema before it comes from {@code schema.json} or from
 * the migrations, over random edits; a failure names its seed. {@code -Dlockstep.pairs} tries more
 * of them.
 */
class AmendLawsTest {
  private static final int EDITS = Integer.getInteger("lockstep.pairs", 200);

  /** What a generation writes: one migration or two. */
  private record Generation(List<NewMigration> migrations) {
    static Generation of(Schema before, Schema to, DiffHints hints) {
      PhaseSplit split = PhaseSplit.of(SchemaDiffer.diff(before, to, hints).operations(), before);
      return new Generation(Stream.of(split.expand(), split.contract())
          .filter(part -> !part.isEmpty())
          .map(Generation::migration)
          .toList());
    }

    private static NewMigration migration(PhaseSplit.Part part) {
      return migration(
          OnlineForm.of(part.upgrade(), part.before()),
          OnlineForm.of(part.downgrade(), part.after()));
    }

    static NewMigration migration(List<Operation> upgrade, List<Operation> downgrade) {
      return new NewMigration("m", "M0002_Edit", "Edit", List.of(), upgrade, downgrade);
    }

    /** Whether each migration has a way back that may have been generated. */
    boolean isFound(Schema before) {
      if (migrations.isEmpty()) {
        return true;
      }
      List<GeneratedBack> back = GeneratedBack.of(upgrades(), before);
      return IntStream.range(0, back.size())
          .allMatch(i -> isAmong(back.get(i), migrations.get(i), sources().get(i)));
    }

    private static boolean isAmong(GeneratedBack back, NewMigration written, String source) {
      return back.candidates().stream()
          .map(down -> MigrationWriter.write(migration(written.upgrade(), down)).toString())
          .anyMatch(source::equals);
    }

    List<String> sources() {
      return migrations.stream()
          .map(each -> MigrationWriter.write(each).toString())
          .toList();
    }

    List<List<Operation>> upgrades() {
      return sources().stream().map(each -> read(each).upgrade()).toList();
    }
  }

  private static MigrationSource read(String source) {
    return MigrationSource.of(JavaTokens.of(source));
  }

  private static Schema recorded(Schema schema) {
    Snapshot snapshot = new Snapshot(List.of("M0001_Begin"), schema, Map.of());
    return SnapshotJson.read(SnapshotJson.write(snapshot)).schema();
  }

  /** As an amendment gets it. */
  private static Schema replayed(Edit edit) {
    Schema schema = Schema.EMPTY;
    for (List<Operation> upgrade :
        Generation.of(Schema.EMPTY, edit.from(), DiffHints.NONE).upgrades()) {
      schema = Operations.apply(upgrade, schema);
    }
    return new Snapshot(List.of("M0001_Begin"), schema, Map.of()).schema();
  }

  @Test
  void migrationsTellWhatTheSnapshotDoes() {
    forEach((seed, edit) -> assertEquals(
        Generation.of(recorded(edit.from()), edit.to(), edit.hints()).sources(),
        Generation.of(replayed(edit), edit.to(), edit.hints()).sources(),
        () -> "seed " + seed));
  }

  @Test
  void whatNobodyEditedIsFoundToBeSo() {
    AtomicInteger renaming = new AtomicInteger();
    AtomicInteger missed = new AtomicInteger();
    forEach((seed, edit) -> {
      Generation generation = Generation.of(recorded(edit.from()), edit.to(), edit.hints());
      boolean found = generation.isFound(replayed(edit));
      assertTrue(found || renames(edit.hints()), () -> "seed " + seed + generation.sources());
      renaming.addAndGet(renames(edit.hints()) ? 1 : 0);
      missed.addAndGet(found ? 0 : 1);
    });
    assertTrue(missed.get() * 10 < renaming.get(), missed + " of " + renaming + " were missed");
  }

  /** What was made anew and renamed at once may not tell that it was a rename. */
  private static boolean renames(DiffHints hints) {
    return !hints.renamedTables().isEmpty()
        || !hints.renamedColumns().isEmpty()
        || !hints.renamedObjects().isEmpty()
        || !hints.renamedValues().isEmpty()
        || !hints.replacedValues().isEmpty();
  }

  private interface Law {
    void check(long seed, Edit edit);
  }

  private static void forEach(Law law) {
    LongStream.range(0, EDITS).forEach(seed -> law.check(seed, RandomSchemas.edit(seed)));
  }
}
