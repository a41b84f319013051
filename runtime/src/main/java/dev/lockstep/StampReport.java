package dev.lockstep;

import java.util.List;

/**
 * What a stamp changed in the history; it runs no migration.
 *
 * @param recorded revisions now recorded as applied as the code has them, in order
 * @param removed revisions no longer recorded, in order
 * @param at as in {@link UpgradeReport}
 */
public record StampReport(List<String> recorded, List<String> removed, List<String> at) {
  public StampReport {
    recorded = List.copyOf(recorded);
    removed = List.copyOf(removed);
    at = List.copyOf(at);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("recorded as at " + Reports.place(at));
    recorded.forEach(revision -> text.append("\n  + ").append(revision));
    removed.forEach(revision -> text.append("\n  - ").append(revision));
    return text.toString();
  }
}
