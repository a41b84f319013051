package dev.lockstep.cli;

import dev.lockstep.DowngradeReport;
import dev.lockstep.DriftReport;
import dev.lockstep.Outcome;
import dev.lockstep.StampReport;
import dev.lockstep.StatusReport;
import dev.lockstep.UpgradeReport;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the report of one of many targets is said.
 *
 * @param headline in one line that many targets may share
 * @param details lines for this target alone; empty if there is nothing to add
 * @param json as for a single target
 */
record FleetWords<R>(
    Function<R, String> headline,
    Function<R, String> details,
    Function<R, Map<String, Object>> json) {
  static final FleetWords<UpgradeReport> UPGRADE =
      new FleetWords<>(FleetWords::unindented, report -> "", ReportJson::of);

  static final FleetWords<DowngradeReport> DOWNGRADE = new FleetWords<>(
      report -> unindented(report)
          + report.lost().stream()
              .map(loss -> "; not brought back: " + loss)
              .collect(Collectors.joining()),
      report -> "",
      ReportJson::of);

  static final FleetWords<StampReport> STAMP =
      new FleetWords<>(FleetWords::unindented, report -> "", ReportJson::of);

  static final FleetWords<StatusReport> STATUS =
      new FleetWords<>(StatusReport::summary, report -> "", ReportJson::of);

  static final FleetWords<DriftReport> CHECK = new FleetWords<>(
      report -> unindented(report).replaceFirst("^schema .* at ", "at "),
      report ->
          report.outcome() == Outcome.DONE && report.coarse().isEmpty() ? "" : report.toString(),
      ReportJson::of);

  /** The lines of a report that stand at the margin, which name no durations. */
  private static String unindented(Object report) {
    return report
        .toString()
        .lines()
        .filter(line -> !line.startsWith(" "))
        .collect(Collectors.joining("; "));
  }
}
