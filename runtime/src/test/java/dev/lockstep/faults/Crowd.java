package dev.lockstep.faults;

import dev.lockstep.cli.CommandLineRun;
import dev.lockstep.cli.MainProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** JVMs that all upgrade one database, started at once. */
final class Crowd implements AutoCloseable {
  private final List<MainProcess> processes = new ArrayList<>();

  private Crowd() {}

  static Crowd start(Path folder, DataSource database, int number) throws IOException {
    Crowd crowd = new Crowd();
    for (int i = 0; i < number; i++) {
      crowd.processes.add(MainProcess.start(
          Files.createTempDirectory(folder, "process"),
          EveryStepMigrations.class,
          "",
          CommandLineRun.environment(database),
          "upgrade"));
    }
    return crowd;
  }

  List<Process> running() {
    return processes.stream().map(MainProcess::process).filter(Process::isAlive).toList();
  }

  /** How each of them ended. */
  List<CommandLineRun> end() throws IOException, InterruptedException {
    List<CommandLineRun> ended = new ArrayList<>();
    for (MainProcess each : processes) {
      ended.add(each.end());
    }
    return ended;
  }

  @Override
  public void close() {
    running().forEach(Process::destroyForcibly);
  }
}
