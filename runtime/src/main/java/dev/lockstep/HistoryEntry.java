package dev.lockstep;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the history table.
 *
 * @param ordinal 1 for the first that was applied, then one more than the greatest there is
 * @param checksum of its statements; algorithm, colon, hexadecimal digest
 * @param fingerprint of its source, as in {@link MigrationSet.Entry}; empty if not known
 * @param finishedAt null unless it is applied
 * @param duration null unless it is applied
 */
public record HistoryEntry(
    String revision,
    int ordinal,
    String description,
    String checksum,
    String fingerprint,
    State state,
    int stepsDone,
    int steps,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Duration duration,
    String libraryVersion,
    String databaseUser,
    String host) {

  /** How far a migration got; only {@link #APPLIED} outlives a migration that runs in one piece. */
  public enum State {
    APPLIED,
    UPGRADING,
    DOWNGRADING
  }
}
