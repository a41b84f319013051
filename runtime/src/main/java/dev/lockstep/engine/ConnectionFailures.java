package dev.lockstep.engine;

import dev.lockstep.DatabaseException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The wording of what keeps us from a server, with the reason that the driver hides. */
final class ConnectionFailures {
  /** Class of SQLSTATE to what to do. */
  private static final Map<String, String> WAYS_OUT = Map.of(
      "08", "check: host and port, and that the server runs and lets this machine connect",
      "28", "check: user and password, and what pg_hba.conf lets this machine do",
      "3D", "check: the name of the database, or make it: CREATE DATABASE");

  private ConnectionFailures() {}

  /** Empty if the error is none of connecting. */
  static Optional<DatabaseException> of(SQLException cause) {
    String state = Objects.requireNonNullElse(cause.getSQLState(), "");
    String wayOut = WAYS_OUT.get(state.substring(0, Math.min(2, state.length())));
    return Optional.ofNullable(wayOut)
        .map(line -> new DatabaseException(
            "NoConnection", Failures.text(cause) + reason(cause), List.of(line), cause));
  }

  private static String reason(SQLException failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof UnknownHostException) {
      return "; unknown host " + root.getMessage();
    }
    // The driver itself says that a connection was refused.
    return root instanceof IOException && !(root instanceof ConnectException)
        ? "; " + Objects.requireNonNullElse(root.getMessage(), root.toString())
        : "";
  }
}
