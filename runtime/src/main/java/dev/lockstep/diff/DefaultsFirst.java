package dev.lockstep.diff;

import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.SetDefault;
import dev.lockstep.operation.SetNotNull;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the new default of a column before its rows are filled: those that come meanwhile have a
 * value then.
 */
final class DefaultsFirst {
  private DefaultsFirst() {}

  static List<Operation> of(List<Operation> plain) {
    List<Operation> ordered = new ArrayList<>(plain);
    for (int i = 0; i < ordered.size(); i++) {
      if (ordered.get(i) instanceof FillNulls fill) {
        int value = defaultAfter(fill, ordered.subList(i + 1, ordered.size()));
        if (value >= 0) {
          ordered.add(i, ordered.remove(i + 1 + value));
          i++;
        }
      }
    }
    return ordered;
  }

  /** Where the default stands, with nothing but the same column's NOT NULL before it; else -1. */
  private static int defaultAfter(FillNulls fill, List<Operation> next) {
    for (int i = 0; i < next.size(); i++) {
      if (next.get(i) instanceof SetDefault value) {
        return value.table().equals(fill.table()) && value.column().equals(fill.column()) ? i : -1;
      }
      if (!(next.get(i) instanceof SetNotNull)) {
        return -1;
      }
    }
    return -1;
  }
}
