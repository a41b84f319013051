package dev.lockstep.engine;

import dev.lockstep.LockstepException;
import dev.lockstep.MigrationSet;
import dev.lockstep.MigrationSet.Entry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a migration what it does, and does not wait for ever: it may hold a loop without an end. A
 * thread in such a loop cannot be ended; it keeps no process alive.
 */
final class Rehearsal {
  private Rehearsal() {}

  /**
   * The migration.
   *
   * @throws LockstepException if its code throws, or has not ended within the limit
   */
  static PreparedMigration of(MigrationSet set, Entry entry, Duration limit) {
    CompletableFuture<PreparedMigration> answer = new CompletableFuture<>();
    Thread thread = new Thread(() -> ask(set, entry, answer), "lockstep " + entry.id());
    thread.setDaemon(true);
    thread.start();
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw MigrationFailures.endless(entry.id(), limit, thread.getStackTrace());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof LockstepException known) {
        throw known;
      }
      throw MigrationFailures.notReadable(entry.id(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw MigrationFailures.notReadable(entry.id(), e);
    }
  }

  private static void ask(
      MigrationSet set, Entry entry, CompletableFuture<PreparedMigration> answer) {
    try {
      answer.complete(PreparedMigration.of(set, entry));
    } catch (Throwable e) {
      answer.completeExceptionally(e);
    }
  }
}
