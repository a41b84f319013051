package dev.lockstep.engine;

import dev.lockstep.HistoryEntry;
import dev.lockstep.HistoryEntry.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the database says was applied of one migration set. */
final class History {
  /** No such table, no such schema. */
  private static final Set<String> MISSING = Set.of("42P01", "3F000");

  /** No such column, or one of another type. */
  private static final Set<String> STRANGE = Set.of("42703", "42883");

  private final HistoryTable table;

  /** What is needed of a row to see that nothing is to do. */
  private record Mark(String revision, String fingerprint, String state) {}

  History(HistoryTable table) {
    this.table = table;
  }

  /**
   * The applied revisions, if there is none that the graph does not know or has another fingerprint
   * for; in one round trip. Empty where it takes a closer look.
   */
  Optional<Set<String>> applied(Session session, RevisionGraph graph) throws SQLException {
    List<Mark> marks = rows(
        session,
        table.marks(),
        row -> new Mark(row.getString(1), row.getString(2), row.getString(3)));
    Set<String> applied = new HashSet<>();
    for (Mark mark : marks) {
      if (!fits(mark, graph)) {
        return Optional.empty();
      }
      applied.add(mark.revision);
    }
    return Optional.of(applied);
  }

  private static boolean fits(Mark mark, RevisionGraph graph) {
    return mark.state.equals("applied")
        && (graph.contains(mark.revision)
            ? !mark.fingerprint.isEmpty()
                && mark.fingerprint.equals(graph.entry(mark.revision).fingerprint())
            : graph.isKnown(mark.revision));
  }

  /** All rows in the order in which they were written; none if there is no table. */
  List<HistoryEntry> entries(Session session) throws SQLException {
    return rows(session, table.entries(), History::entry);
  }

  /** Makes the schema and the table where they are missing; only to be done under the lock. */
  void create(FencedChange fenced) throws SQLException {
    Session session = fenced.session();
    if (!session.query(table.exists(), row -> row.getBoolean(1)).get(0)) {
      fenced.make(() -> session.execute(table.createSchema() + ";\n" + table.create()));
    }
  }

  /** Writes new fingerprints by revision. */
  void refresh(FencedChange fenced, Map<String, String> fingerprints) throws SQLException {
    fenced.make(() -> fenced.session().update(table.refresh(fingerprints)));
  }

  private <T> List<T> rows(Session session, String sql, Session.Row<T> reader) throws SQLException {
    try {
      return session.query(sql, reader);
    } catch (SQLException e) {
      if (e.getSQLState() != null && MISSING.contains(e.getSQLState())) {
        return List.of();
      }
      if (e.getSQLState() != null && STRANGE.contains(e.getSQLState())) {
        throw Failures.unreadableHistory(table.name(), Failures.text(e), e);
      }
      throw e;
    }
  }

  private static HistoryEntry entry(ResultSet row) throws SQLException {
    return new HistoryEntry(
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        state(row.getString(6)),
        row.getInt(7),
        row.getInt(8),
        row.getObject(9, OffsetDateTime.class).toInstant(),
        instant(row.getObject(10, OffsetDateTime.class)),
        row.getObject(11) == null ? null : Duration.ofMillis(row.getLong(11)),
        row.getString(12),
        row.getString(13),
        row.getString(14));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static State state(String text) {
    try {
      return State.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Failures.unreadableHistory("lockstep_history", "state \"" + text + "\"", e);
    }
  }
}
