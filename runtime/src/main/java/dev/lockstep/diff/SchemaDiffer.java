package dev.lockstep.diff;

import dev.lockstep.schema.Schema;
import java.util.ArrayList;
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
    Matching tables = new Matching(from, to, DiffHints.NONE);
    ObjectMatching objects = new ObjectMatching(from, to, tables, DiffHints.NONE);
    List<Change> changes =
        new ArrayList<>(ObjectChanges.between(from, to, objects, DiffHints.NONE));
    changes.addAll(Changes.between(from, from, to, tables));
    return changes;
  }

  /**
   * How {@code to} differs from {@code from}. Hints that name nothing of {@code from} have no
   * effect. The result does not depend on the order in which anything was declared.
   */
  public static SchemaDiff diff(Schema from, Schema to, DiffHints hints) {
    if (!hints.rename() && from.equals(to)) {
      return new SchemaDiff(from, List.of(), List.of());
    }
    return new Planner(from, to, hints).diff();
  }
}
