package dev.lockstep.benchmarks;

import dev.lockstep.Migrator;
import dev.lockstep.ServerProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** What a start costs that finds its database up to date, above a plain SELECT. */
final class StartBenchmark {
  private static final List<Way> WAYS =
      List.of(Way.FLOOR, Way.LOCKSTEP, Way.EBEAN, Way.FLYWAY, Way.LIQUIBASE);
  private static final List<Integer> COUNTS = List.of(10, 1_000);
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 11);
  private static final int WARM_ROUNDS = Math.max(1, ROUNDS / 4);
  private static final String WARM_UP = "2";
  private static final String MEASURE = "2";

  private final Server server;
  private final Launch launch = new Launch(Workplace.folder());
  private final Csv csv = new Csv(Workplace.csv("start"));
  private final Table fresh = new Table(
      "applied",
      "way",
      "process, ms",
      "x floor",
      "above floor, ms",
      "of Flyway's",
      "CPU, ms",
      "CPU of Flyway's",
      "classes");
  private final Table warm = new Table(
      "applied",
      "way",
      "call, ms",
      "x floor",
      "above floor, ms",
      "of Flyway's",
      "round trips",
      "statements");

  /** A migration set and, for each way, a database where it is applied. */
  private record Applied(int count, Path set, Map<Way, String> databases) {}

  private StartBenchmark(Server server) {
    this.server = server;
  }

  static void run() throws Exception {
    try (Server server = Server.durable()) {
      StartBenchmark benchmark = new StartBenchmark(server);
      for (int count : COUNTS) {
        Applied applied = benchmark.apply(count);
        benchmark.measureFresh(applied);
        benchmark.measureWarm(applied);
        benchmark.countOpen(applied);
      }
      benchmark.fresh.print("Start in a new JVM, nothing to do: medians of " + ROUNDS
          + " interleaved rounds (extremes)");
      benchmark.warm.print("Start in a warm JVM, nothing to do: medians of " + WARM_ROUNDS
          + " interleaved rounds, " + MEASURE + " s each");
    }
  }

  private Applied apply(int count) throws Exception {
    Applied applied =
        new Applied(count, SetFiles.write(Mix.MIXED, count), new EnumMap<>(Way.class));
    for (Way way : WAYS) {
      if (way != Way.FLOOR) {
        String database = server.newDatabase();
        applied.databases().put(way, database);
        start(applied, way, List.of());
        server.verify(database, Mix.MIXED.steps(count), way);
      }
    }
    applied.databases().put(Way.FLOOR, applied.databases().get(Way.LOCKSTEP));
    for (String database : applied.databases().values()) {
      server.execute(database, "VACUUM ANALYZE");
    }
    return applied;
  }

  private Cost start(Applied applied, Way way, List<String> options, String... seconds)
      throws IOException, InterruptedException {
    return start(applied, way, server.port(), options, seconds);
  }

  private Cost start(Applied applied, Way way, int port, List<String> options, String... seconds)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of(String.valueOf(port), applied.databases().get(way)));
    arguments.addAll(List.of(seconds));
    return launch.java(
        way.classPath(applied.set()), options, way.program(), arguments.toArray(String[]::new));
  }

  private void measureFresh(Applied applied) throws IOException, InterruptedException {
    for (int round = 0; round <= ROUNDS; round++) {
      for (Way way : WAYS) {
        Cost cost = start(applied, way, List.of());
        // The first only brings the files into memory.
        if (round > 0) {
          csv.add("fresh " + way, applied.count(), round, cost);
        }
      }
    }
    for (Way way : WAYS) {
      String what = "fresh " + way;
      Numbers wall = csv.numbers("wall_ms", what, applied.count());
      Numbers floor = csv.numbers("wall_ms", "fresh FLOOR", applied.count());
      fresh.row(
          applied.count(),
          way.label(),
          wall,
          wall.median() / floor.median(),
          above("wall_ms", "fresh ", way, applied.count(), ROUNDS),
          ofFlyway("wall_ms", "fresh ", way, applied.count(), ROUNDS),
          csv.numbers("cpu_ms", what, applied.count()),
          ofFlyway("cpu_ms", "fresh ", way, applied.count(), ROUNDS),
          classes(applied, way));
    }
  }

  private Object above(String measure, String prefix, Way way, int count, int rounds) {
    return way == Way.FLOOR
        ? "-"
        : each(rounds, round -> above(measure, prefix, way, count, round));
  }

  private double above(String measure, String prefix, Way way, int count, Integer round) {
    return csv.value(measure, prefix + way, count, round)
        - csv.value(measure, prefix + Way.FLOOR, count, round);
  }

  /** Compared within each round. */
  private Object ofFlyway(String measure, String prefix, Way way, int count, int rounds) {
    return way == Way.FLOOR
        ? "-"
        : each(
            rounds,
            round -> above(measure, prefix, way, count, round)
                / above(measure, prefix, Way.FLYWAY, count, round));
  }

  private static Numbers each(int rounds, ToDoubleFunction<Integer> figure) {
    return new Numbers(IntStream.rangeClosed(1, rounds)
        .mapToObj(round -> figure.applyAsDouble(round))
        .toList());
  }

  private long classes(Applied applied, Way way) throws IOException, InterruptedException {
    Path log = Workplace.folder().resolve("classes-" + way + "-" + applied.count() + ".txt");
    start(applied, way, List.of("-Xlog:class+load:file=" + log));
    long count = Files.readAllLines(log).stream()
        .filter(line -> line.contains(" source: "))
        .count();
    csv.add("classes", "fresh " + way, applied.count(), 1, count);
    return count;
  }

  private void measureWarm(Applied applied) throws Exception {
    for (int round = 1; round <= WARM_ROUNDS; round++) {
      for (Way way : WAYS) {
        Cost cost = start(applied, way, List.of(), WARM_UP, MEASURE);
        csv.add("inner_ms", "warm " + way, applied.count(), round, cost.inner());
      }
    }
    for (Way way : WAYS) {
      Numbers call = csv.numbers("inner_ms", "warm " + way, applied.count());
      Numbers floor = csv.numbers("inner_ms", "warm FLOOR", applied.count());
      try (ServerProxy proxy = ServerProxy.to(database(applied, way))) {
        start(applied, way, proxy.port(), List.of());
        warm.row(
            applied.count(),
            way.label(),
            call,
            call.median() / floor.median(),
            above("inner_ms", "warm ", way, applied.count(), WARM_ROUNDS),
            ofFlyway("inner_ms", "warm ", way, applied.count(), WARM_ROUNDS),
            proxy.roundTrips(),
            proxy.statements().size());
      }
    }
  }

  private DataSource database(Applied applied, Way way) {
    return server.database(applied.databases().get(way));
  }

  /** What Lockstep sends on a connection that is open already, as the server's log has it. */
  private void countOpen(Applied applied) throws Exception {
    String name = applied.databases().get(Way.LOCKSTEP);
    server.execute("ALTER DATABASE " + name + " SET log_statement = 'all'");
    StepSet set = new StepSet(Mix.MIXED.steps(applied.count()));
    int before;
    int roundTrips;
    try (ServerProxy proxy = ServerProxy.to(server.database(name));
        Connection connection = proxy.dataSource().getConnection()) {
      Migrator migrator = Migrator.builder(connection).migrations(set).build();
      proxy.reset();
      before = server.logged(name).size();
      migrator.upgrade();
      roundTrips = proxy.roundTrips();
    }
    List<String> logged = server.logged(name);
    System.out.println("\nLockstep on an open connection, " + applied.count() + " applied: "
        + roundTrips + " round trip(s), " + (logged.size() - before)
        + " statement(s) in the server's log:\n");
    logged.subList(before, logged.size()).forEach(line -> System.out.println("    " + line));
  }
}
