package dev.lockstep.cli;

import dev.lockstep.FleetReport;
import dev.lockstep.Target;
import dev.lockstep.TargetResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reports of many targets as text: those with the same to say together. */
final class FleetText {
  private static final int MOST_NAMES = 8;

  private FleetText() {}

  /**
   *
   *
   * <pre>
   * 1000 targets: 999 done, 1 failed, in 14 s
   *   997: applied 2 migrations, now at M0002_AddAddressToUser
   *   2: up to date at M0002_AddAddressToUser (tenant_0001, tenant_0002)
   * </pre>
   */
  static <R> String of(FleetReport<R> report, FleetWords<R> words) {
    StringBuilder text = new StringBuilder(report.summary() + ", in " + words(report.duration()));
    Map<String, List<Target>> groups = new LinkedHashMap<>();
    report
        .completed()
        .forEach(each -> add(groups, words.headline().apply(each.report()), each.target()));
    int most = groups.values().stream().mapToInt(List::size).max().orElse(0);
    groups.entrySet().stream()
        .sorted(Comparator.comparingInt(each -> -each.getValue().size()))
        .forEach(each -> text.append("\n  ")
            .append(each.getValue().size())
            .append(": ")
            .append(each.getKey())
            .append(
                each.getValue().size() == most && most > 1
                    ? ""
                    : " (" + names(each.getValue()) + ")"));
    for (TargetResult.Completed<R> each : report.completed()) {
      String details = words.details().apply(each.report());
      text.append(details.isEmpty() ? "" : "\n\n" + details);
    }
    return text.toString();
  }

  /**
   * What failed; one element for each message.
   *
   * @param next the command that goes on with one that failed
   */
  static <R> List<String> failures(
      FleetReport<R> report, Function<TargetResult.Failed<R>, String> next) {
    Map<String, List<TargetResult.Failed<R>>> groups = new LinkedHashMap<>();
    report
        .failed()
        .forEach(each -> groups
            .computeIfAbsent(CommandRunner.message(each.failure()), message -> new ArrayList<>())
            .add(each));
    List<String> texts = new ArrayList<>();
    groups.forEach((message, failed) -> {
      List<Target> targets = failed.stream().map(TargetResult.Failed::target).toList();
      boolean alone = targets.size() == 1;
      texts.add((alone ? targets.get(0) : targets.size() + " targets") + ": " + message
          + (alone ? "" : "\n    targets: " + names(targets)) + "\n    go on"
          + (alone ? "" : " with one") + ": " + next.apply(failed.get(0)));
    });
    return texts;
  }

  /** Some of the names, and how many there are beside. */
  static String names(List<Target> targets) {
    int more = targets.size() - MOST_NAMES;
    return String.join(
            ", ", targets.stream().limit(MOST_NAMES).map(Target::name).toList())
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static void add(Map<String, List<Target>> groups, String headline, Target target) {
    groups.computeIfAbsent(headline, same -> new ArrayList<>()).add(target);
  }

  private static String words(Duration duration) {
    return duration.toSeconds() < 10 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
  }
}
