package dev.lockstep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is applied and what waits.
 *
 * <pre>
 * main in schema public: 1 pending
 *   M0001_InitialMigration  applied
 *   M0002_AddAddressToUser  pending
 * </pre>
 *
 * @param database name of the migration set
 * @param schema raw name of the target schema
 * @param migrations those of the code, parents first, then those that only the database knows
 */
public record StatusReport(String database, String schema, List<Line> migrations) {
  /**
   * One migration.
   *
   * @param appliedAt null unless the history has it
   * @param phase null if the code does not know the migration
   */
  public record Line(
      String revision,
      String description,
      State state,
      @Nullable Instant appliedAt,
      @Nullable Phase phase) {}

  /** How a migration of the code and the history fit. */
  public enum State {
    APPLIED,
    PENDING,
    /** Applied, but the code has other statements now. */
    CHANGED,
    /** Applied, but the code does not know it. */
    UNKNOWN,
    /** It was begun and part of it is committed. */
    PART_WAY
  }

  public StatusReport {
    migrations = List.copyOf(migrations);
  }

  /** The worst that any migration shows. */
  public Outcome outcome() {
    if (count(State.PART_WAY) > 0) {
      return Outcome.PART_WAY;
    }
    if (count(State.UNKNOWN) + count(State.CHANGED) > 0) {
      return Outcome.HISTORY_MISMATCH;
    }
    return count(State.PENDING) > 0 ? Outcome.PENDING : Outcome.DONE;
  }

  public int count(State state) {
    return (int) migrations.stream().filter(line -> line.state() == state).count();
  }

  /** In one line: {@code up to date, 12 applied}, or {@code 2 pending, 1 changed}. */
  public String summary() {
    List<String> parts = new ArrayList<>();
    for (State state : State.values()) {
      if (state != State.APPLIED && count(state) > 0) {
        parts.add(count(state) + " " + Reports.word(state));
      }
    }
    return parts.isEmpty()
        ? "up to date, " + count(State.APPLIED) + " applied"
        : String.join(", ", parts);
  }

  @Override
  public String toString() {
    int width =
        migrations.stream().mapToInt(line -> line.revision().length()).max().orElse(0);
    StringBuilder text = new StringBuilder(database + " in schema " + schema + ": " + summary());
    migrations.forEach(line -> text.append("\n  ")
        .append(Reports.pad(line.revision(), width))
        .append("  ")
        .append(Reports.word(line.state()))
        .append(line.phase() == Phase.CONTRACT ? " (contract)" : ""));
    return text.toString();
  }
}
