package dev.lockstep.engine;

import dev.lockstep.CompleteHistory;
import dev.lockstep.Phase;
import dev.lockstep.UpgradeReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a database is up to date in the way that costs least: the server makes a digest of
 * its history, or sends the history if it should be so short that this takes it less time. Every
 * start of an application does this in a JVM that is as new as itself, where each lambda, stream or
 * regular expression that is the first of its kind takes milliseconds; so there is none on the way.
 */
public final class FirstLook implements Session.Row<Optional<Long>> {
  /** So many rows are sent sooner than a digest of them is planned. */
  private static final int FEW = 50;

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
      return isComplete(session.query(isShort() ? table.marks() : table.digest(), this));
    } catch (SQLException e) {
      if (isAboutStatement(String.valueOf(e.getSQLState()))) {
        return false;
      }
      throw e;
    }
  }

  private boolean isShort() {
    return complete.size() <= FEW;
  }

  private boolean isComplete(List<Optional<Long>> parts) {
    long digest = 0;
    for (Optional<Long> part : parts) {
      if (part.isEmpty()) {
        return false;
      }
      digest ^= part.get();
    }
    return !parts.isEmpty()
        && (!isShort() || parts.size() == complete.size())
        && complete.digest().equals(CompleteHistory.ALGORITHM + digest);
  }

  /** No table, another server, other columns, another encoding: whoever looks closer can tell. */
  private static boolean isAboutStatement(String state) {
    return state.startsWith("42")
        || state.startsWith("3F")
        || state.startsWith("22")
        || state.startsWith("0A");
  }

  @Override
  public Optional<Long> read(ResultSet row) throws SQLException {
    if (isShort()) {
      return hash(row.getString(1), row.getString(2), row.getString(3));
    }
    long digest = row.getLong(1);
    // Null where there is no row to make one of.
    return row.wasNull() || row.getLong(2) != complete.size()
        ? Optional.empty()
        : Optional.of(digest);
  }

  /** Of a row; empty for one that is not ours. */
  private static Optional<Long> hash(
      @Nullable String revision, @Nullable String fingerprint, @Nullable String state) {
    return revision == null || fingerprint == null || state == null
        ? Optional.empty()
        : Optional.of(CompleteHistory.hash(revision, fingerprint, state));
  }

  public UpgradeReport report() {
    return new UpgradeReport(List.of(), List.of(complete.head()));
  }
}
