package dev.lockstep.benchmarks;

import dev.lockstep.Migrator;
import javax.sql.DataSource;

/** Upgrades a database as an application does at its start. */
final class LockstepProgram implements Work {
  private LockstepProgram() {}

  public static void main(String[] arguments) throws Exception {
    Timed.run(arguments, new LockstepProgram());
  }

  @Override
  public void run(DataSource database) {
    Migrator.of(database).upgrade();
  }
}
