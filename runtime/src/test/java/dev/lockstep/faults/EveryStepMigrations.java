package dev.lockstep.faults;

import dev.lockstep.EveryStep;
import dev.lockstep.cli.ServedMigrations;

/** Migrations with every kind of step, for JVMs of their own. */
public final class EveryStepMigrations extends ServedMigrations {
  public EveryStepMigrations() {
    super(EveryStep.migrations());
  }
}
