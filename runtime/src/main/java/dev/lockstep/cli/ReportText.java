package dev.lockstep.cli;

import dev.lockstep.Phase;
import dev.lockstep.RevisionReport;
import dev.lockstep.StatusReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reports as tables for 80 columns. */
final class ReportText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ReportText() {}

  /**
   *
   *
   * <pre>
   * main in schema public: 1 pending
   *
   * REVISION                STATE    APPLIED (UTC)
   * M0001_InitialMigration  applied  2025-01-01 12:00:00
   * M0002_AddAddressToUser  pending
   * </pre>
   *
   * <p>With a column for the phase where not all are of the first.
   */
  static String of(StatusReport report) {
    boolean phased = report.migrations().stream().anyMatch(line -> line.phase() == Phase.CONTRACT);
    return title(report.database(), report.schema(), report.summary())
        + TextTable.of(
            withPhase(phased, "PHASE", "REVISION", "STATE", "APPLIED (UTC)"),
            report.migrations().stream()
                .map(line -> withPhase(
                    phased,
                    phase(line.phase()),
                    line.revision(),
                    word(line.state()),
                    time(line.appliedAt())))
                .toList());
  }

  /** With what the pending migrations send. */
  static String of(StatusReport report, List<RevisionReport> pending) {
    StringBuilder text = new StringBuilder(of(report));
    pending.forEach(each -> text.append("\n\n").append(each.upgradeText()));
    return text.toString();
  }

  /** The cells of a row, with the phase after the first where it is not the same for all rows. */
  static List<String> withPhase(boolean phased, String phase, String... cells) {
    List<String> all = new ArrayList<>(List.of(cells));
    if (phased) {
      all.add(1, phase);
    }
    return all;
  }

  static String phase(@Nullable Phase phase) {
    return phase == null ? "" : word(phase);
  }

  static String title(String database, String schema, String summary) {
    return database + " in schema " + schema + ": " + summary;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String time(@Nullable Instant instant) {
    return instant == null ? "" : TIME.format(instant);
  }
}
