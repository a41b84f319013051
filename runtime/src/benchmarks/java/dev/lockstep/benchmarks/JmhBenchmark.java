package dev.lockstep.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What is warm and small, by JMH. */
final class JmhBenchmark {
  private static final int FORKS = Integer.getInteger("benchmark.rounds", 3);

  private JmhBenchmark() {}

  static void run() throws Exception {
    Collection<RunResult> results = new Runner(new OptionsBuilder()
            .include("\\.UpToDate\\.")
            .include("\\.Thousand\\.")
            .forks(FORKS)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(3)
            .measurementTime(TimeValue.seconds(1))
            .resultFormat(ResultFormatType.CSV)
            .result(Workplace.csv("jmh").toString())
            .build())
        .run();
    Table table = new Table("benchmark", "applied", "us", "x selectHistory", "x selectOne");
    Map<String, Double> scores = new TreeMap<>();
    results.forEach(result -> scores.put(key(result), result.getPrimaryResult().getScore()));
    for (RunResult result : results) {
      String applied = applied(result);
      double score = result.getPrimaryResult().getScore();
      table.row(
          result.getPrimaryResult().getLabel(),
          applied,
          Numbers.text(score) + " \u00b1 "
              + Numbers.text(result.getPrimaryResult().getScoreError()),
          applied.isEmpty() ? "" : score / scores.get("selectHistory " + applied),
          applied.isEmpty() ? "" : score / scores.get("selectOne " + applied));
    }
    table.print("Warm, by JMH: means of " + FORKS + " forks, 3 s each (99.9 % confidence)");
  }

  private static String key(RunResult result) {
    return result.getPrimaryResult().getLabel() + " " + applied(result);
  }

  private static String applied(RunResult result) {
    String applied = result.getParams().getParam("applied");
    return applied == null ? "" : applied;
  }
}
