package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.literal;
import static dev.lockstep.postgres.PostgresDdl.quote;

import dev.lockstep.engine.Step.OutsideWork;
import dev.lockstep.engine.Step.StepRefusedException;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateIndexConcurrently;
import dev.lockstep.operation.DropIndexConcurrently;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.QualifiedName;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CREATE INDEX CONCURRENTLY that can be cut anywhere: an index that is there and valid is left as
 * it is if it is the one wanted, an invalid one, which a cut build leaves, is dropped and built
 * anew.
 */
record IndexBuild(PostgresDdl ddl, CreateIndexConcurrently operation) implements OutsideWork {
  /** What the rows are to blame for: the same build would fail again and again. */
  private static final String DATA_EXCEPTION = "22";

  private static final String CONSTRAINT_VIOLATION = "23";

  /** Such as a full disk, whose space is to be given back. */
  private static final String INSUFFICIENT_RESOURCES = "53";

  @Override
  public void run(Session session, TransactionSettings settings) throws SQLException {
    Optional<FoundIndex> found = FoundIndex.find(session, name());
    if (found.isPresent()) {
      requireOwn(session, found.get());
      if (found.get().valid()) {
        return;
      }
      drop(session);
    }
    create(session);
  }

  @Override
  public String script() {
    return new IndexScript(ddl, operation).text();
  }

  private void create(Session session) throws SQLException {
    try {
      session.execute(ddl.sql(operation));
    } catch (SQLException e) {
      String state = String.valueOf(e.getSQLState());
      if (Stream.of(DATA_EXCEPTION, CONSTRAINT_VIOLATION, INSUFFICIENT_RESOURCES)
          .anyMatch(state::startsWith)) {
        dropRest(session, e);
      }
      throw e;
    }
    if (FoundIndex.find(session, name()).filter(FoundIndex::valid).isEmpty()) {
      throw new StepRefusedException("index " + name() + " is not valid after it was built");
    }
  }

  /** What is left of a failed build costs each write and serves no read. */
  private void dropRest(Session session, SQLException reason) {
    try {
      Optional<FoundIndex> rest = FoundIndex.find(session, name());
      if (rest.isPresent() && !rest.get().valid() && isOnTable(session, rest.get())) {
        drop(session);
      }
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  void drop(Session session) throws SQLException {
    session.execute(ddl.sql(new DropIndexConcurrently(index())));
  }

  /** Whether a build that was cut has left an index, or all of it. */
  boolean isBegun(Session session) throws SQLException {
    Optional<FoundIndex> found = FoundIndex.find(session, name());
    return found.isPresent() && isOwn(session, found.get());
  }

  private boolean isOwn(Session session, FoundIndex found) throws SQLException {
    return isOnTable(session, found) && (!found.valid() || found.isLike(wanted(session)));
  }

  private void requireOwn(Session session, FoundIndex found) throws SQLException {
    if (!isOwn(session, found)) {
      throw new StepRefusedException(
          "an index " + name() + " is there that this migration did not make: " + found.text());
    }
  }

  private boolean isOnTable(Session session, FoundIndex found) throws SQLException {
    long table = session
        .query(
            "SELECT pg_catalog.to_regclass(" + literal(ddl.name(operation.table()))
                + ")::pg_catalog.oid",
            row -> row.getLong(1))
        .get(0);
    return found.table() == table;
  }

  /** The same index on an empty table with the same columns, which is gone again. */
  private FoundIndex wanted(Session session) throws SQLException {
    String table = operation.table().name();
    PostgresDdl temporary = ddl.inSchema("pg_temp");
    session.setAutoCommit(false);
    try {
      session.execute(
          "CREATE TEMPORARY TABLE " + quote(table) + " (LIKE " + ddl.name(operation.table()) + ")");
      session.execute(temporary.sql(new CreateIndex(QualifiedName.of(table), operation.index())));
      return FoundIndex.find(
              session, temporary.name(QualifiedName.of(operation.index().name())))
          .orElseThrow();
    } finally {
      session.rollBack();
    }
  }

  private String name() {
    return ddl.name(index());
  }

  private QualifiedName index() {
    return operation.table().sibling(operation.index().name());
  }
}
