package dev.lockstep.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    if (!part.steps().stream().allMatch(locked::add)) {
      return Optional.empty();
    }
    return work.inOneMessage()
        .flatMap(history -> work.settings()
            .fence(work.lock(), durable)
            .map(fence -> text(fence, part.steps(), history.get())))
        .filter(OneMessage::splitsEverywhere)
        .map(sql -> new OneMessage(sql, locked.waiting()));
  }

  private static String text(String fence, List<Step> steps, String history) {
    List<String> statements = new ArrayList<>();
    statements.add("BEGIN");
    statements.add(fence);
    steps.forEach(step -> statements.add(step.text()));
    statements.add(history);
    statements.add("COMMIT");
    // After the end of the line, which may be a comment.
    return statements.stream().collect(Collectors.joining("\n;"));
  }

  /**
   * The driver splits it as the session reads strings before it, and the server reads them as the
   * first statement has set; both mean the same where nothing is escaped.
   */
  private static boolean splitsEverywhere(String sql) {
    return sql.indexOf('\\') < 0;
  }
}
