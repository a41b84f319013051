package dev.lockstep;

import java.util.List;

/**
 * One migration of the code.
 *
 * @param upgrade its statements in order, without their semicolons; a step in Java is an SQL
 *     comment with its name
 * @param downgrade likewise
 */
public record RevisionReport(
    MigrationSet.Entry entry, List<String> upgrade, List<String> downgrade) {
  public RevisionReport {
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
  }

  @Override
  public String toString() {
    return entry.id() + ": " + entry.description()
        + "\nparents: " + (entry.parents().isEmpty() ? "none" : String.join(", ", entry.parents()))
        + "\nupgrade:" + Reports.indented(upgrade)
        + "\ndowngrade:" + Reports.indented(downgrade);
  }
}
