package dev.lockstep.engine;

import dev.lockstep.CompleteHistory;
import dev.lockstep.Phase;
import dev.lockstep.UpgradeReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Asks whether a database is up to date in the way that costs least: the server compares its
 * history as a whole. Every start of an application does this in a JVM that is as new as itself,
 * where each lambda, stream or regular expression that is the first of its kind takes milliseconds;
 * so there is none on the way.
 */
public final class FirstLook implements Session.Row<String> {
  private final HistoryTable table;
  private final CompleteHistory complete;
  private boolean taken;

  private FirstLook(HistoryTable table, CompleteHistory complete) {
    this.table = table;
    this.complete = complete;
  }

  /** Empty where it takes more to know what is to do. */
  public static Optional<FirstLook> of(Configuration configuration, String revision, Phase phase) {
    // What an earlier phase leaves would make most looks vain ones.
    if (phase != Phase.CONTRACT || !revision.equals(RevisionGraph.HEAD)) {
      return Optional.empty();
    }
    Optional<CompleteHistory> complete = configuration.migrations().completeHistory();
    return complete.isEmpty() || !complete.get().digest().startsWith(CompleteHistory.ALGORITHM)
        ? Optional.empty()
        : Optional.of(new FirstLook(configuration.historyTable(), complete.get()));
  }

  /**
   * Whether nothing is to do, in one round trip; looks only once, for a run that has done nothing.
   */
  public boolean suffices(Session session) throws SQLException {
    if (taken) {
      return false;
    }
    taken = true;
    try {
      String digest = session.query(table.digest(), this).get(0);
      return complete.digest().equals(CompleteHistory.ALGORITHM + digest);
    } catch (SQLException e) {
      if (isAboutStatement(String.valueOf(e.getSQLState()))) {
        return false;
      }
      throw e;
    }
  }

  /** No table, another server, other columns, another encoding: whoever looks closer can tell. */
  private static boolean isAboutStatement(String state) {
    return state.startsWith("42")
        || state.startsWith("3F")
        || state.startsWith("22")
        || state.startsWith("0A");
  }

  @Override
  public String read(ResultSet row) throws SQLException {
    // Null if there is no row to make a digest of.
    return String.valueOf(row.getString(1));
  }

  public UpgradeReport report() {
    return new UpgradeReport(List.of(), List.of(complete.head()));
  }
}
