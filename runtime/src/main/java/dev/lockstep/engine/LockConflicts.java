package dev.lockstep.engine;

import dev.lockstep.impact.LockMode;
import java.util.List;

/**
 * Which locks of others a lock on a table must wait for (PostgreSQL manual, 13.3.1, table 13.2).
 */
final class LockConflicts {
  /** As pg_locks has them, weakest first. */
  private static final List<String> MODES = List.of(
      "AccessShareLock",
      "RowShareLock",
      "RowExclusiveLock",
      "ShareUpdateExclusiveLock",
      "ShareLock",
      "ShareRowExclusiveLock",
      "ExclusiveLock",
      "AccessExclusiveLock");

  private LockConflicts() {}

  /** Modes as pg_locks has them, separated by commas. */
  static String of(LockMode mode) {
    return switch (mode) {
      case SHARE_UPDATE_EXCLUSIVE -> from("ShareUpdateExclusiveLock");
      case SHARE -> from("RowExclusiveLock").replace("ShareLock,", "");
      case SHARE_ROW_EXCLUSIVE -> from("RowExclusiveLock");
      case EXCLUSIVE -> from("RowShareLock");
      case ACCESS_EXCLUSIVE -> from("AccessShareLock");
    };
  }

  /**
   * Of a statement that writes rows: the table's locks that keep it out, and those of others who
   * write or lock rows, which may be the same rows.
   */
  static String ofRowWrites() {
    return from("RowShareLock").replace("ShareUpdateExclusiveLock,", "");
  }

  private static String from(String weakest) {
    return String.join(",", MODES.subList(MODES.indexOf(weakest), MODES.size()));
  }
}
