package dev.lockstep;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an upgrade did.
 *
 * <pre>
 * applied 2 migrations, now at M0002_AddAddressToUser
 *   M0001_InitialMigration (12 ms)
 *   M0002_AddAddressToUser (3 ms)
 * held until no older version of the application runs: M0003_DropFax
 * </pre>
 *
 * @param applied by this run, in order; empty if the database was up to date
 * @param at applied revisions that no other applied one has for a parent; one unless branches are
 *     open, none if nothing is applied
 * @param held migrations that are left for {@link Phase#CONTRACT}, in order; empty unless only
 *     {@link Phase#EXPAND} was asked for
 */
public record UpgradeReport(List<FinishedMigration> applied, List<String> at, List<String> held) {
  public UpgradeReport {
    applied = List.copyOf(applied);
    at = List.copyOf(at);
    held = List.copyOf(held);
  }

  /** One that left nothing. */
  public UpgradeReport(List<FinishedMigration> applied, List<String> at) {
    this(applied, at, List.of());
  }

  @Override
  public String toString() {
    String done = applied.isEmpty()
        ? "up to date at " + Reports.place(at)
        : "applied " + Reports.count(applied.size(), "migration") + ", now at " + Reports.place(at)
            + applied.stream().map(each -> "\n  " + each).collect(Collectors.joining());
    return held.isEmpty()
        ? done
        : done + "\nheld until no older version of the application runs: "
            + String.join(", ", held);
  }
}
