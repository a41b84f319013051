package dev.lockstep;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a downgrade did.
 *
 * <pre>
 * reverted 1 migration, now at M0001_InitialMigration
 *   M0002_AddAddressToUser (3 ms)
 *   not brought back: user.fax: its values are deleted (M0002_AddAddressToUser)
 * </pre>
 *
 * @param reverted by this run, in order; empty if there was nothing to revert
 * @param at as in {@link UpgradeReport}
 * @param lost what did not come back of what they had deleted, in order
 */
public record DowngradeReport(
    List<FinishedMigration> reverted, List<String> at, List<DataLoss> lost) {
  public DowngradeReport {
    reverted = List.copyOf(reverted);
    at = List.copyOf(at);
    lost = List.copyOf(lost);
  }

  /** One that brought everything back. */
  public DowngradeReport(List<FinishedMigration> reverted, List<String> at) {
    this(reverted, at, List.of());
  }

  @Override
  public String toString() {
    return reverted.isEmpty()
        ? "nothing to revert, at " + Reports.place(at)
        : "reverted " + Reports.count(reverted.size(), "migration") + ", now at "
            + Reports.place(at)
            + reverted.stream().map(each -> "\n  " + each).collect(Collectors.joining())
            + lost.stream()
                .map(each -> "\n  not brought back: " + each)
                .collect(Collectors.joining());
  }
}
