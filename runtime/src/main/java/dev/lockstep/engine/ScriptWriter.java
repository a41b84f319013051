package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.MigrationScript;
import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.impact.Impact;
import dev.lockstep.operation.Execution;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes what a run would send as one text of SQL; needs no database.
 *
 * <pre>
 * -- main in schema public: from M0001_InitialMigration to M0002_AddAddressToUser
 * -- psql -v ON_ERROR_STOP=1 -f this file: what follows a failure must not run
 *
 * -- upgrade to M0002_AddAddressToUser: Add address to User
 * BEGIN ISOLATION LEVEL READ COMMITTED;
 * SET LOCAL search_path = public, pg_temp;
 * SELECT pg_catalog.pg_advisory_xact_lock(7307599709550822753);
 * DO ... that stops unless M0001_InitialMigration is applied and this is not;
 * INSERT INTO "public"."lockstep_history" ...;
 * ALTER TABLE "public"."user" ADD COLUMN "address" varchar(200);
 * COMMIT;
 * </pre>
 */
public final class ScriptWriter {
  /** What history rows have for a host where a person ran a script. */
  private static final String HOST = "script";

  private final Configuration configuration;
  private final RevisionGraph graph;
  private final HistoryTable table;
  private final HistoryGuard guard;

  public ScriptWriter(Configuration configuration) {
    this.configuration = configuration;
    this.graph = configuration.graph();
    this.table = configuration.historyTable();
    this.guard = new HistoryGuard(graph, table);
  }

  /**
   * From one state to another, forwards or backwards.
   *
   * @param from full id or {@link RevisionGraph#BASE}
   * @param to likewise
   * @throws dev.lockstep.UsageException if neither comes after the other, or a step is in Java, or
   *     cannot share a transaction with the others
   */
  public MigrationScript script(String from, String to) {
    Set<String> applied = graph.upTo(from);
    Set<String> wanted = graph.upTo(to);
    if (wanted.equals(applied)) {
      return new MigrationScript(from, to, "");
    }
    if (wanted.containsAll(applied)) {
      return new MigrationScript(from, to, title(from, to) + upgrade(applied, to));
    }
    if (applied.containsAll(wanted)) {
      return new MigrationScript(from, to, title(from, to) + downgrade(applied, to));
    }
    throw Failures.wrongWay(from, to);
  }

  private String title(String from, String to) {
    return oneLine("-- " + configuration.migrations().name() + " in schema "
            + configuration.schema() + ": from " + from + " to " + to)
        + "\n-- psql -v ON_ERROR_STOP=1 -f this file: what follows a failure must not run\n\n";
  }

  private String upgrade(Set<String> applied, String to) {
    MigrationPlan plan = MigrationPlan.upgrade(graph, applied, to);
    StringBuilder script = new StringBuilder();
    if (applied.isEmpty()) {
      script.append(transaction(
          "the history", List.of(terminated(table.createSchema()), terminated(table.create()))));
    }
    int ordinal = applied.size();
    Map<String, Schema> met = ReplayedSchema.each(configuration, Direction.UPGRADE);
    for (MigrationPlan.Task task : plan.tasks()) {
      Entry entry = task.entry();
      ordinal++;
      PreparedMigration migration = configuration.prepare(entry);
      script.append(transaction(
          "upgrade to " + title(entry),
          statements(
              guard.upgrade(entry),
              table.insertApplied(migration, ordinal, HOST),
              steps(task, migration, Direction.UPGRADE),
              impacts(migration.upgrade(), met, entry))));
    }
    return script.toString();
  }

  private String downgrade(Set<String> applied, String to) {
    StringBuilder script = new StringBuilder();
    Map<String, Schema> met = ReplayedSchema.each(configuration, Direction.DOWNGRADE);
    for (MigrationPlan.Task task : MigrationPlan.downgrade(graph, applied, to).tasks()) {
      Entry entry = task.entry();
      PreparedMigration migration = configuration.prepare(entry);
      script.append(transaction(
          "downgrade of " + title(entry) + losses(migration),
          statements(
              guard.downgrade(entry),
              table.delete(entry.id()),
              steps(task, migration, Direction.DOWNGRADE),
              impacts(migration.downgrade(), met, entry))));
    }
    return script.toString();
  }

  /** Whoever runs the script reads it before. */
  private static String losses(PreparedMigration migration) {
    return migration.losses().stream()
        .map(loss -> oneLine("-- not brought back: " + loss.what() + ": " + loss.reason()))
        .collect(Collectors.joining("\n", "\n", ""))
        .stripTrailing();
  }

  private List<Step> steps(
      MigrationPlan.Task task, PreparedMigration migration, Direction direction) {
    if (task.kind() == MigrationPlan.Kind.RECORD) {
      return List.of();
    }
    List<Step> steps = migration.steps(direction, configuration.ddlWithoutServer());
    steps.stream().filter(Step.JavaStep.class::isInstance).findFirst().ifPresent(step -> {
      throw Failures.notScriptable(migration.id(), step.text());
    });
    if (migration.runsInParts(direction)) {
      steps.stream()
          .filter(step -> step.execution() != Execution.TRANSACTION)
          .findFirst()
          .ifPresent(step -> {
            throw Failures.notScriptableInParts(migration.id(), step.text());
          });
    }
    return steps;
  }

  private static List<Impact> impacts(
      List<Operation> operations, Map<String, Schema> met, Entry entry) {
    return ReplayedSchema.impacts(operations, met.getOrDefault(entry.id(), Schema.EMPTY));
  }

  private static List<String> statements(
      String check, String history, List<Step> steps, List<Impact> impacts) {
    List<String> statements = new ArrayList<>(List.of(terminated(check), terminated(history)));
    for (int i = 0; i < steps.size(); i++) {
      impacts.get(i).lines().forEach(line -> statements.add(oneLine("-- " + line) + "\n"));
      statements.add(terminated(steps.get(i).text()));
    }
    return statements;
  }

  /**
   * The settings come before the lock, so that the wait for it ends. In a stricter isolation the
   * guard would see the history as it was before that wait.
   */
  private String transaction(String title, List<String> statements) {
    return "-- " + title + "\nBEGIN ISOLATION LEVEL READ COMMITTED;\n"
        + configuration.settingsWithoutServer().script() + "\n"
        + terminated(configuration.lockKey().takeForTransaction())
        + String.join("", statements)
        + "COMMIT;\n\n";
  }

  /** A semicolon on a line of its own is not part of a comment at the end. */
  private static String terminated(String sql) {
    String text = sql.stripTrailing();
    if (text.endsWith(";") && !text.contains("--")) {
      return text + "\n";
    }
    return text + (text.contains("--") ? "\n;\n" : ";\n");
  }

  private static String title(Entry entry) {
    return oneLine(entry.id() + ": " + entry.description());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }
}
