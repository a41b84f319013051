package dev.lockstep.benchmarks;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Migrates as Flyway's manual says for an application. */
final class FlywayProgram implements Work {
  private FlywayProgram() {}

  public static void main(String[] arguments) throws Exception {
    Timed.run(arguments, new FlywayProgram());
  }

  @Override
  public void run(DataSource database) {
    Flyway.configure().dataSource(database).load().migrate();
  }
}
