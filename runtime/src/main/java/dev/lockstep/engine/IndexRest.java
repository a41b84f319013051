package dev.lockstep.engine;

import dev.lockstep.engine.Step.OutsideWork;
import java.sql.SQLException;

/** DROP INDEX CONCURRENTLY of what a build left that was cut, and of nothing else of that name. */
record IndexRest(IndexBuild build) implements OutsideWork {
  @Override
  public void run(Session session, TransactionSettings settings) throws SQLException {
    if (build.isBegun(session)) {
      build.drop(session);
    }
  }

  @Override
  public String script() {
    throw new UnsupportedOperationException("no script begins half-way");
  }
}
