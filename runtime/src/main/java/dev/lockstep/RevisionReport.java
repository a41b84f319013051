package dev.lockstep;

import dev.lockstep.impact.Impact;
import java.util.List;

/**
 * One migration of the code.
 *
 * @param upgrade its statements in order, without their semicolons; a step in Java is an SQL
 *     comment with its name
 * @param downgrade likewise
 * @param upgradeImpacts what each statement of {@code upgrade} does to a live database, in the same
 *     order; as on the newest server known
 * @param downgradeImpacts likewise
 */
public record RevisionReport(
    MigrationSet.Entry entry,
    List<String> upgrade,
    List<String> downgrade,
    List<Impact> upgradeImpacts,
    List<Impact> downgradeImpacts) {
  public RevisionReport {
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
    upgradeImpacts = List.copyOf(upgradeImpacts);
    downgradeImpacts = List.copyOf(downgradeImpacts);
  }

  /** The statements of its upgrade, each with what it does to a live database. */
  public String upgradeText() {
    return entry.id() + ":" + Reports.indented(upgrade, upgradeImpacts);
  }

  @Override
  public String toString() {
    return entry.id() + ": " + entry.description()
        + "\nparents: " + (entry.parents().isEmpty() ? "none" : String.join(", ", entry.parents()))
        + (entry.phase() == Phase.CONTRACT ? "\nphase: contract" : "")
        + "\nupgrade:" + Reports.indented(upgrade, upgradeImpacts)
        + "\ndowngrade:" + Reports.indented(downgrade, downgradeImpacts);
  }
}
