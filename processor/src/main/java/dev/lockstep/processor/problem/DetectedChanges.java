package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.SchemaDiff;
import java.util.List;

/** What a generated migration was made for, in a line for each change. */
public final class DetectedChanges {
  private DetectedChanges() {}

  /** In the order of the changes, as in {@code Add address to user}. */
  public static List<String> of(SchemaDiff diff) {
    return of(diff.changes());
  }

  /** In their order. */
  public static List<String> of(List<Change> changes) {
    return changes.stream().map(Suggestion::of).map(Wording::oneLine).toList();
  }
}
