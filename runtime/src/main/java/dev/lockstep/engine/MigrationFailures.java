package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.HistoryEntry;
import dev.lockstep.LockstepException;
import dev.lockstep.MigrationFailedException;
import dev.lockstep.MigrationFailedException.Failure;
import dev.lockstep.Outcome;
import dev.lockstep.UnsuitableServerException;
import dev.lockstep.postgres.UnsupportedFeatureException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The wording of what can go wrong in a migration. */
final class MigrationFailures {
  private static final int LONGEST_STATEMENT = 1_000;

  private MigrationFailures() {}

  static MigrationFailedException notReadable(String revision, Throwable cause) {
    return invalid(
        revision, " cannot say what it does: " + reason(cause), place(revision, cause), cause);
  }

  /** What an argument is not says all; its exception's name is no news. */
  private static String reason(Throwable cause) {
    return cause instanceof IllegalArgumentException && cause.getMessage() != null
        ? cause.getMessage()
        : cause.toString();
  }

  /** Its code loops, or waits for something. */
  static MigrationFailedException endless(
      String revision, Duration limit, StackTraceElement[] trace) {
    return invalid(
        revision,
        " does not end: after " + limit.toMillis() + " ms it has not said what it does",
        place(revision, trace),
        null);
  }

  private static MigrationFailedException invalid(
      String revision, String sentence, Optional<String> place, @Nullable Throwable cause) {
    return new MigrationFailedException(
        Outcome.FAILED,
        "MigrationInvalid",
        revision + sentence,
        Stream.concat(
                place.stream().map(line -> "look at: " + line),
                Stream.of("nothing was done with it"))
            .toList(),
        new Failure(revision, List.of(), null, null),
        cause);
  }

  private static Optional<String> place(String revision, Throwable cause) {
    return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
        .map(each -> place(revision, each.getStackTrace()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The innermost line of the migration's own class, as in {@code M0001_A.java:12}. */
  private static Optional<String> place(String revision, StackTraceElement[] trace) {
    return Arrays.stream(trace)
        .filter(frame -> frame.getLineNumber() > 0)
        .filter(frame -> List.of(frame.getClassName().split("[.$]", -1)).contains(revision))
        .findFirst()
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
  }

  static LockstepException notRenderable(String revision, RuntimeException cause) {
    String message = String.valueOf(cause.getMessage()).replaceFirst("^\\[[^]]*] ", "");
    return cause instanceof UnsupportedFeatureException
        ? new UnsuitableServerException(
            "FeatureUnsupported", revision + ": " + message, List.of(), cause)
        : notReadable(revision, cause);
  }

  /** Nobody can tell how far it got: it was to run in one transaction, or its class is gone. */
  static MigrationFailedException partWay(HistoryEntry entry) {
    return partWay(
        entry,
        "part of it is committed",
        "bring the database by hand to where it is applied, then: stamp " + entry.revision(),
        "or to where it is not, then stamp the revision before it");
  }

  /**
   * It has to be finished before anything else.
   *
   * @param command that goes on with it
   * @param back that takes it back; empty if nobody knows how
   */
  static MigrationFailedException unfinished(
      HistoryEntry entry, String command, Optional<String> back) {
    return partWay(
        entry,
        committed(entry.stepsDone(), entry.steps()),
        "go on with it: " + command,
        back.map(each -> "or take back what is done: " + each)
            .orElse("or bring the database by hand to where it is applied, then: stamp "
                + entry.revision()));
  }

  private static MigrationFailedException partWay(
      HistoryEntry entry, String extent, String... details) {
    String word = entry.state().name().toLowerCase(Locale.ROOT);
    return new MigrationFailedException(
        Outcome.PART_WAY,
        "PartWay",
        entry.revision() + " was left half-way while " + word + ": " + extent,
        List.of(details),
        new Failure(entry.revision(), List.of(), null, null),
        null);
  }

  /** The migration's own code ended its transaction. */
  static MigrationFailedException transactionEnded(
      Direction direction, String revision, List<String> finished) {
    return new MigrationFailedException(
        Outcome.PART_WAY,
        "TransactionEnded",
        revision + " ended its transaction by itself (COMMIT, END or ROLLBACK in its SQL)",
        List.of(
            "what it did before that is committed or gone, what it did after that may be committed too",
            "mend the migration, then see: status",
            before(direction, finished)),
        new Failure(revision, finished, null, null),
        null);
  }

  /** A step failed, and the transaction was rolled back. */
  static MigrationFailedException rolledBack(Stop stop, Throwable cause) {
    return stopped(
        stop,
        stop.isPartWay() ? "StoppedPartWay" : "MigrationFailed",
        stop.sentence() + ": " + text(cause),
        WaysOut.of(stop.step, cause).stream().toList(),
        stop.failure(cause, Blockage.NONE),
        cause);
  }

  /** Nothing was begun, as the server would stop in the middle. */
  static MigrationFailedException tooManyLocks(String revision, long need, LockTable room) {
    return new MigrationFailedException(
        Outcome.FAILED,
        "TooManyLocks",
        revision + " needs at least " + need + " locks in one transaction, and the server has room"
            + " for " + room.room() + "; nothing was done",
        List.of(
            "room: " + room.formula(),
            "raise it: ALTER SYSTEM SET max_locks_per_transaction = " + room.enough(need)
                + "; then restart the server",
            "or split the migration into several"),
        new Failure(revision, List.of(), null, null),
        null);
  }

  /** The server has no room for more locks, of this and of other sessions. */
  static MigrationFailedException outOfLocks(Stop stop, LockTable room, SQLException cause) {
    return new MigrationFailedException(
        stop.outcome(),
        "TooManyLocks",
        stop.sentence() + ": the server has no room for more locks: " + text(cause),
        List.of(
            "room: " + room.formula(),
            "raise it: ALTER SYSTEM SET max_locks_per_transaction = " + 2 * room.perTransaction()
                + "; then restart the server; or split the migration",
            before(stop.direction, stop.finished),
            stop.next()),
        stop.failure(cause, Blockage.NONE),
        cause);
  }

  /** Somebody asked for the end of the run. */
  static MigrationFailedException interrupted(Stop stop, Throwable cause) {
    return stopped(
        stop,
        "Interrupted",
        stop.sentence() + ": interrupted: " + text(cause),
        List.of(),
        stop.failure(cause, Blockage.NONE),
        cause);
  }

  /** The tables' locks were not to be had within the time given. */
  static MigrationFailedException blocked(
      Stop stop, Duration tried, Blockage blockage, SQLException cause) {
    return stopped(
        stop,
        "Blocked",
        stop.sentence() + ": others held its tables for " + tried.toSeconds() + " s: "
            + text(cause),
        blockage.details(),
        stop.failure(cause, blockage),
        cause);
  }

  private static MigrationFailedException stopped(
      Stop stop,
      String code,
      String sentence,
      List<String> more,
      Failure failure,
      Throwable cause) {
    Step step = stop.step;
    List<String> details = new ArrayList<>();
    if (step != null) {
      details.add((step instanceof Step.JavaStep ? "step: " : "statement: ") + shown(step.text()));
    }
    details.addAll(more);
    details.add(before(stop.direction, stop.finished));
    details.add(stop.next());
    return new MigrationFailedException(stop.outcome(), code, sentence, details, failure, cause);
  }

  /** The connection broke while the transaction was being committed. */
  static MigrationFailedException commitUnknown(Stop stop, SQLException cause) {
    String what = stop.isPartWay() ? "a part of " + stop.revision : stop.revision;
    return new MigrationFailedException(
        stop.outcome(),
        "CommitUnknown",
        "the connection broke while " + what + " was being committed: " + text(cause),
        List.of(
            "it is done as a whole or not at all; the history knows: status",
            before(stop.direction, stop.finished),
            "next " + word(stop.direction) + ": goes on from there"),
        new Failure(stop.revision, stop.finished, null, sqlState(cause)),
        cause);
  }

  /**
   * The connection broke while the server had several migrations to commit.
   *
   * @param first where the run would have stopped with the first of them
   * @param revisions all of them
   */
  static MigrationFailedException commitsUnknown(
      Stop first, List<String> revisions, SQLException cause) {
    return new MigrationFailedException(
        first.outcome(),
        "CommitUnknown",
        "the connection broke while " + first.revision + " to "
            + revisions.get(revisions.size() - 1) + " were being committed: " + text(cause),
        List.of(
            "each is done as a whole or not at all; the history knows: status",
            before(first.direction, first.finished),
            "next " + word(first.direction) + ": goes on from there"),
        new Failure(first.revision, first.finished, null, sqlState(cause)),
        cause);
  }

  /** The row of the migration is not as this run left it. */
  static MigrationFailedException historyMoved(Stop stop) {
    return new MigrationFailedException(
        stop.outcome(),
        "HistoryMoved",
        "somebody else, or one of its own steps, changed the history row of " + stop.revision
            + " while it ran",
        List.of("what was not committed then is rolled back; see: status"),
        new Failure(stop.revision, stop.finished, null, null),
        null);
  }

  /**
   * Where a migration stopped.
   *
   * @param done how many of its steps are committed; empty if not even its history row is
   * @param undoable whether a run in the other direction takes those back
   * @param step at work then; null if none was
   * @param finished revisions that this run finished before
   */
  record Stop(
      Direction direction,
      String revision,
      OptionalInt done,
      boolean undoable,
      int total,
      @Nullable Step step,
      List<String> finished) {
    private boolean isPartWay() {
      return done.isPresent();
    }

    private Outcome outcome() {
      return isPartWay() ? Outcome.PART_WAY : Outcome.FAILED;
    }

    private String sentence() {
      return isPartWay()
          ? revision + " stopped part-way, " + committed(done.getAsInt(), total)
          : revision + " was rolled back";
    }

    private String next() {
      return "next " + word(direction) + ": "
          + (isPartWay()
              ? "goes on with step " + (done.getAsInt() + 1) + " of " + revision
                  + (undoable
                      ? "; " + word(direction.opposite()) + ": takes back what is done"
                      : "")
              : "begins with " + revision);
    }

    private Failure failure(Throwable cause, Blockage blockage) {
      return new Failure(revision, finished, statement(step), sqlState(cause), blockage.words());
    }
  }

  /** {@code 2 of 5 steps are committed}. */
  static String committed(int done, int total) {
    return done + " of " + total + (total == 1 ? " step is" : " steps are") + " committed";
  }

  /** What the run did before; stays so. */
  static String before(Direction direction, List<String> finished) {
    String done = direction == Direction.UPGRADE ? "applied" : "reverted";
    return finished.isEmpty()
        ? "before it in this run: nothing"
        : "before it in this run: " + String.join(", ", finished) + " (" + done + ", stays so)";
  }

  private static String word(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Throwable cause) {
    if (cause instanceof Step.StepRefusedException refused) {
      return String.valueOf(refused.getMessage());
    }
    return cause instanceof SQLException sql ? Failures.text(sql) : cause.toString();
  }

  private static @Nullable String statement(@Nullable Step step) {
    return step == null || step instanceof Step.JavaStep ? null : Secrets.hidden(step.text());
  }

  private static @Nullable String sqlState(Throwable cause) {
    return cause instanceof SQLException sql ? sql.getSQLState() : null;
  }

  private static String shown(String statement) {
    String hidden = Secrets.hidden(statement);
    return hidden.length() <= LONGEST_STATEMENT
        ? hidden
        : hidden.substring(0, LONGEST_STATEMENT) + " ...";
  }
}
