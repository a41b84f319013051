package dev.lockstep;

import java.util.List;
import java.util.stream.Stream;

/** Some of many targets did not come to their end; what failed is suppressed in it, too. */
@SuppressWarnings("serial")
public final class FleetException extends LockstepException {
  private static final int MOST_NAMES = 12;

  private final transient FleetReport<?> report;

  private FleetException(FleetReport<?> report, List<String> details) {
    super(report.outcome(), "TargetsFailed", report.summary(), details, null);
    this.report = report;
  }

  static FleetException of(FleetReport<?> report) {
    FleetException failure = new FleetException(
        report,
        Stream.of(
                line(
                    "failed", report.failed().stream().map(TargetResult::target).toList()),
                line(
                    "not started",
                    report.notStarted().stream().map(TargetResult::target).toList()))
            .filter(line -> !line.isEmpty())
            .toList());
    report.failed().forEach(each -> failure.addSuppressed(each.failure()));
    return failure;
  }

  private static String line(String label, List<Target> targets) {
    int more = targets.size() - MOST_NAMES;
    return targets.isEmpty()
        ? ""
        : label + ": "
            + String.join(
                ", ", targets.stream().limit(MOST_NAMES).map(Target::name).toList())
            + (more > 0 ? " and " + more + " more" : "");
  }

  public FleetReport<?> report() {
    return report;
  }
}
