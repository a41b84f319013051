package dev.lockstep.diff;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Schema;
import java.util.List;

/** Finds what differs between two schemas and orders what it takes to get from one to the other. */
public final class SchemaDiffer {
  private SchemaDiffer() {}

  /** How {@code to} differs from {@code from}, without hints: nothing is a rename of anything. */
  public static SchemaDiff diff(Schema from, Schema to) {
    return diff(from, to, DiffHints.NONE);
  }

  /**
   * How {@code to} differs from {@code from}, without hints and without a way there: either may
   * have foreign keys to tables that it does not have.
   */
  public static List<Change> changes(Schema from, Schema to) {
    return Changes.between(from, from, to, new Matching(from, to, DiffHints.NONE));
  }

  /**
   * How {@code to} differs from {@code from}. Hints that name nothing of {@code from} have no
   * effect. The result does not depend on the order in which anything was declared.
   */
  public static SchemaDiff diff(Schema from, Schema to, DiffHints hints) {
    if (hints.renamedTables().isEmpty() && hints.renamedColumns().isEmpty() && from.equals(to)) {
      return new SchemaDiff(from, List.of(), List.of());
    }
    Matching matching = new Matching(from, to, hints);
    List<Operation> renames = Departures.of(from, to, matching);
    Schema renamed = Operations.apply(renames, from);
    Schema target = KeptNames.in(to, renamed, hints.derivedNames());
    List<Operation> operations = new Arrivals(renamed, target, hints).after(renames);
    List<Change> changes = Changes.between(from, renamed, target, matching);
    return new SchemaDiff(Operations.apply(operations, from), changes, operations);
  }
}
