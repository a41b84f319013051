package dev.lockstep.cli;

import dev.lockstep.MigrationListener;
import dev.lockstep.StepProgress;
import dev.lockstep.Target;
import java.time.Duration;

/**
 * Shows what takes long in one of many targets, in the line that they share.
 *
 * @param lines of all targets
 */
record TargetProgress(Target target, ProgressLines lines) implements MigrationListener {
  @Override
  public void progress(String revision, StepProgress progress) {
    lines.goesOn(Progress.far(progress) + ": " + target + ": " + revision);
  }

  @Override
  public void throttled(String revision, String reason, Duration pause) {
    lines.goesOn(target + ": " + revision + " waits: " + reason);
  }

  @Override
  public void waiting(String revision, String blocker, Duration waited) {
    lines.goesOn(target + ": " + revision + " waits for " + blocker);
  }

  @Override
  public void waitingForLock(String holder, Duration waited) {
    lines.goesOn(target + ": waits for another migration: " + holder);
  }

  @Override
  public void retrying(String revision, String reason, Duration pause) {
    lines.goesOn(target + ": " + revision + ": " + reason);
  }
}
