package dev.lockstep;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a downgrade did.
 *
 * <pre>
 * reverted 1 migration, now at M0001_InitialMigration
 *   M0002_AddAddressToUser (3 ms)
 * </pre>
 *
 * @param reverted by this run, in order; empty if there was nothing to revert
 * @param at as in {@link UpgradeReport}
 */
public record DowngradeReport(List<FinishedMigration> reverted, List<String> at) {
  public DowngradeReport {
    reverted = List.copyOf(reverted);
    at = List.copyOf(at);
  }

  @Override
  public String toString() {
    return reverted.isEmpty()
        ? "nothing to revert, at " + Reports.place(at)
        : "reverted " + Reports.count(reverted.size(), "migration") + ", now at "
            + Reports.place(at)
            + reverted.stream().map(each -> "\n  " + each).collect(Collectors.joining());
  }
}
