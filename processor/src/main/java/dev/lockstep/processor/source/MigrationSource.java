package dev.lockstep.processor.source;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operation;
import java.util.List;

/**
 * The operations of a migration as its source states them. A source holds literals only, so it can
 * be read; what it does otherwise (loops, arithmetic, foreign classes) is known only when it runs.
 *
 * @param unreadable why the operations are unknown, as in "it calls Files.list"; empty if they are
 *     known
 */
public record MigrationSource(
    List<Operation> upgrade, List<Operation> downgrade, String unreadable) {
  public MigrationSource {
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
  }

  /**
   * The migration that these tokens are the source of.
   *
   * @throws InvalidStepException if a step could be read and is wrong
   */
  public static MigrationSource of(List<String> tokens) {
    try {
      SourceMethods source = new SourceMethods(tokens);
      return new MigrationSource(record(source, "upgrade"), record(source, "downgrade"), "");
    } catch (UnreadableSourceException e) {
      return new MigrationSource(List.of(), List.of(), String.valueOf(e.getMessage()));
    }
  }

  public boolean isReadable() {
    return unreadable.isEmpty();
  }

  private static List<Operation> record(SourceMethods source, String name) {
    SourceMethods.Method method = source.method(name);
    if (method == null) {
      throw new UnreadableSourceException("it has no method " + name + "(SchemaEditor)");
    }
    return SchemaEditor.record(editor -> StepReader.run(source, method, editor));
  }
}
