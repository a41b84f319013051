package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.engine.HistoryTable.NewRow;
import dev.lockstep.postgres.Quotes;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The frame of a run's migrations as statements that the server's session knows by name: it reads
 * and plans them once, not for each migration. Not that of the last one, whose commit waits for the
 * disk.
 */
final class PreparedFrame {
  /** For fewer migrations it costs more than it spares. */
  private static final int FEW = 32;

  private static final NewRow PARAMETERS = new NewRow("$1", "$2", "$3", "$4", "$5", "$6");

  private final Session session;
  private final String first;
  private final String last;

  private PreparedFrame(Session session, int number) {
    this.session = session;
    this.first = "lockstep_first_" + number;
    this.last = "lockstep_last_" + number;
  }

  /**
   * For a run; empty if it is short or a downgrade, which goes step by step, if its statements may
   * go to several sessions, or if the server does not take them now.
   */
  static Optional<PreparedFrame> of(Session session, List<MigrationWork> migrations)
      throws SQLException {
    if (migrations.size() <= FEW || migrations.get(0).direction() == Direction.DOWNGRADE) {
      return Optional.empty();
    }
    MigrationWork any = migrations.get(0);
    Optional<String> fence = any.settings().fence(any.lock(), false);
    if (fence.isEmpty()) {
      return Optional.empty();
    }
    // An application's own names are none of ours.
    PreparedFrame prepared =
        new PreparedFrame(session, ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE));
    String sql =
        prepared.statements(any.settings(), Frame.of(any.table(), fence.get(), PARAMETERS));
    if (!OneMessage.splitsEverywhere(sql)) {
      return Optional.empty();
    }
    try {
      session.execute(sql);
      return Optional.of(prepared);
    } catch (SQLException e) {
      session.rollBackBegun(e);
      prepared.close();
      if (LostConnection.in(e).isPresent() || Interruption.isReasonFor(e, session.source())) {
        throw e;
      }
      Log.LOGGER.log(Level.DEBUG, "each migration tells the server all of its frame", e);
      return Optional.empty();
    }
  }

  /**
   * Each is planned under the search path that it meets: the server would plan it anew under
   * another.
   */
  private String statements(TransactionSettings settings, Frame frame) {
    return String.join(
        ";\n",
        "BEGIN",
        "PREPARE " + first + " (pg_catalog.text, pg_catalog.int4, pg_catalog.text, pg_catalog.text,"
            + " pg_catalog.text, pg_catalog.int4) AS " + frame.first(),
        settings.pathAlone(),
        "PREPARE " + last + " (pg_catalog.text) AS " + frame.last(),
        "COMMIT");
  }

  /** For one migration. */
  Frame with(NewRow row) {
    return new Frame(
        "EXECUTE " + first + " ("
            + String.join(
                ", ",
                row.revision(),
                row.ordinal(),
                row.description(),
                row.checksum(),
                row.fingerprint(),
                row.steps())
            + ")",
        "EXECUTE " + last + " (" + row.revision() + ")");
  }

  /** Makes the session as it was; never fails. */
  void close() {
    session.source().cleanUp(this::forget);
  }

  /** Those that are there: a step may have made the session forget them. */
  private void forget() {
    try {
      if (!session.isClosed()) {
        String there = "SELECT name FROM pg_catalog.pg_prepared_statements"
            + " WHERE name OPERATOR(pg_catalog.=) ANY (ARRAY[" + Quotes.text(first) + ", "
            + Quotes.text(last) + "])";
        List<String> names = session.query(there, row -> row.getString(1));
        if (!names.isEmpty()) {
          session.execute("DEALLOCATE " + String.join(";\nDEALLOCATE ", names));
        }
      }
    } catch (SQLException e) {
      session.discard("its prepared statements could not be forgotten", e);
    }
  }
}
