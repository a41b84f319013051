package dev.lockstep.benchmarks;

import dev.lockstep.ServerProxy;
import dev.lockstep.testing.Psql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What migrations cost that are applied, all but those of psql in a transaction each. */
final class ApplyBenchmark {
  private static final List<Way> WAYS = installed(
      Way.ONE_MESSAGE, Way.PSQL, Way.JDBC, Way.LOCKSTEP, Way.EBEAN, Way.FLYWAY, Way.LIQUIBASE);
  private static final List<Way> PLAIN = List.of(Way.ONE_MESSAGE, Way.PSQL, Way.JDBC, Way.LOCKSTEP);
  private static final List<Integer> COUNTS = Arrays.stream(
          System.getProperty("benchmark.counts", "1,10,100,1000").split(","))
      .map(Integer::valueOf)
      .toList();

  private static final int MOST = Integer.getInteger("benchmark.most", 10_000);

  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);

  private final Server server;
  private final Launch launch = new Launch(Workplace.folder());
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
    count();
    try (Server server = Server.durable()) {
      ApplyBenchmark benchmark = new ApplyBenchmark(server, "apply");
      for (int count : COUNTS) {
        benchmark.compare(Mix.MIXED, count, WAYS);
      }
      int largest = COUNTS.get(COUNTS.size() - 1);
      benchmark.compare(Mix.CREATE, largest, PLAIN);
      benchmark.compare(Mix.ADD, largest, PLAIN);
    }
  }

  /** Whether ten times as many cost ten times as much; once, for it takes its time. */
  static void grow() throws Exception {
    Path set = SetFiles.write(Mix.MIXED, MOST);
    try (Server server = Server.durable()) {
      ApplyBenchmark benchmark = new ApplyBenchmark(server, "grow");
      for (Way way : List.of(Way.ONE_MESSAGE, Way.LOCKSTEP)) {
        benchmark.round(Mix.MIXED, MOST, set, way, 1);
      }
      benchmark.print(Mix.MIXED, MOST, List.of(Way.ONE_MESSAGE, Way.LOCKSTEP), 1);
    }
  }

  private void compare(Mix mix, int count, List<Way> ways) throws Exception {
    Path set = SetFiles.write(mix, count);
    for (int round = 0; round <= ROUNDS; round++) {
      // The first only brings the files into memory.
      if (round > 0 || count < 100) {
        for (Way way : ways) {
          round(mix, count, set, way, round);
        }
      }
    }
    print(mix, count, ways, ROUNDS);
  }

  private void round(Mix mix, int count, Path set, Way way, int round) throws Exception {
    String database = server.newDatabase();
    Cost cost = way == Way.PSQL
        ? launch.run(psql(set, database))
        : launch.java(
            way.classPath(set), List.of(), way.program(), String.valueOf(server.port()), database);
    server.verify(database, mix.steps(count), way);
    server.settle();
    if (round > 0) {
      csv.add(mix + " " + way, count, round, cost);
    }
  }

  private List<String> psql(Path set, String database) {
    return List.of(
        "psql",
        "-X",
        "-q",
        "-1",
        "-v",
        "ON_ERROR_STOP=1",
        "-h",
        "127.0.0.1",
        "-p",
        String.valueOf(server.port()),
        "-U",
        "postgres",
        "-d",
        database,
        "-f",
        set.resolve(SetFiles.SCRIPT).toString());
  }

  private void print(Mix mix, int count, List<Way> ways, int rounds) {
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

  /** What one migration more adds, so that connecting and the history do not count. */
  private static void count() throws Exception {
    Table table = new Table("way", "round trips per migration", "statements per migration");
    Path few = SetFiles.write(Mix.MIXED, 10);
    Path many = SetFiles.write(Mix.MIXED, 110);
    try (Server server = Server.counting()) {
      server.execute("CREATE EXTENSION pg_stat_statements");
      for (Way way : WAYS) {
        if (way != Way.PSQL) {
          Sent ten = sent(server, way, few);
          Sent more = sent(server, way, many);
          table.row(
              way.label(),
              (more.roundTrips() - ten.roundTrips()) / 100.0,
              (more.statements() - ten.statements()) / 100.0);
        }
      }
    }
    table.print("What the server gets for each migration");
  }

  /** What a server has got, counted by a proxy and by its own statistics. */
  private record Sent(int roundTrips, long statements) {}

  private static Sent sent(Server server, Way way, Path set)
      throws SQLException, IOException, InterruptedException {
    String database = server.newDatabase();
    int roundTrips;
    try (ServerProxy proxy = ServerProxy.to(server.database(database))) {
      new Launch(Workplace.folder())
          .java(
              way.classPath(set), List.of(), way.program(), String.valueOf(proxy.port()), database);
      roundTrips = proxy.roundTrips();
    }
    long statements = server.number(
        "postgres",
        "SELECT sum(calls) FROM pg_stat_statements WHERE dbid ="
            + " (SELECT oid FROM pg_database WHERE datname = '" + database + "')");
    return new Sent(roundTrips, statements);
  }
}
