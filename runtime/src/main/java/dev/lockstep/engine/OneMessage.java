package dev.lockstep.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole migration that goes to the server as one message: one round trip makes, notes and commits
 * it. Only for what needs no answer on the way: generated SQL that waits for no more than one lock
 * of others.
 *
 * @param sql its statements, from BEGIN to COMMIT
 * @param waiting the step that may wait for a lock; null if none does
 */
record OneMessage(String sql, @Nullable Step waiting) {
  /** The driver reads answers in between where it sends more. */
  private static final int MOST_STEPS = 100;

  /** After the end of the line, which may be a comment. */
  private static final String END = "\n;";

  /**
   * The message; empty for a migration that has to go step by step.
   *
   * @param durable whether its commit waits for the disk
   */
  static Optional<OneMessage> of(MigrationWork work, boolean durable) {
    MigrationPart part = work.parts().get(0);
    if (!part.isWhole() || part.steps().size() > MOST_STEPS) {
      return Optional.empty();
    }
    LockedTables locked = new LockedTables();
    for (Step step : part.steps()) {
      if (!locked.add(step)) {
        return Optional.empty();
      }
    }
    Optional<String> fence = work.settings().fence(work.lock(), durable);
    Optional<MigrationWork.Frame> frame = fence.flatMap(work.statements()::frame);
    if (frame.isEmpty()) {
      return Optional.empty();
    }
    String sql = text(frame.get(), part.steps());
    return splitsEverywhere(sql)
        ? Optional.of(new OneMessage(sql, locked.waiting()))
        : Optional.empty();
  }

  private static String text(MigrationWork.Frame frame, List<Step> steps) {
    StringBuilder text = new StringBuilder("BEGIN").append(END).append(frame.first());
    for (Step step : steps) {
      text.append(END).append(step.text());
    }
    return text.append(END).append(frame.last()).append(END).append("COMMIT").toString();
  }

  /**
   * The driver splits it as the session reads strings before it, and the server reads them as the
   * first statement has set; both mean the same where nothing is escaped.
   */
  private static boolean splitsEverywhere(String sql) {
    return sql.indexOf('\\') < 0;
  }
}
