package dev.lockstep.engine;

import dev.lockstep.DataLoss;
import dev.lockstep.Direction;
import dev.lockstep.FinishedMigration;
import dev.lockstep.MigrationListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run has done so far, over all its connections, and what it set out to do where a later
 * look at the database does not tell any more.
 */
public final class Course {
  private final Direction direction;
  private final MigrationListener listener;
  /** By revision, in the order in which they were finished. */
  private final Map<String, FinishedMigration> finished = new LinkedHashMap<>();

  private final Map<String, List<DataLoss>> losses = new LinkedHashMap<>();
  private @Nullable AtWork atWork;
  /** Revisions that are sent together, without an answer yet, in order. */
  private List<String> sent = List.of();

  private @Nullable MigrationLock lock;
  private int progress;
  private boolean onEmpty;
  private Optional<Set<String>> kept = Optional.empty();

  /** A migration that is begun and not known to be finished. */
  private static final class AtWork {
    private final String revision;
    private final long began = System.nanoTime();
    private Duration duration = Duration.ZERO;
    private int failedTries;
    private @Nullable Commit inDoubt;

    private AtWork(String revision) {
      this.revision = revision;
    }
  }

  /**
   * A COMMIT without an answer.
   *
   * @param part that it was to end
   * @param duration of the migration up to then
   */
  private record Commit(MigrationPart part, Duration duration) {
    boolean isDone(OptionalInt done) {
      return done.isPresent() && done.getAsInt() >= part.doneAfter();
    }
  }

  public Course(Direction direction, MigrationListener listener) {
    this.direction = direction;
    this.listener = listener;
  }

  /** What the run applied or reverted, in order. */
  List<FinishedMigration> finished() {
    return List.copyOf(finished.values());
  }

  List<String> revisions() {
    return List.copyOf(finished.keySet());
  }

  Direction direction() {
    return direction;
  }

  /** The lock of the run, which knows its own traces from those of others. */
  MigrationLock lock(Configuration configuration, Session session) throws SQLException {
    MigrationLock own = lock == null ? configuration.lock(session) : lock;
    lock = own;
    return own;
  }

  /** Grows with whatever the run commits. */
  int progress() {
    return progress;
  }

  /** A part of the part at work is committed. */
  void progressed() {
    progress++;
  }

  /**
   * Begins a migration, or goes on with the one that was at work when the connection broke.
   *
   * @param open how many migrations are to be done, this one included
   */
  void begin(MigrationWork work, int open) {
    // What is to be done now is not committed, nor what was sent after it.
    sent = List.of();
    AtWork before = atWork;
    if (before == null || !before.revision.equals(work.revision())) {
      // A server that came back without it, or somebody who reverted it: it is done once more.
      finished.remove(work.revision());
      atWork = new AtWork(work.revision());
      listener.migrationStarted(
          direction, work.revision(), finished.size() + 1, finished.size() + open);
      return;
    }
    if (before.inDoubt != null && before.inDoubt.isDone(work.resumed())) {
      committed(before.inDoubt.duration());
    }
    before.inDoubt = null;
  }

  /** How long the migration at work has worked, without tries that were rolled back. */
  Duration duration() {
    return begun().duration;
  }

  /** A part of the migration at work was rolled back because of a lock. */
  void failedTry() {
    begun().failedTries++;
  }

  /** A part of the migration at work is committed; the duration is that of all its parts. */
  void committed(Duration duration) {
    begun().duration = duration;
    progress++;
  }

  /** Nobody knows whether the part is committed. */
  void inDoubt(MigrationPart part, Duration duration) {
    begun().inDoubt = new Commit(part, duration);
  }

  /** All parts of the migration at work are committed. */
  void finish() {
    AtWork done = begun();
    atWork = null;
    Duration elapsed = Duration.ofNanos(System.nanoTime() - done.began);
    finished.put(
        done.revision,
        new FinishedMigration(done.revision, done.duration, done.failedTries, elapsed));
    listener.migrationFinished(direction, done.revision, done.duration);
  }

  /** These go to the server together. */
  void sent(List<String> revisions) {
    sent = List.copyOf(revisions);
  }

  /**
   * So many of those that were sent together are committed, and the others are not.
   *
   * @param all how long it took; nobody has measured each
   */
  void finish(int committed, Duration all) {
    Duration each = all.dividedBy(Math.max(1, committed));
    sent.subList(0, committed).forEach(revision -> finish(revision, each));
    sent = List.of();
  }

  private void finish(String revision, Duration duration) {
    finished.remove(revision);
    finished.put(revision, new FinishedMigration(revision, duration, 0, duration));
    progress++;
  }

  /**
   * Counts the migration that was at work, or those that were sent together, if only the answer to
   * the COMMIT was missing, and the history has it. Another process that did it in between had
   * nothing else to do than this one.
   *
   * @param applied the revisions that are applied as a whole, or in part where the run reverts
   */
  void settle(Set<String> applied) {
    AtWork before = atWork;
    if (before != null
        && before.inDoubt != null
        && before.inDoubt.part().ends()
        && applied.contains(before.revision) == (direction == Direction.UPGRADE)) {
      committed(before.inDoubt.duration());
      finish();
    }
    // The server may be at work on the others: until the run has the lock again nobody knows.
    List<String> known = sent.stream().filter(applied::contains).toList();
    known.forEach(revision -> finish(revision, Duration.ZERO));
    sent = sent.stream().filter(revision -> !known.contains(revision)).toList();
  }

  private AtWork begun() {
    if (atWork == null) {
      throw new IllegalStateException("no migration is at work");
    }
    return atWork;
  }

  /** Remembers that nothing was applied when the run began. */
  void beganOnEmpty() {
    onEmpty = true;
  }

  boolean isOnEmpty() {
    return onEmpty;
  }

  /** Remembers what the run leaves applied. */
  void keep(Set<String> applied) {
    if (kept.isEmpty()) {
      kept = Optional.of(Set.copyOf(applied));
    }
  }

  Optional<Set<String>> kept() {
    return kept;
  }

  /** Remembers what does not come back with that revision. */
  void loses(String revision, List<DataLoss> lost) {
    losses.put(revision, lost);
  }

  /** What the run has lost with what it finished, in order. */
  List<DataLoss> losses() {
    return revisions().stream()
        .flatMap(revision -> losses.getOrDefault(revision, List.of()).stream())
        .toList();
  }
}
