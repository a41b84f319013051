package dev.lockstep.processor.source;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a migration as its source states them. A source holds literals only, so it can
 * be read; what it does otherwise (loops, arithmetic, foreign classes) is known only when it runs.
 */
public final class MigrationSource {
  private final List<Operation> upgrade;
  private final List<Operation> downgrade;
  private final String unreadable;
  private volatile @Nullable Way up;
  private volatile @Nullable Way down;

  /** Where a schema has led; equal ones are told apart, since to compare costs as much as to go. */
  private record Way(Schema from, Schema to) {}

  /** What a source says; its operations are unknown if there is a reason. */
  public MigrationSource(List<Operation> upgrade, List<Operation> downgrade, String unreadable) {
    this.upgrade = List.copyOf(upgrade);
    this.downgrade = List.copyOf(downgrade);
    this.unreadable = unreadable;
  }

  public List<Operation> upgrade() {
    return upgrade;
  }

  public List<Operation> downgrade() {
    return downgrade;
  }

  /** Why the operations are unknown, as in "it calls Files.list"; empty if they are known. */
  public String unreadable() {
    return unreadable;
  }

  /**
   * The schema after the upgrade; the last one is remembered.
   *
   * @throws IllegalStateException if it does not fit
   */
  public Schema after(Schema before) {
    Way way = way(up, upgrade, before);
    up = way;
    return way.to;
  }

  /**
   * The schema after the downgrade; the last one is remembered.
   *
   * @throws IllegalStateException if it does not fit
   */
  public Schema before(Schema after) {
    Way way = way(down, downgrade, after);
    down = way;
    return way.to;
  }

  @SuppressWarnings("ReferenceEquality")
  private static Way way(@Nullable Way known, List<Operation> operations, Schema from) {
    return known != null && known.from == from
        ? known
        : new Way(from, Operations.apply(operations, from));
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

  /** Whether its operations are known. */
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MigrationSource source
        && upgrade.equals(source.upgrade)
        && downgrade.equals(source.downgrade)
        && unreadable.equals(source.unreadable);
  }

  @Override
  public int hashCode() {
    return Objects.hash(upgrade, downgrade, unreadable);
  }

  @Override
  public String toString() {
    return isReadable() ? upgrade + " and back " + downgrade : unreadable;
  }
}
