package dev.lockstep.engine;

import dev.lockstep.LockstepException;
import dev.lockstep.MigrationFailedException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A run over as many connections as it takes: where one is lost the next one begins where the
 * history stands. It has to take the lock and read the history again, as a second run would.
 */
public final class Reconnecting {
  private final ConnectionSource source;
  private final Configuration configuration;
  private final Course course;
  private @Nullable Outage outage;

  /** What is done with a connection, from the beginning or from where the one before broke. */
  public interface Task<R> {
    R run(Session session, Course course) throws SQLException;
  }

  /** There is no connection; another one may do. */
  @SuppressWarnings("serial")
  private static final class LostException extends Exception {
    private final SQLException reason;

    private LostException(SQLException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  public Reconnecting(ConnectionSource source, Configuration configuration, Course course) {
    this.source = source;
    this.configuration = configuration;
    this.course = course;
  }

  /**
   * Runs it to its end.
   *
   * @throws LockstepException which says how far it got
   */
  public <R> R run(Task<R> task) {
    while (true) {
      try (Session session = open()) {
        return run(session, task);
      } catch (SQLException e) {
        throw withWhatWasBefore(
            Interruption.isReasonFor(e, source) ? Failures.interrupted(e) : Failures.of(e));
      } catch (LockstepException e) {
        throw withWhatWasBefore(e);
      } catch (LostException e) {
        await(e.reason);
      }
    }
  }

  private Session open() throws SQLException, LostException {
    try {
      return Session.open(source);
    } catch (SQLException e) {
      boolean passes = outage == null ? LostConnection.isPutOff(e) : LostConnection.mayPass(e);
      if (source.lendsOne() || !passes) {
        throw e;
      }
      outage().refused(e);
      throw new LostException(e);
    }
  }

  private <R> R run(Session session, Task<R> task) throws SQLException, LostException {
    try {
      return task.run(session, course);
    } catch (SQLException | LockstepException e) {
      Optional<SQLException> lost = LostConnection.in(e);
      if (source.lendsOne()
          || lost.isEmpty()
          || Interruption.isReasonFor(e, source)
          || !session.isBroken()) {
        throw e;
      }
      session.discard("it is broken", lost.get());
      outage().broke(e);
      throw new LostException(lost.get());
    }
  }

  /** The one that lasts, or a new one. */
  private Outage outage() {
    if (outage == null || !outage.isStill(course)) {
      outage = new Outage(course);
    }
    return outage;
  }

  private void await(SQLException reason) {
    Outage now = outage();
    long pause = now.nextPause();
    long jittered = pause / 2 + ThreadLocalRandom.current().nextLong(pause);
    if (now.isTooLong(configuration.limits().retryFor(), jittered)) {
      throw withWhatWasBefore(now.failure());
    }
    String words = Failures.text(reason);
    Log.LOGGER.log(Level.WARNING, "no connection, making another in {0} ms: {1}", jittered, words);
    configuration.listener().connectionLost(words, Duration.ofMillis(jittered));
    Pause.of(jittered, () -> withWhatWasBefore(Failures.interrupted()));
  }

  /** Where the message does not have it already, as that of a failed migration has. */
  private LockstepException withWhatWasBefore(LockstepException failure) {
    List<String> before = new ArrayList<>();
    if (failure instanceof MigrationFailedException) {
      return failure;
    }
    if (outage != null && outage.isStill(course)) {
      outage
          .sentence()
          .filter(sentence -> !sentence.equals(Retold.sentence(failure)))
          .ifPresent(sentence -> before.add("the connection had broken: " + sentence));
    }
    String done = MigrationFailures.before(course.direction(), course.revisions());
    if (!course.revisions().isEmpty() && !String.valueOf(failure.getMessage()).contains(done)) {
      before.add(done);
    }
    return Retold.with(failure, before);
  }
}
