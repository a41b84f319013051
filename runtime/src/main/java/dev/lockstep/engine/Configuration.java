package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.MigrationListener;
import dev.lockstep.MigrationSet;
import dev.lockstep.postgres.PostgresDdl;
import java.sql.SQLException;

/**
 * What a migrator works with.
 *
 * @param schema raw name of the target schema
 * @param shared the graph of the migrations of the set
 * @param losses whether a downgrade may lose data
 * @param locking what keeps other processes off
 */
public record Configuration(
    MigrationSet migrations,
    SharedGraph shared,
    String schema,
    MigrationListener listener,
    Limits limits,
    Losses losses,
    Locking locking) {
  /** What to do where a downgrade does not bring everything back. */
  public enum Losses {
    ACCEPT,
    REFUSE
  }

  private static final int OLDEST_SERVER = 14;

  /** For scripts and reports that are made without a server. */
  static final int NEWEST_SERVER = 18;

  /** The graph of the migrations of the set. */
  public RevisionGraph graph() {
    return shared.get();
  }

  HistoryTable historyTable() {
    return new HistoryTable(schema, migrations.name());
  }

  History history() {
    return new History(historyTable());
  }

  HistoryCheck check(Session session) throws SQLException {
    return HistoryCheck.of(history().entries(session), graph(), migrations);
  }

  /**
   * Fails if nothing is recorded although tables of the migrations are there: the history was lost,
   * or they are somebody else's.
   */
  void requireHistory(Session session, HistoryCheck check) throws SQLException {
    if (check.entries().isEmpty()) {
      ExistingTables.requireNone(
          this, session, graph().entries().stream().map(this::prepare).toList());
    }
  }

  /** A lock that nobody has asked for yet; fails if the connection is not to write. */
  MigrationLock lock(Session session) throws SQLException {
    session.requireWritable();
    return locking.isLease(session.engine())
        ? new LeaseLock(new LeaseTable(schema, limits.lockTimeout()), locking.lease())
        : new AdvisoryLock(lockKey());
  }

  /** For what changes the history beside migrations, under that lock. */
  FencedChange fenced(Session session, MigrationLock lock) throws SQLException {
    return new FencedChange(session, lock, settings(session.serverMajor()));
  }

  LockWait lockWait() {
    return new LockWait(limits.lockWait(), listener);
  }

  LockKey lockKey() {
    return LockKey.of(schema);
  }

  PostgresDdl ddl(Session session) throws SQLException {
    return new PostgresDdl(schema, session.serverMajor());
  }

  PostgresDdl ddlWithoutServer() {
    return new PostgresDdl(schema, NEWEST_SERVER);
  }

  TransactionSettings settings(int serverMajor) {
    return new TransactionSettings(schema, serverMajor, limits.lockTimeout());
  }

  TransactionSettings settingsWithoutServer() {
    return settings(NEWEST_SERVER);
  }

  /** Fails if the server is too old for what the migration does to the tables that it meets. */
  void requireSupported(PreparedMigration migration, Direction direction, PostgresDdl ddl) {
    migration.requireSupported(
        direction, ddl, () -> ReplayedSchema.of(this, migration.id(), direction));
  }

  PreparedMigration prepare(MigrationSet.Entry entry) {
    return PreparedMigration.of(migrations, entry);
  }

  /** Fails if the server is none that migrations can run on. */
  void requireSuitable(Session session) throws SQLException {
    String product = session.product();
    if (!product.equals("PostgreSQL")) {
      throw Failures.notPostgres(product);
    }
    session.engine().requireTrusted();
    if (session.serverMajor() < OLDEST_SERVER) {
      throw Failures.tooOld(session.serverMajor(), OLDEST_SERVER);
    }
  }
}
