package dev.lockstep.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;

/**
 * Nothing temporary can be made here; the message is the reason and the remedy in one line:
 * {@code no TEMPORARY on database "shop": GRANT TEMPORARY ON DATABASE "shop" TO "reader"}.
 */
public final class NoTemporaryObjectsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String READ_ONLY = "25006";

  private static final String STATE = """
      SELECT pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMPORARY'),
        pg_catalog.pg_is_in_recovery(), CAST(current_user AS pg_catalog.text), pg_catalog.current_database()
      """;

  private NoTemporaryObjectsException(String message, SQLException cause) {
    super(message, cause);
  }

  /**
   * What a failure means, if it means that.
   *
   * @param connection in autocommit mode
   */
  static Optional<NoTemporaryObjectsException> of(Connection connection, SQLException cause)
      throws SQLException {
    boolean readOnly = READ_ONLY.equals(cause.getSQLState());
    if (!readOnly && !INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState())) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STATE)) {
      row.next();
      String reason = readOnly ? readOnly(row) : forbidden(row, cause);
      return Optional.of(new NoTemporaryObjectsException(reason, cause));
    }
  }

  private static String readOnly(ResultSet row) throws SQLException {
    return row.getBoolean(2)
        ? "the server is a standby: check the primary"
        : "the session is read-only: SET default_transaction_read_only = off";
  }

  private static String forbidden(ResultSet row, SQLException cause) throws SQLException {
    String database = PostgresDdl.quote(row.getString(4));
    return row.getBoolean(1)
        ? "the server refuses: " + Objects.toString(cause.getMessage()).replaceAll("\\s+", " ")
        : "no TEMPORARY on database " + database + ": GRANT TEMPORARY ON DATABASE " + database
            + " TO " + PostgresDdl.quote(row.getString(3));
  }
}
