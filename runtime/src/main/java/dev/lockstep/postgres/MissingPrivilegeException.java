package dev.lockstep.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** The role may not do what is asked of it; the message names role, database and the remedy. */
public final class MissingPrivilegeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private MissingPrivilegeException(String message, SQLException cause) {
    super(message, cause);
  }

  static MissingPrivilegeException ofTemporaryTables(Connection connection, SQLException cause)
      throws SQLException {
    String role = connection.getMetaData().getUserName();
    String database = connection.getCatalog();
    return new MissingPrivilegeException(
        "[lockstep:CheckNotAllowed] role \"" + role
            + "\" may not create temporary tables like those that database \"" + database
            + "\" should have"
            + "\n    grant: GRANT TEMPORARY ON DATABASE " + PostgresDdl.quote(database) + " TO "
            + PostgresDdl.quote(role)
            + "\n    server: " + cause.getMessage(),
        cause);
  }
}
