package dev.lockstep.cli;

import dev.lockstep.Fleet;
import dev.lockstep.FleetReport;
import dev.lockstep.MigrationFailedException;
import dev.lockstep.Migrator;
import dev.lockstep.TargetResult;
import dev.lockstep.TargetResult.Failed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A command over many targets: runs it, prints what became of them, and says how to go on.
 *
 * @param words the command with what was typed after it, but for what names the targets
 * @param targets what names them
 */
record FleetCommand(
    Terminal terminal,
    boolean json,
    List<String> words,
    TargetOptions targets,
    Map<String, String> environment) {
  /** Comes back with the exit code. */
  <R> int run(
      UnaryOperator<Migrator.Builder> settings,
      Function<Fleet, FleetReport<R>> call,
      FleetWords<R> said) {
    FleetReport<R> report = report(settings, call);
    print(report, said);
    return report.outcome().exitCode();
  }

  private <R> FleetReport<R> report(
      UnaryOperator<Migrator.Builder> settings, Function<Fleet, FleetReport<R>> call) {
    try (FleetProgress progress = new FleetProgress(terminal)) {
      return call.apply(targets
          .fleet(environment, terminal.err())
          .settings(settings)
          .listener(progress)
          .build());
    }
  }

  private <R> void print(FleetReport<R> report, FleetWords<R> said) {
    terminal.out().println(json ? Json.write(document(report, said)) : FleetText.of(report, said));
    terminal.out().flush();
    FleetText.failures(report, this::next)
        .forEach(each -> terminal.err().println("error: " + each));
    if (!report.notStarted().isEmpty()) {
      terminal
          .err()
          .println("not started: "
              + FleetText.names(
                  report.notStarted().stream().map(TargetResult::target).toList()));
    }
    if (report.completed().size() < report.results().size()) {
      terminal.err().println(nextForAll());
    }
    terminal.err().flush();
  }

  private String nextForAll() {
    return counts()
        ? "not for all again: it would revert more where it succeeded"
        : "go on with all: " + NextCommand.of(joined(words, targets.words()));
  }

  /** Whether it does more when it is done again. */
  private boolean counts() {
    return words.size() > 1 && words.get(1).startsWith("-") && words.get(0).equals("downgrade");
  }

  private String next(Failed<?> failed) {
    List<String> next = new ArrayList<>(words);
    if (counts() && failed.failure() instanceof MigrationFailedException failure) {
      int steps = -Integer.parseInt(words.get(1)) - failure.failure().finished().size();
      next.set(1, "-" + Math.max(1, steps));
    }
    next.addAll(targets.words(failed.target(), environment));
    return NextCommand.of(next);
  }

  private static List<String> joined(List<String> some, List<String> more) {
    List<String> joined = new ArrayList<>(some);
    joined.addAll(more);
    return joined;
  }

  private <R> Map<String, Object> document(FleetReport<R> report, FleetWords<R> said) {
    Map<String, Object> counts = new LinkedHashMap<>();
    report.counts().forEach((outcome, count) -> counts.put(ReportText.word(outcome), count));
    if (!report.notStarted().isEmpty()) {
      counts.put("not-started", report.notStarted().size());
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("targets", report.results().size());
    document.put("counts", counts);
    document.put("milliseconds", report.duration().toMillis());
    document.put(
        "results", report.results().stream().map(each -> document(each, said)).toList());
    return ReportJson.with(report.outcome(), document);
  }

  private <R> Map<String, Object> document(TargetResult<R> result, FleetWords<R> said) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("target", result.target().name());
    document.put("schema", result.target().schema());
    if (result instanceof TargetResult.Completed<R> completed) {
      document.put("state", "completed");
      document.put(
          "report", ReportJson.with(completed.outcome(), said.json().apply(completed.report())));
    } else if (result instanceof Failed<R> failed) {
      document.put("state", "failed");
      document.put("failure", ReportJson.failure(failed.failure(), failed.outcome()));
      document.put("next", next(failed));
    } else {
      document.put("state", "not-started");
    }
    return document;
  }
}
