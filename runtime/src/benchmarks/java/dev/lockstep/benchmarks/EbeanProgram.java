package dev.lockstep.benchmarks;

import io.ebean.migration.MigrationConfig;
import io.ebean.migration.MigrationRunner;
import javax.sql.DataSource;

/** Runs the migrations as Ebean does when it starts. */
final class EbeanProgram implements Work {
  private EbeanProgram() {}

  public static void main(String[] arguments) throws Exception {
    Timed.run(arguments, new EbeanProgram());
  }

  @Override
  public void run(DataSource database) {
    MigrationConfig config = new MigrationConfig();
    config.setBasePlatform("postgres");
    config.setPlatform("postgres");
    new MigrationRunner(config).run(database);
  }
}
