package dev.lockstep;

import java.time.Duration;

/**
 * Hears how a run goes on, in the thread that runs it. A listener that throws stops the run; the
 * migration at work is then rolled back, or the part of it that is.
 */
public interface MigrationListener {
  /** A listener that does not care. */
  MigrationListener NONE = new MigrationListener() {};

  /**
   * Another process holds the lock; told at once and then every ten seconds.
   *
   * @param holder process id, application name, user, state, age of its transaction and query
   */
  default void waitingForLock(String holder, Duration waited) {}

  /**
   * A migration begins.
   *
   * @param number from 1 to {@code total}
   */
  default void migrationStarted(Direction direction, String revision, int number, int total) {}

  /**
   * A step begins, or is about to be sent in one message with those after it; told again where the
   * server refused the message, and the steps are sent one by one.
   *
   * @param step its SQL, or the name of a step in Java
   * @param number from 1 to {@code total}
   */
  default void stepStarted(String revision, String step, int number, int total) {}

  /**
   * The step at work has come further; told after each batch of a backfill, and every second of an
   * index build, then by a thread of its own. PostgreSQL does not tell how far a validation is.
   */
  default void progress(String revision, StepProgress progress) {}

  /**
   * A step waits for others to end their transactions, as long as that takes: nobody has to wait
   * for it meanwhile. Told by a thread of its own, at once and then every ten seconds.
   *
   * @param blocker process id, application name, user, state, age of its transaction and query
   */
  default void waiting(String revision, String blocker, Duration waited) {}

  /**
   * A step lets the server catch up before it goes on; what it has done so far is committed.
   *
   * @param reason what it waits for; one line
   */
  default void throttled(String revision, String reason, Duration pause) {}

  /**
   * The migration, or a part of it, was rolled back because of a lock and will be tried again.
   *
   * @param reason who holds the lock, as far as the server tells, and what the server said; one
   *     line
   */
  default void retrying(String revision, String reason, Duration pause) {}

  /**
   * The connection broke, or the server does not let us in yet; another is made after the pause.
   * What was not committed is rolled back, and the run goes on from there.
   *
   * @param reason what the server or the driver said; one line
   */
  default void connectionLost(String reason, Duration pause) {}

  /** The migration is committed. */
  default void migrationFinished(Direction direction, String revision, Duration duration) {}
}
