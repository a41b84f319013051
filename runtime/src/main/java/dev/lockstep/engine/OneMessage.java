package dev.lockstep.engine;

import dev.lockstep.engine.HistoryTable.NewRow;
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
  static final int MOST_STEPS = 100;

  /** After the end of the line, which may be a comment. */
  static final String END = "\n;";

  /**
   * The message; empty for a migration that has to go step by step.
   *
   * @param durable whether its commit waits for the disk
   * @param prepared what the server knows already
   */
  static Optional<OneMessage> of(
      MigrationWork work, boolean durable, Optional<PreparedFrame> prepared) {
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
    Optional<NewRow> row = work.statements().row();
    if (fence.isEmpty() || row.isEmpty()) {
      return Optional.empty();
    }
    Frame frame = prepared.isPresent() && !durable
        ? prepared.get().with(row.get())
        : Frame.of(work.table(), fence.get(), row.get());
    String sql = text(frame, part.steps());
    return splitsEverywhere(sql)
        ? Optional.of(new OneMessage(sql, locked.waiting()))
        : Optional.empty();
  }

  private static String text(Frame frame, List<Step> steps) {
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
  static boolean splitsEverywhere(String sql) {
    return sql.indexOf('\\') < 0;
  }
}
