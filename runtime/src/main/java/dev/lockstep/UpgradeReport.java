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
 * </pre>
 *
 * @param applied by this run, in order; empty if the database was up to date
 * @param at applied revisions that no other applied one has for a parent; one unless branches are
 *     open, none if nothing is applied
 */
public record UpgradeReport(List<FinishedMigration> applied, List<String> at) {
  public UpgradeReport {
    applied = List.copyOf(applied);
    at = List.copyOf(at);
  }

  @Override
  public String toString() {
    return applied.isEmpty()
        ? "up to date at " + Reports.place(at)
        : "applied " + Reports.count(applied.size(), "migration") + ", now at " + Reports.place(at)
            + applied.stream().map(each -> "\n  " + each).collect(Collectors.joining());
  }
}
