package dev.lockstep.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** The messages of a run's migrations, in order; made while the server is at work on others. */
final class MessagesAhead {
  /** So many at most are kept in memory. */
  private static final int AHEAD = 32;

  /** Of more the way there and back is no cost any more. */
  private static final int MOST_TOGETHER = 16;

  private final Iterator<MigrationWork> open;
  private final Optional<PreparedFrame> prepared;
  private final Beside beside;
  private final Queue<Begun> begun = new ArrayDeque<>();

  /**
   * A message that is made, or being made.
   *
   * @param message empty if the migration has to go step by step
   */
  private record Begun(MigrationWork work, Supplier<Optional<OneMessage>> message) {}

  MessagesAhead(List<MigrationWork> migrations, Optional<PreparedFrame> prepared, Beside beside) {
    this.open = migrations.iterator();
    this.prepared = prepared;
    this.beside = beside;
  }

  /** That of the next migration; empty if it has to go step by step. */
  Optional<OneMessage> next() {
    begin();
    return begun.remove().message().get();
  }

  /** The next migrations of a long run, if several can go together; they stay the next ones. */
  Optional<Bundle> together() {
    if (prepared.isEmpty()) {
      return Optional.empty();
    }
    begin();
    List<MigrationWork> migrations = new ArrayList<>();
    StringJoiner sql = new StringJoiner(OneMessage.END);
    int steps = 0;
    for (Begun each : begun) {
      Optional<OneMessage> message = each.message().get();
      steps += each.work().steps().size();
      if (message.isEmpty()
          || migrations.size() == MOST_TOGETHER
          || steps > OneMessage.MOST_STEPS / 2) {
        break;
      }
      migrations.add(each.work());
      sql.add(message.get().sql());
    }
    return migrations.size() > 1
        ? Optional.of(new Bundle(migrations, sql.toString()))
        : Optional.empty();
  }

  /** So many of the next ones are done. */
  void skip(int done) {
    for (int i = 0; i < done; i++) {
      begun.remove();
    }
  }

  private void begin() {
    while (begun.size() < AHEAD && open.hasNext()) {
      MigrationWork work = open.next();
      // Only what nothing comes after has to wait for the disk.
      boolean durable = !open.hasNext();
      begun.add(new Begun(work, beside.begin(() -> OneMessage.of(work, durable, prepared))));
    }
  }
}
