package dev.lockstep;

import dev.lockstep.operation.Run;
import java.sql.Connection;
import java.sql.SQLException;

/** Hand-written Java of a migration. It runs in the migration's transaction and must not end it. */
@FunctionalInterface
public interface ConnectionWork extends Run.Action {
  void run(Connection connection) throws SQLException;
}
