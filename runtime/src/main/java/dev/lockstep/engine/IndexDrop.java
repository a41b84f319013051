package dev.lockstep.engine;

import dev.lockstep.engine.Step.OutsideWork;
import dev.lockstep.operation.DropIndexConcurrently;
import dev.lockstep.postgres.PostgresDdl;
import java.sql.SQLException;

/** DROP INDEX CONCURRENTLY, unless the index is gone; a cut one leaves an index to drop again. */
record IndexDrop(PostgresDdl ddl, DropIndexConcurrently operation) implements OutsideWork {
  @Override
  public void run(Session session, TransactionSettings settings) throws SQLException {
    if (FoundIndex.find(session, ddl.name(operation.index())).isPresent()) {
      session.execute(ddl.sql(operation));
    }
  }

  @Override
  public String script() {
    return IndexScript.patient(
        "DROP INDEX CONCURRENTLY IF EXISTS " + ddl.name(operation.index()) + ";\n");
  }
}
