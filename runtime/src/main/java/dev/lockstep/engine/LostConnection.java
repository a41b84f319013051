package dev.lockstep.engine;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Tells what a new connection may mend (PostgreSQL manual, appendix A): class 08 is the driver's,
 * for a connection that broke or was refused; 57P01 to 57P05 are the last words of a session that
 * the server ends, or its answer while it starts and stops.
 */
final class LostConnection {
  private static final String CONNECTION_EXCEPTION = "08";
  private static final String OPERATOR_INTERVENTION = "57P";

  /** It stops as ordered, has crashed, or cannot be connected to now. */
  private static final Set<String> STOPS_OR_STARTS = Set.of("57P01", "57P02", "57P03");

  private static final String TOO_MANY_CONNECTIONS = "53300";

  /** The driver's words for a login that cannot succeed, and for a server that is none. */
  private static final Set<String> FOR_GOOD = Set.of("08004", "08P01");

  private LostConnection() {}

  /**
   * The error that says so, among the failure, its causes, and what failed after it; another
   * connection than the run's may be meant.
   */
  static Optional<SQLException> in(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return all(failure, seen)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .filter(each -> isOne(state(each)))
        .findFirst();
  }

  /** Whether a server that has let us in before may soon do so again. */
  static boolean mayPass(SQLException refusal) {
    String state = state(refusal);
    return (isOne(state)
            || state.equals(TOO_MANY_CONNECTIONS)
            || refusal instanceof SQLTransientConnectionException)
        && !FOR_GOOD.contains(state)
        && causes(refusal)
            .noneMatch(cause -> cause instanceof GeneralSecurityException
                || cause instanceof SSLPeerUnverifiedException);
  }

  /** Whether the server itself says that it is there and will let us in later. */
  static boolean isPutOff(SQLException refusal) {
    String state = state(refusal);
    return STOPS_OR_STARTS.contains(state) || state.equals(TOO_MANY_CONNECTIONS);
  }

  private static boolean isOne(String state) {
    return state.startsWith(CONNECTION_EXCEPTION) || state.startsWith(OPERATOR_INTERVENTION);
  }

  private static String state(SQLException e) {
    return Objects.requireNonNullElse(e.getSQLState(), "");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private static Stream<Throwable> all(Throwable failure, Set<Throwable> seen) {
    if (!seen.add(failure)) {
      return Stream.empty();
    }
    Stream<Throwable> next =
        Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()));
    return Stream.concat(Stream.of(failure), next.flatMap(each -> all(each, seen)));
  }
}
