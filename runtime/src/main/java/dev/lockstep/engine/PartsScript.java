package dev.lockstep.engine;

import static dev.lockstep.engine.ScriptText.oneLine;
import static dev.lockstep.engine.ScriptText.terminated;
import static dev.lockstep.engine.ScriptText.where;

import dev.lockstep.Direction;
import dev.lockstep.impact.Impact;
import dev.lockstep.operation.Execution;
import dev.lockstep.postgres.PostgresDdl;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The script of a migration that runs in parts. Each part asks the history whether its turn has
 * come, so the script may be run again after a failure and goes on from there. The session keeps
 * the lock all the time and does not wait for it: that would make an index build of the holder
 * fail.
 */
final class PartsScript {
  private final Configuration configuration;
  private final ScriptText text;
  private final PostgresDdl ddl;
  private final HistoryTable table;
  private final PreparedMigration migration;
  private final Direction direction;

  /**
   * The history's side of it.
   *
   * @param guard stops where the migration cannot begin
   * @param open a condition: it has not begun
   * @param begin writes the row
   * @param end finishes it
   * @param over a condition: it is done
   */
  record Frame(String guard, String open, String begin, String end, String over) {}

  PartsScript(Configuration configuration, PreparedMigration migration, Direction direction) {
    this.configuration = configuration;
    this.text = new ScriptText(configuration);
    this.ddl = configuration.ddlWithoutServer();
    this.table = configuration.historyTable();
    this.migration = migration;
    this.direction = direction;
  }

  /**
   * The whole script, with a line for each thing that a step does.
   *
   * @param title may have more lines, each a comment
   */
  String of(String title, Frame frame, List<Step> steps, List<Impact> impacts) {
    TransactionSettings settings = configuration.settingsWithoutServer();
    List<MigrationPart> parts = MigrationPart.of(steps, OptionalInt.empty());
    StringBuilder script = new StringBuilder(
        "-- " + title + "\n" + terminated(locked()) + settings.sessionScript() + "\n");
    int number = 0;
    for (MigrationPart part : parts) {
      number++;
      script.append(where(
          part.begins() ? frame.open : table.stands(direction, migration.id(), part.done()),
          part(
              title.lines().findFirst().orElse("") + ", part " + number + " of " + parts.size(),
              part,
              frame,
              impacts)));
    }
    return script
        + terminated(HistoryGuard.require(
            frame.over, migration.id() + " was begun by another code: its parts do not fit"))
        + settings.resetScript() + "\n"
        + terminated(
            "SELECT pg_catalog.pg_advisory_unlock(" + configuration.lockKey().value() + ")")
        + "\n";
  }

  private String locked() {
    return HistoryGuard.require(
        "pg_catalog.pg_try_advisory_lock(" + configuration.lockKey().value() + ")",
        "another process migrates this schema");
  }

  private String part(String title, MigrationPart part, Frame frame, List<Impact> impacts) {
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < part.steps().size(); i++) {
      impacts.get(part.done() + i).lines().forEach(line -> steps.add(oneLine("-- " + line) + "\n"));
      steps.add(step(part.steps().get(i)));
    }
    List<String> statements = new ArrayList<>();
    if (part.begins()) {
      statements.add(terminated(frame.guard));
      statements.add(terminated(frame.begin));
    }
    if (!part.runsBefore()) {
      statements.addAll(steps);
    }
    if (!part.isWhole()) {
      statements.add(
          terminated(table.advance(direction, migration.id(), part.done(), part.doneAfter())));
    }
    if (part.ends()) {
      statements.add(terminated(frame.end));
    }
    TransactionSettings settings = configuration.settingsWithoutServer();
    return (part.runsBefore() ? String.join("", steps) : "")
        + text.transaction(
            title,
            part.execution() == Execution.OWN_TRANSACTION ? settings.patient() : settings,
            statements);
  }

  private String step(Step step) {
    if (step instanceof Step.BatchStep batch) {
      return terminated(BatchScript.of(ddl, batch.operation()));
    }
    if (step instanceof Step.OutsideStep outside) {
      return outside.work().script();
    }
    return terminated(step.text());
  }
}
