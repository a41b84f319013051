package dev.lockstep.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Brings a database up to date, in a process of its own. */
final class Applier {
  private final Launch launch = new Launch(Workplace.folder());

  /** @param set what {@link SetFiles} has written */
  Cost apply(Way way, Path set, int port, String database)
      throws IOException, InterruptedException {
    return way == Way.PSQL
        ? launch.run(psql(set, port, database))
        : launch.java(way.classPath(set), List.of(), way.program(), String.valueOf(port), database);
  }

  private static List<String> psql(Path set, int port, String database) {
    return List.of(
        "psql",
        "-X",
        "-q",
        "-1",
        "-v",
        "ON_ERROR_STOP=1",
        "-d",
        // As in Timed: no round trip to ask for what no server here has.
        "host=127.0.0.1 port=" + port + " user=postgres dbname=" + database
            + " sslmode=disable gssencmode=disable",
        "-f",
        set.resolve(SetFiles.SCRIPT).toString());
  }
}
