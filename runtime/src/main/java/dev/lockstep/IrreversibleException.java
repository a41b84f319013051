package dev.lockstep;

import java.util.List;

/** A downgrade that would not bring everything back was refused; nothing was touched. */
@SuppressWarnings("serial")
public final class IrreversibleException extends LockstepException {
  private final List<DataLoss> losses;

  public IrreversibleException(
      String code, String sentence, List<String> details, List<DataLoss> losses) {
    super(Outcome.USAGE, code, sentence, details, null);
    this.losses = List.copyOf(losses);
  }

  /** What would not come back, in the order of the downgrade; not empty. */
  public List<DataLoss> losses() {
    return losses;
  }
}
