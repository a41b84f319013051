package dev.lockstep.benchmarks;

import dev.lockstep.ServerProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** What a server gets of each way, counted by a proxy and by its own statistics. */
final class SentBenchmark {
  private static final int FEW = 10;
  private static final int MANY = 110;

  private final Server server;
  private final Applier applier = new Applier();

  private SentBenchmark(Server server) {
    this.server = server;
  }

  /** @param statements also those that the driver sends by itself */
  private record Sent(int roundTrips, long statements) {}

  static void run(List<Way> ways) throws Exception {
    try (Server server = Server.counting()) {
      server.execute("CREATE EXTENSION pg_stat_statements");
      new SentBenchmark(server).count(ways);
    }
  }

  /** For each migration what one more adds, so that connecting and the history do not count. */
  private void count(List<Way> ways) throws Exception {
    Table table = new Table(
        "way",
        "round trips for 1 migration",
        "statements for 1 migration",
        "round trips for each more",
        "statements for each more");
    Path single = SetFiles.write(Mix.MIXED, 1);
    Path few = SetFiles.write(Mix.MIXED, FEW);
    Path many = SetFiles.write(Mix.MIXED, MANY);
    for (Way way : ways) {
      Sent one = sent(way, single);
      Sent ten = sent(way, few);
      Sent more = sent(way, many);
      table.row(
          way.label(),
          one.roundTrips(),
          one.statements(),
          (double) (more.roundTrips() - ten.roundTrips()) / (MANY - FEW),
          (double) (more.statements() - ten.statements()) / (MANY - FEW));
    }
    table.print("What the server gets (" + Mix.MIXED + "), without the login");
  }

  private Sent sent(Way way, Path set) throws SQLException, IOException, InterruptedException {
    String database = server.newDatabase();
    int roundTrips;
    try (ServerProxy proxy = ServerProxy.to(server.database(database))) {
      applier.apply(way, set, proxy.port(), database);
      roundTrips = proxy.roundTrips();
    }
    long statements = server.number(
        "postgres",
        "SELECT sum(calls) FROM pg_stat_statements WHERE dbid ="
            + " (SELECT oid FROM pg_database WHERE datname = '" + database + "')");
    return new Sent(roundTrips, statements);
  }
}
