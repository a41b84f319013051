package dev.lockstep.engine;

import dev.lockstep.LockstepException;
import dev.lockstep.MigrationFailedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time since a connection was lost, up to the next thing that is committed: a connection that
 * breaks again before that has gained nothing.
 */
final class Outage {
  private static final long SHORTEST_PAUSE = 100;
  private static final long LONGEST_PAUSE = 1_000;

  /**
   * A statement that brings the server down is not to do so for as long as retries last; nor is an
   * administrator to be defied who ends the session again and again.
   */
  private static final int MOST_BREAKS = 4;

  private final long began = System.nanoTime();
  private final int progress;
  private long pause = SHORTEST_PAUSE / 2;
  private int breaks;
  private @Nullable Exception told;
  private @Nullable SQLException refusal;

  /** Begins where the run is. */
  Outage(Course course) {
    this.progress = course.progress();
  }

  /** Whether nothing was committed since. */
  boolean isStill(Course course) {
    return course.progress() == progress;
  }

  /**
   * A connection broke.
   *
   * @param failure of the run
   */
  void broke(Exception failure) {
    refusal = null;
    if (failure instanceof MigrationFailedException || told == null) {
      told = failure;
    }
    if (failure instanceof MigrationFailedException) {
      breaks++;
    }
  }

  /** None was to be had. */
  void refused(SQLException failure) {
    refusal = failure;
  }

  /** Milliseconds until the next try; longer from one to the next. */
  long nextPause() {
    pause = Math.min(LONGEST_PAUSE, pause * 2);
    return pause;
  }

  /** Whether there is no time for another try after such a pause, or none would help. */
  boolean isTooLong(Duration longest, long milliseconds) {
    return breaks >= MOST_BREAKS || lasted().plusMillis(milliseconds).compareTo(longest) >= 0;
  }

  private Duration lasted() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /**
   * Why the run ends: what it was at when the connection broke, and that no other was to be had.
   */
  LockstepException failure() {
    LockstepException failure = known();
    List<String> more = new ArrayList<>();
    if (refusal != null && told != null) {
      more.add("no new connection in " + lasted().toSeconds() + " s: " + Failures.text(refusal));
      failure.addSuppressed(refusal);
    }
    return Retold.with(failure, more);
  }

  /** What the run was at when the connection broke, in one line; empty if none broke. */
  Optional<String> sentence() {
    return told == null ? Optional.empty() : Optional.of(Retold.sentence(known()));
  }

  private LockstepException known() {
    if (told instanceof LockstepException failure) {
      return failure;
    }
    SQLException plain = told instanceof SQLException failure ? failure : refusal;
    return Failures.of(Objects.requireNonNull(plain));
  }
}
