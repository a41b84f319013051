package dev.lockstep.benchmarks;

import dev.lockstep.testing.Psql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What migrations cost that are applied, all but those of psql in a transaction each. */
final class ApplyBenchmark {
  private static final List<Way> WAYS = installed(
      Way.ONE_MESSAGE, Way.PSQL, Way.JDBC, Way.LOCKSTEP, Way.EBEAN, Way.FLYWAY, Way.LIQUIBASE);
  private static final List<Way> PLAIN =
      installed(Way.ONE_MESSAGE, Way.PSQL, Way.JDBC, Way.LOCKSTEP);
  private static final List<Way> GROWING = List.of(Way.ONE_MESSAGE, Way.LOCKSTEP);
  private static final List<Integer> COUNTS = Arrays.stream(
          System.getProperty("benchmark.counts", "1,10,100,1000").split(","))
      .map(Integer::valueOf)
      .toList();

  private static final int MOST = Integer.getInteger("benchmark.most", 10_000);

  /** What the most of them are compared with. */
  private static final int MANY = 1_000;

  private final Server server;
  private final Applier applier = new Applier();
  private final Csv csv;

  private ApplyBenchmark(Server server, String name) {
    this.server = server;
    this.csv = new Csv(Workplace.csv(name));
  }

  private static List<Way> installed(Way... ways) {
    boolean psql = Psql.isInstalled();
    return Stream.of(ways).filter(way -> psql || way != Way.PSQL).toList();
  }

  static void run() throws Exception {
    if (!WAYS.contains(Way.PSQL)) {
      System.out.println("\npsql is not on the path: it is left out");
    }
    SentBenchmark.run(WAYS);
    try (Server server = Server.durable()) {
      ApplyBenchmark benchmark = new ApplyBenchmark(server, "apply");
      benchmark.compare(Mix.MIXED, WAYS);
      benchmark.compare(Mix.CREATE, PLAIN);
      benchmark.compare(Mix.ADD, PLAIN);
    }
  }

  /** Whether ten times as many cost ten times as much; the most once, for it takes its time. */
  static void grow() throws Exception {
    try (Server server = Server.durable()) {
      ApplyBenchmark benchmark = new ApplyBenchmark(server, "grow");
      Map<Way, String> empty = benchmark.templates(Mix.MIXED, GROWING);
      benchmark.measure(Mix.MIXED, MANY, empty, rounds(MANY));
      benchmark.measure(Mix.MIXED, MOST, empty, 1);
      Table table = new Table(
          "way",
          "ms per migration of " + MANY,
          "ms per migration of " + MOST,
          "of that of " + MANY,
          "CPU of that of " + MANY);
      for (Way way : GROWING) {
        double many = benchmark.perMigration("wall_ms", way, MANY);
        double most = benchmark.perMigration("wall_ms", way, MOST);
        double cpu = benchmark.perMigration("cpu_ms", way, MOST)
            / benchmark.perMigration("cpu_ms", way, MANY);
        table.row(way.label(), many, most, most / many, cpu);
      }
      table.print("Whether the cost of each migration grows (" + Mix.MIXED + ")");
    }
  }

  private double perMigration(String measure, Way way, int count) {
    return csv.numbers(measure, Mix.MIXED + " " + way, count).median() / count;
  }

  /** Smaller sets differ more from round to round, and cost less. */
  private static int rounds(int count) {
    return Integer.getInteger("benchmark.rounds", count < MANY ? 5 : 3);
  }

  private void compare(Mix mix, List<Way> ways) throws Exception {
    Map<Way, String> templates = templates(mix, ways);
    for (int count : COUNTS) {
      measure(mix, count, templates, rounds(count));
    }
  }

  /** For each way a database where what the set needs is applied already. */
  private Map<Way, String> templates(Mix mix, List<Way> ways)
      throws SQLException, IOException, InterruptedException {
    Map<Way, String> templates = new LinkedHashMap<>();
    for (Way way : ways) {
      templates.put(way, server.newDatabase());
    }
    if (!mix.before().isEmpty()) {
      Path set = SetFiles.writeBefore(mix);
      for (Way way : ways) {
        applier.apply(way, set, server.port(), templates.get(way));
      }
    }
    return templates;
  }

  private void measure(Mix mix, int count, Map<Way, String> templates, int rounds)
      throws Exception {
    Path set = SetFiles.write(mix, count);
    // The first only brings the files into memory.
    for (int round = count < 100 ? 0 : 1; round <= rounds; round++) {
      for (Map.Entry<Way, String> template : templates.entrySet()) {
        Way way = template.getKey();
        String database = server.newDatabase(template.getValue());
        Cost cost = applier.apply(way, set, server.port(), database);
        server.verify(database, mix.steps(count), way);
        server.settle();
        if (round > 0) {
          csv.add(mix + " " + way, count, round, cost);
        }
      }
    }
    print(mix, count, templates.keySet(), rounds);
  }

  private void print(Mix mix, int count, Iterable<Way> ways, int rounds) {
    Table table = new Table(
        "way", "process, s", "ms per migration", "Lockstep's part of it", "CPU, s", "work, s");
    for (Way way : ways) {
      String what = mix + " " + way;
      table.row(
          way.label(),
          seconds("wall_ms", what, count),
          csv.numbers("wall_ms", what, count).median() / count,
          ratio(mix, count, way, rounds),
          seconds("cpu_ms", what, count),
          seconds("inner_ms", what, count));
    }
    table.print("Applying " + count + " migrations (" + mix + "): medians of " + rounds
        + " interleaved rounds (extremes)");
  }

  private Numbers seconds(String measure, String what, int count) {
    return new Numbers(csv.numbers(measure, what, count).values().stream()
        .map(value -> value / 1000)
        .toList());
  }

  /** Compared within each round. */
  private Numbers ratio(Mix mix, int count, Way way, int rounds) {
    return new Numbers(IntStream.rangeClosed(1, rounds)
        .mapToObj(round -> csv.value("wall_ms", mix + " " + Way.LOCKSTEP, count, round)
            / csv.value("wall_ms", mix + " " + way, count, round))
        .toList());
  }
}
