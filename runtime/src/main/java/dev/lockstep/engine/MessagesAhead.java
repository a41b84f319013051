package dev.lockstep.engine;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/** The messages of a run's migrations, in order; made while the server is at work on others. */
final class MessagesAhead {
  /** So many at most are kept in memory. */
  private static final int AHEAD = 32;

  private final Iterator<MigrationWork> open;
  private final Optional<PreparedFrame> prepared;
  private final Beside beside;
  private final Queue<Supplier<Optional<OneMessage>>> begun = new ArrayDeque<>();

  MessagesAhead(List<MigrationWork> migrations, Optional<PreparedFrame> prepared, Beside beside) {
    this.open = migrations.iterator();
    this.prepared = prepared;
    this.beside = beside;
  }

  /** That of the next migration; empty if it has to go step by step. */
  Optional<OneMessage> next() {
    while (begun.size() < AHEAD && open.hasNext()) {
      MigrationWork work = open.next();
      // Only what nothing comes after has to wait for the disk.
      boolean durable = !open.hasNext();
      begun.add(beside.begin(() -> OneMessage.of(work, durable, prepared)));
    }
    return begun.remove().get();
  }
}
