package dev.lockstep.processor.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.JavaFile;
import dev.lockstep.Migration;
import dev.lockstep.SchemaEditor;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.processor.source.MigrationSource;
import dev.lockstep.testing.RandomSchemas;
import dev.lockstep.testing.RandomSchemas.Edit;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Law 5 over random changes of random schemas; the compiler starts once for all of them. */
class RandomLawsTest {
  private static final int SEEDS = 150;

  @Test
  void theSourceSaysTheSameAsTheOperations() {
    TreeMap<Long, NewMigration> migrations = new TreeMap<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      migrations.put(seed, migration(seed, RandomSchemas.edit(seed)));
    }
    List<JavaFile> sources =
        migrations.values().stream().map(MigrationWriter::write).toList();
    CompiledSource compiled = CompiledSource.of(sources);

    migrations.forEach((seed, migration) -> {
      Migration written = compiled.newInstance("m." + migration.id(), Migration.class);
      String text = "seed " + seed + "\n" + MigrationWriter.write(migration);
      assertEquals(migration.upgrade(), SchemaEditor.record(written::upgrade), text);
      assertEquals(migration.downgrade(), SchemaEditor.record(written::downgrade), text);
      assertEquals(
          new MigrationSource(migration.upgrade(), migration.downgrade(), ""),
          MigrationSource.of(JavaTokens.of(MigrationWriter.write(migration).toString())),
          text);
    });
  }

  private static NewMigration migration(long seed, Edit edit) {
    List<Operation> up = SchemaDiffer.diff(edit.from(), edit.to(), edit.hints()).operations();
    List<Operation> down = Operations.reverse(up, edit.from());
    return new NewMigration("m", "M%04d_Random".formatted(seed), "Random", List.of(), up, down);
  }
}
