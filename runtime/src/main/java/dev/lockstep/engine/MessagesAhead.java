package dev.lockstep.engine;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The messages of a run's migrations, in order. While the server is at work on one, a thread of its
 * own makes the next ones: their texts and checksums, nothing of the application's code.
 */
final class MessagesAhead implements AutoCloseable {
  /** So many at most are kept in memory. */
  private static final int AHEAD = 32;

  /** For fewer a thread costs more than it spares. */
  private static final int FEW = 8;

  private final Iterator<MigrationWork> open;
  private final Queue<CompletableFuture<Optional<OneMessage>>> made = new ArrayDeque<>();
  private final Optional<ExecutorService> maker;

  MessagesAhead(List<MigrationWork> migrations) {
    this.open = migrations.iterator();
    this.maker = migrations.size() <= FEW
        ? Optional.empty()
        : Optional.of(Executors.newSingleThreadExecutor(MessagesAhead::thread));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "lockstep-messages");
    thread.setDaemon(true);
    return thread;
  }

  /** That of the next migration; empty if it has to go step by step. */
  Optional<OneMessage> next() {
    while (made.size() < AHEAD && open.hasNext()) {
      MigrationWork work = open.next();
      // Only what nothing comes after has to wait for the disk.
      boolean durable = !open.hasNext();
      made.add(maker
          .map(executor ->
              CompletableFuture.supplyAsync(() -> OneMessage.of(work, durable), executor))
          .orElseGet(() -> CompletableFuture.completedFuture(OneMessage.of(work, durable))));
    }
    try {
      return made.remove().join();
    } catch (CompletionException e) {
      throw unwrapped(e);
    }
  }

  private static RuntimeException unwrapped(CompletionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause ? cause : e;
  }

  @Override
  public void close() {
    maker.ifPresent(ExecutorService::shutdownNow);
  }
}
