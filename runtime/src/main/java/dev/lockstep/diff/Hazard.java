package dev.lockstep.diff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a change can do to data or to a live database, so that it is not generated before the user
 * accepts it.
 */
public enum Hazard {
  /** Values are deleted, cut or may not fit. */
  DATA_LOSS,
  /** The whole table is written anew under a lock that stops reads and writes. */
  REWRITE;

  /** The word for {@code lockstep.accept}: {@code data-loss}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Hazard> ofWord(String word) {
    return Arrays.stream(values()).filter(hazard -> hazard.word().equals(word)).findFirst();
  }
}
