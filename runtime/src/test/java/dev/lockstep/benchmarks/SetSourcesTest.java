package dev.lockstep.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Migration;
import dev.lockstep.MigrationSet;
import dev.lockstep.SchemaEditor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetSourcesTest {
  private static final int COUNT = 20;

  @Test
  void sayTheSameAsTheSteps(@TempDir Path folder) throws Exception {
    List<Step> steps = Mix.MIXED.steps(COUNT);
    StepSet expected = new StepSet(steps);
    Path jar = SetJars.write(
        folder.resolve("set.jar"), SetSources.PACKAGE, SetSources.of(steps), Map.of());
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      MigrationSet set = (MigrationSet)
          loader.loadClass(SetSources.PACKAGE + ".Migrations").getConstructor().newInstance();

      assertEquals(expected.entries(), set.entries());
      assertEquals(expected.schemaFingerprint(), set.schemaFingerprint());
      assertEquals(expected.schemaParts(), set.schemaParts());
      assertEquals(expected.completeHistory(), set.completeHistory());
      for (Step step : List.of(steps.get(0), steps.get(1), steps.get(COUNT - 1))) {
        Migration migration = set.migration(step.id());
        assertEquals(SchemaEditor.record(step::upgrade), SchemaEditor.record(migration::upgrade));
        assertEquals(
            SchemaEditor.record(step::downgrade), SchemaEditor.record(migration::downgrade));
      }
    }
  }
}
