package dev.lockstep;

import java.util.List;

/** The migrations of the code contradict each other or the snapshot; no database is to blame. */
@SuppressWarnings("serial")
public final class BrokenMigrationsException extends LockstepException {
  private final List<String> faults;

  public BrokenMigrationsException(
      String code, String sentence, List<String> details, List<String> faults) {
    super(Outcome.FAILED, code, sentence, details, null);
    this.faults = List.copyOf(faults);
  }

  /** A sentence each, which begins with the migration where one is to blame; not empty. */
  public List<String> faults() {
    return faults;
  }
}
