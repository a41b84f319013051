package dev.lockstep.cli;

import dev.lockstep.DataLoss;
import dev.lockstep.DowngradeReport;
import dev.lockstep.DriftReport;
import dev.lockstep.FinishedMigration;
import dev.lockstep.HistoryEntry;
import dev.lockstep.HistoryReport;
import dev.lockstep.IrreversibleException;
import dev.lockstep.LockstepException;
import dev.lockstep.MigrationFailedException;
import dev.lockstep.MigrationScript;
import dev.lockstep.MigrationSet;
import dev.lockstep.Outcome;
import dev.lockstep.RepairReport;
import dev.lockstep.RevisionReport;
import dev.lockstep.StampReport;
import dev.lockstep.StatusReport;
import dev.lockstep.UpgradeReport;
import dev.lockstep.impact.Impact;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports as JSON objects; a key, once printed, keeps its meaning. */
final class ReportJson {
  private ReportJson() {}

  /** The document with the outcome before all else. */
  static Map<String, Object> with(Outcome outcome, Map<String, Object> document) {
    Map<String, Object> whole = object("outcome", word(outcome), "exitCode", outcome.exitCode());
    whole.putAll(document);
    return whole;
  }

  static Map<String, Object> of(UpgradeReport report) {
    return object("applied", finished(report.applied()), "at", report.at(), "held", report.held());
  }

  static Map<String, Object> of(DowngradeReport report) {
    return object(
        "reverted", finished(report.reverted()), "at", report.at(), "lost", losses(report.lost()));
  }

  static Map<String, Object> of(StampReport report) {
    return object("recorded", report.recorded(), "removed", report.removed(), "at", report.at());
  }

  static Map<String, Object> of(RepairReport report) {
    return object(
        "revision", report.revision(),
        "before", recorded(report.before()),
        "after", recorded(report.after()));
  }

  private static Map<String, Object> recorded(RepairReport.Recorded recorded) {
    return object("checksum", recorded.checksum(), "steps", recorded.steps());
  }

  static Map<String, Object> of(StatusReport report) {
    return object(
        "database", report.database(),
        "schema", report.schema(),
        "migrations",
            report.migrations().stream()
                .map(line -> object(
                    "revision", line.revision(),
                    "description", line.description(),
                    "phase", line.phase() == null ? null : word(line.phase()),
                    "state", word(line.state()),
                    "appliedAt", text(line.appliedAt())))
                .toList());
  }

  static Map<String, Object> of(HistoryReport report, List<MigrationSet.Entry> migrations) {
    Map<String, MigrationSet.Entry> known = new HashMap<>();
    migrations.forEach(entry -> known.put(entry.id(), entry));
    return object(
        "database", report.database(),
        "schema", report.schema(),
        "entries",
            report.entries().stream()
                .map(entry -> of(entry, known.get(entry.revision())))
                .toList());
  }

  static Map<String, Object> ofHeads(List<String> heads, List<MigrationSet.Entry> migrations) {
    return object(
        "heads",
        heads,
        "migrations",
        migrations.stream()
            .map(entry -> object(
                "revision", entry.id(), "parents", entry.parents(), "phase", word(entry.phase())))
            .toList());
  }

  static Map<String, Object> of(MigrationScript script) {
    return object("from", script.from(), "to", script.to(), "sql", script.sql());
  }

  /** With what the pending migrations send, where that was asked for. */
  static Map<String, Object> of(StatusReport report, List<RevisionReport> pending) {
    Map<String, Object> document = new LinkedHashMap<>(of(report));
    if (!pending.isEmpty()) {
      document.put("pending", pending.stream().map(ReportJson::of).toList());
    }
    return document;
  }

  static Map<String, Object> of(RevisionReport report) {
    return object(
        "revision", report.entry().id(),
        "parents", report.entry().parents(),
        "phase", word(report.entry().phase()),
        "description", report.entry().description(),
        "upgrade", report.upgrade(),
        "downgrade", report.downgrade(),
        "upgradeImpacts", report.upgradeImpacts().stream().map(ReportJson::of).toList(),
        "downgradeImpacts",
            report.downgradeImpacts().stream().map(ReportJson::of).toList());
  }

  private static Map<String, Object> of(Impact impact) {
    Map<String, Object> locks = new LinkedHashMap<>();
    impact.locks().forEach((table, lock) -> locks.put(table.toString(), lock.sql()));
    Map<String, Object> work = new LinkedHashMap<>();
    impact
        .work()
        .forEach((table, kinds) ->
            work.put(table.toString(), kinds.stream().map(ReportJson::word).toList()));
    return object(
        "known", impact.known(),
        "locks", locks,
        "work", work,
        "failsOn", impact.failures().stream().map(ReportJson::word).toList(),
        "breaks", impact.breakages().stream().map(ReportJson::word).toList());
  }

  static Map<String, Object> of(DriftReport report) {
    return object(
        "schema", report.schema(),
        "at", report.at(),
        "differences",
            report.differences().stream()
                .map(difference -> object(
                    "object", difference.object(),
                    "expected", difference.expected(),
                    "found", difference.found(),
                    "mend", difference.mend()))
                .toList(),
        "coarse", report.coarse(),
        "unsure",
            report.unsure().stream()
                .map(each -> object(
                    "object", each.object(),
                    "expected", each.expected(),
                    "found", each.found()))
                .toList(),
        "settings", report.settings(),
        "faults", report.faults());
  }

  static Map<String, Object> failure(Throwable e, Outcome outcome) {
    Map<String, Object> document = object(
        "code",
        e instanceof LockstepException known ? known.code() : "Unexpected",
        "message",
        CommandRunner.message(e));
    if (e instanceof MigrationFailedException failed) {
      document.putAll(object(
          "revision", failed.failure().revision(),
          "finished", failed.failure().finished(),
          "statement", failed.failure().statement(),
          "sqlState", failed.failure().sqlState(),
          "blockedBy", failed.failure().blockedBy()));
    }
    if (e instanceof IrreversibleException irreversible) {
      document.put("losses", losses(irreversible.losses()));
    }
    return with(outcome, document);
  }

  private static List<Map<String, Object>> losses(List<DataLoss> losses) {
    return losses.stream()
        .map(loss ->
            object("revision", loss.revision(), "what", loss.what(), "reason", loss.reason()))
        .toList();
  }

  /** With what the code says of it, if it knows it. */
  private static Map<String, Object> of(HistoryEntry entry, MigrationSet.@Nullable Entry code) {
    return object(
        "revision", entry.revision(),
        "parents", code == null ? List.of() : code.parents(),
        "phase", code == null ? null : word(code.phase()),
        "ordinal", entry.ordinal(),
        "description", entry.description(),
        "checksum", entry.checksum(),
        "fingerprint", entry.fingerprint(),
        "state", word(entry.state()),
        "stepsDone", entry.stepsDone(),
        "steps", entry.steps(),
        "startedAt", text(entry.startedAt()),
        "finishedAt", text(entry.finishedAt()),
        "milliseconds", entry.duration() == null ? null : entry.duration().toMillis(),
        "libraryVersion", entry.libraryVersion(),
        "databaseUser", entry.databaseUser(),
        "host", entry.host());
  }

  private static List<Map<String, Object>> finished(List<FinishedMigration> migrations) {
    return migrations.stream()
        .map(each ->
            object("revision", each.revision(), "milliseconds", each.duration().toMillis()))
        .toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** Keys and values in turn. */
  @SuppressWarnings("NullAway") // JSON has null; the map's values are not declared nullable.
  private static Map<String, Object> object(@Nullable Object... pairs) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }
}
