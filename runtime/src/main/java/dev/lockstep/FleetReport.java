package dev.lockstep;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of many targets.
 *
 * <pre>
 * 1000 targets: 998 done, 1 busy, 1 failed
 * tenant_0007: [lockstep:MigrationFailed] M0003_AddNote was rolled back: ...
 *     next upgrade: begins with M0003_AddNote
 * tenant_0008: [lockstep:Busy] another process migrates this database; ...
 * </pre>
 *
 * @param results one of each target, in the order of the databases and of their schemas' names
 * @param duration of the whole run
 * @param <R> what a {@link Migrator} would have reported for one
 */
public record FleetReport<R>(List<TargetResult<R>> results, Duration duration) {
  /** The most pressing first; of several outcomes a run has that one. */
  private static final List<Outcome> BY_WEIGHT = List.of(
      Outcome.PART_WAY,
      Outcome.FAILED,
      Outcome.HISTORY_MISMATCH,
      Outcome.UNSUITABLE_SERVER,
      Outcome.BUSY,
      Outcome.USAGE,
      Outcome.DRIFT,
      Outcome.PENDING,
      Outcome.DONE);

  public FleetReport {
    results = List.copyOf(results);
  }

  public List<TargetResult.Completed<R>> completed() {
    return results.stream()
        .filter(TargetResult.Completed.class::isInstance)
        .map(each -> (TargetResult.Completed<R>) each)
        .toList();
  }

  public List<TargetResult.Failed<R>> failed() {
    return results.stream()
        .filter(TargetResult.Failed.class::isInstance)
        .map(each -> (TargetResult.Failed<R>) each)
        .toList();
  }

  /** Empty unless the run was interrupted. */
  public List<TargetResult.NotStarted<R>> notStarted() {
    return results.stream()
        .filter(TargetResult.NotStarted.class::isInstance)
        .map(each -> (TargetResult.NotStarted<R>) each)
        .toList();
  }

  /** Of the targets that were started; those that were not are {@link #notStarted}. */
  public Map<Outcome, Integer> counts() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    results.stream()
        .filter(each -> !(each instanceof TargetResult.NotStarted))
        .forEach(each -> counts.merge(each.outcome(), 1, Integer::sum));
    return counts;
  }

  /** The most pressing of all: part-way, failed, then what needs no repair. */
  public Outcome outcome() {
    return BY_WEIGHT.stream()
        .filter(each -> results.stream().anyMatch(result -> result.outcome() == each))
        .findFirst()
        .orElse(Outcome.DONE);
  }

  /**
   * This report, if every target came to its end.
   *
   * @throws FleetException if one failed or was not started
   */
  public FleetReport<R> orElseThrow() {
    if (completed().size() < results.size()) {
      throw FleetException.of(this);
    }
    return this;
  }

  /** In one line: {@code 1000 targets: 998 done, 1 busy, 1 failed}. */
  public String summary() {
    String counted = counts().entrySet().stream()
        .map(each -> each.getValue() + " " + Reports.word(each.getKey()))
        .collect(Collectors.joining(", "));
    String left = notStarted().isEmpty() ? "" : notStarted().size() + " not started";
    return Reports.count(results.size(), "target") + ": " + counted
        + (counted.isEmpty() || left.isEmpty() ? "" : ", ") + left;
  }

  @Override
  public String toString() {
    return summary()
        + failed().stream()
            .map(each -> "\n" + each.target() + ": "
                + (each.failure() instanceof LockstepException known
                    ? known.getMessage()
                    : each.failure()))
            .collect(Collectors.joining());
  }
}
