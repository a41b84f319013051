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
  private record Mark(
      @Nullable String revision,
      @Nullable String fingerprint,
      @Nullable String state) {}

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
      String revision = mark.revision;
      if (revision == null || !fits(revision, mark, graph)) {
        return Optional.empty();
      }
      applied.add(revision);
    }
    return Optional.of(applied);
  }

  private static boolean fits(String revision, Mark mark, RevisionGraph graph) {
    String fingerprint = mark.fingerprint;
    return "applied".equals(mark.state)
        && fingerprint != null
        && (graph.contains(revision)
            ? !fingerprint.isEmpty() && fingerprint.equals(graph.entry(revision).fingerprint())
            : graph.isKnown(revision));
  }

  /** All rows in the order in which they were written; none if there is no table. */
  List<HistoryEntry> entries(Session session) throws SQLException {
    return rows(session, table.entries(), this::entry);
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

  /** @throws dev.lockstep.HistoryMismatchException where a value is missing */
  private HistoryEntry entry(ResultSet row) throws SQLException {
    return new HistoryEntry(
        text(row, 1),
        number(row, 2),
        text(row, 3),
        text(row, 4),
        text(row, 5),
        state(text(row, 6)),
        number(row, 7),
        number(row, 8),
        there(row, 9, row.getObject(9, OffsetDateTime.class)).toInstant(),
        instant(row.getObject(10, OffsetDateTime.class)),
        row.getObject(11) == null ? null : Duration.ofMillis(row.getLong(11)),
        text(row, 12),
        text(row, 13),
        text(row, 14));
  }

  private String text(ResultSet row, int column) throws SQLException {
    return there(row, column, row.getString(column));
  }

  private int number(ResultSet row, int column) throws SQLException {
    int number = row.getInt(column);
    return there(row, column, row.wasNull() ? null : number);
  }

  private <T> T there(ResultSet row, int column, @Nullable T value) throws SQLException {
    if (value == null) {
      String revision = row.getString(1);
      throw Failures.damagedRow(
          table.name(),
          revision == null ? "ordinal " + row.getString(2) : revision,
          row.getMetaData().getColumnLabel(column));
    }
    return value;
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
