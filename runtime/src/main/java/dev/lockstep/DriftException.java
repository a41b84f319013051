package dev.lockstep;

import dev.lockstep.DriftReport.Difference;
import java.util.List;

/** The database is not what a revision expects, which was to be recorded. */
@SuppressWarnings("serial")
public final class DriftException extends LockstepException {
  private final List<Difference> differences;

  /**
   * With all differences, of which the details may have some.
   *
   * @param differences at least one
   */
  public DriftException(
      String code, String sentence, List<String> details, List<Difference> differences) {
    super(Outcome.DRIFT, code, sentence, details, null);
    this.differences = List.copyOf(differences);
  }

  public List<Difference> differences() {
    return differences;
  }
}
