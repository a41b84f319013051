package dev.lockstep.diff;

import dev.lockstep.operation.CreateSchema;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.Optional;
import java.util.Set;

/**
 * What one operation changes or builds on, as the schemas before and after it tell: a constraint
 * stands for its columns and those that it references, a column for its type and for what its
 * expression names.
 *
 * @param things empty if nobody can tell
 * @param names of the tables concerned, before and after
 */
record Touched(Optional<Set<Thing>> things, Set<QualifiedName> names) {

  /**
   * Of an operation.
   *
   * @param identities before it; after it they have gone on
   */
  static Touched of(
      Operation operation, int index, Schema before, Schema after, Identities identities) {
    TouchedReader reader = new TouchedReader(identities);
    boolean told = reader.read(operation, before);
    Set<QualifiedName> changed = Identities.changed(before, after);
    if (!told) {
      changed.forEach(name -> reader.read(name, before, after, false));
    }
    identities.advance(operation, index, before, after);
    if (!told) {
      changed.forEach(name -> reader.read(name, after, before, true));
      reader.readObjects(before, after);
    }
    boolean unknown = reader.things().isEmpty() && !(operation instanceof CreateSchema);
    return new Touched(unknown ? Optional.empty() : Optional.of(reader.things()), reader.names());
  }

  /** Whether the one concerns what the other does. */
  boolean meets(Touched other) {
    if (things.isEmpty() || other.things.isEmpty()) {
      return true;
    }
    Set<Thing> others = other.things.get();
    return things.get().stream()
        .anyMatch(each -> others.contains(each)
            || (each instanceof Thing.OfColumn column && others.contains(column.table()))
            || (each instanceof Thing.OfTable table && isOfTable(others, table)));
  }

  private static boolean isOfTable(Set<Thing> things, Thing.OfTable table) {
    return things.stream()
        .anyMatch(
            each -> each instanceof Thing.OfColumn column && column.table().equals(table));
  }
}
