package dev.lockstep.cli;

import dev.lockstep.StatusReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
   */
  static String of(StatusReport report) {
    return title(report.database(), report.schema(), report.summary())
        + TextTable.of(
            List.of("REVISION", "STATE", "APPLIED (UTC)"),
            report.migrations().stream()
                .map(line -> List.of(line.revision(), word(line.state()), time(line.appliedAt())))
                .toList());
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
