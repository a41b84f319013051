package dev.lockstep.cli;

import dev.lockstep.FleetListener;
import dev.lockstep.MigrationListener;
import dev.lockstep.Target;
import dev.lockstep.TargetResult;

/**
 * Shows how far a run over many targets is, in one line of a terminal that goes away in the end.
 *
 * <pre>
 * [########------------] 412/1000 targets, 1 failed: tenant_0416
 * [#########-----------] 45 % of 1,234,567 rows, 3 min left: tenant_0416: M0003_AddNote
 * </pre>
 */
final class FleetProgress implements FleetListener, AutoCloseable {
  private final ProgressLines line;
  private int total;
  private int ended;
  private int failed;

  FleetProgress(Terminal terminal) {
    this.line = new ProgressLines(terminal, System::nanoTime);
  }

  @Override
  public synchronized void found(int targets) {
    total = targets;
  }

  @Override
  public synchronized MigrationListener started(Target target, MigrationListener usual) {
    String bad = failed == 0 ? "" : ", " + failed + " failed";
    line.goesOn(
        Progress.bar(ended, total) + " " + ended + "/" + total + " targets" + bad + ": " + target);
    return new TargetProgress(target, line);
  }

  @Override
  public synchronized void finished(TargetResult<?> result) {
    ended++;
    if (result instanceof TargetResult.Failed) {
      failed++;
    }
  }

  @Override
  public void close() {
    line.show("");
  }
}
