package dev.lockstep;

import java.time.Duration;

/**
 * A migration that this run applied or reverted; prints as {@code M0001_Initial (12 ms)}, or as
 * {@code M0002_AddNote (39 ms, after 3 tries in 20 s)} where locks were in its way.
 *
 * @param duration of its work, without tries that were rolled back; of several that went to the
 *     server in one message each has an equal part
 * @param failedTries how often it was rolled back because of a lock
 * @param elapsed from its beginning to its end
 */
public record FinishedMigration(
    String revision, Duration duration, int failedTries, Duration elapsed) {
  @Override
  public String toString() {
    return revision + " (" + duration.toMillis() + " ms" + waited() + ")";
  }

  private String waited() {
    if (failedTries == 0) {
      return "";
    }
    String tries = failedTries == 1 ? "1 try" : failedTries + " tries";
    return ", after " + tries + " in " + words(elapsed);
  }

  private static String words(Duration time) {
    return time.toSeconds() < 1 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }
}
