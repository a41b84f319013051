package dev.lockstep.engine;

import static dev.lockstep.engine.ScriptText.oneLine;
import static dev.lockstep.engine.ScriptText.quoted;
import static dev.lockstep.engine.ScriptText.terminated;

import dev.lockstep.Direction;
import dev.lockstep.MigrationScript;
import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.Phase;
import dev.lockstep.impact.Impact;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Schema;
import java.time.Duration;
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
 * -- psql -v ON_ERROR_STOP=1 -f this file: what is done already it passes over
 *
 * -- upgrade to M0002_AddAddressToUser: Add address to User
 * BEGIN ISOLATION LEVEL READ COMMITTED;
 * SET LOCAL search_path = public, pg_temp;
 * SELECT pg_catalog.pg_advisory_xact_lock(7307599709550822753);
 * DO $lockstep$
 * BEGIN
 *   ... which passes if this is applied, and stops unless M0001_InitialMigration is
 *   INSERT INTO "public"."lockstep_history" ...;
 *   EXECUTE $sql$ALTER TABLE "public"."user" ADD COLUMN "address" varchar(200)$sql$;
 * END
 * $lockstep$;
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
  private final ScriptText text;

  public ScriptWriter(Configuration configuration) {
    this.configuration = configuration;
    this.graph = configuration.graph();
    this.table = configuration.historyTable();
    this.guard = new HistoryGuard(graph, table);
    this.text = new ScriptText(configuration);
  }

  /**
   * From one state to another, forwards or backwards.
   *
   * @param from full id or {@link RevisionGraph#BASE}
   * @param to likewise
   * @throws dev.lockstep.UsageException if neither comes after the other, or a step is in Java
   */
  public MigrationScript script(String from, String to) {
    Set<String> applied = graph.upTo(from);
    Set<String> wanted = graph.upTo(to);
    if (wanted.equals(applied)) {
      return new MigrationScript(from, to, "");
    }
    if (wanted.containsAll(applied)) {
      MigrationPlan plan = MigrationPlan.upgrade(graph, applied, to);
      boolean parts = runsInParts(plan, Direction.UPGRADE);
      return script(from, to, title(from, to, parts) + upgrade(plan, applied.size()));
    }
    if (applied.containsAll(wanted)) {
      MigrationPlan plan = MigrationPlan.downgrade(graph, applied, to);
      boolean parts = runsInParts(plan, Direction.DOWNGRADE);
      return script(from, to, title(from, to, parts) + downgrade(plan));
    }
    throw Failures.wrongWay(from, to);
  }

  /** The server, or psql, may take the bytes of a file for those of another encoding. */
  private static MigrationScript script(String from, String to, String sql) {
    boolean plain = sql.chars().allMatch(each -> each < 128);
    return new MigrationScript(from, to, plain ? sql : "SET client_encoding = 'UTF8';\n" + sql);
  }

  private String title(String from, String to, boolean parts) {
    String how = parts
        ? """
          -- psql -f this file; run again after a failure it goes on with what is not done
          \\set ON_ERROR_STOP on
          """
        : "-- psql -v ON_ERROR_STOP=1 -f this file: what is done already it passes over\n";
    return oneLine("-- " + configuration.migrations().name() + " in schema "
            + configuration.schema() + ": from " + from + " to " + to)
        + "\n" + how + "\n";
  }

  private boolean runsInParts(MigrationPlan plan, Direction direction) {
    return plan.tasks().stream()
        .anyMatch(task -> task.kind() != MigrationPlan.Kind.RECORD
            && configuration.prepare(task.entry()).runsInParts(direction));
  }

  private String upgrade(MigrationPlan plan, int applied) {
    StringBuilder script = new StringBuilder();
    if (applied == 0) {
      script.append(transaction(
          "the history", List.of(terminated(table.createSchema()), terminated(table.create()))));
    }
    int ordinal = applied;
    Map<String, Schema> met = ReplayedSchema.each(configuration, Direction.UPGRADE);
    for (MigrationPlan.Task task : plan.tasks()) {
      Entry entry = task.entry();
      ordinal++;
      PreparedMigration migration = configuration.prepare(entry);
      List<Step> steps = steps(task, migration, Direction.UPGRADE);
      List<Impact> impacts = impacts(migration.upgrade(), met, entry);
      String title = "upgrade to " + title(entry) + phase(entry);
      String open = "NOT " + table.recorded(entry.id());
      if (!steps.isEmpty() && migration.runsInParts(Direction.UPGRADE)) {
        PartsScript.Frame frame = new PartsScript.Frame(
            guard.upgrade(task),
            open,
            table.insertBegun(migration, ordinal, HOST),
            table.finish(entry.id(), Duration.ZERO),
            table.applied(entry.id()));
        script.append(new PartsScript(configuration, migration, Direction.UPGRADE)
            .of(title, frame, steps, impacts));
      } else {
        List<String> work =
            statements(table.insertApplied(migration, ordinal, HOST), steps, impacts);
        script.append(transaction(title, List.of(terminated(guard.upgraded(task, work)))));
      }
    }
    return script.toString();
  }

  private String downgrade(MigrationPlan plan) {
    StringBuilder script = new StringBuilder();
    Map<String, Schema> met = ReplayedSchema.each(configuration, Direction.DOWNGRADE);
    for (MigrationPlan.Task task : plan.tasks()) {
      Entry entry = task.entry();
      PreparedMigration migration = configuration.prepare(entry);
      List<Step> steps = steps(task, migration, Direction.DOWNGRADE);
      List<Impact> impacts = impacts(migration.downgrade(), met, entry);
      String title = "downgrade of " + title(entry) + losses(migration);
      if (!steps.isEmpty() && migration.runsInParts(Direction.DOWNGRADE)) {
        PartsScript.Frame frame = new PartsScript.Frame(
            guard.downgrade(entry),
            table.applied(entry.id()),
            table.beginDowngradeInParts(migration),
            table.delete(entry.id()),
            "NOT " + table.recorded(entry.id()));
        script.append(new PartsScript(configuration, migration, Direction.DOWNGRADE)
            .of(title, frame, steps, impacts));
      } else {
        List<String> work = statements(table.delete(entry.id()), steps, impacts);
        script.append(transaction(title, List.of(terminated(guard.downgraded(entry, work)))));
      }
    }
    return script.toString();
  }

  /** Whoever runs the script must know when. */
  private static String phase(Entry entry) {
    return entry.phase() == Phase.CONTRACT
        ? "\n-- phase: contract, for when no older version of the application runs"
        : "";
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
    return steps;
  }

  private static List<Impact> impacts(
      List<Operation> operations, Map<String, Schema> met, Entry entry) {
    return ReplayedSchema.impacts(operations, met.getOrDefault(entry.id(), Schema.EMPTY));
  }

  /** In the body of a DO statement, each as it is: the server parses it when its turn comes. */
  private static List<String> statements(String history, List<Step> steps, List<Impact> impacts) {
    List<String> statements = new ArrayList<>(List.of("  " + history + ";\n"));
    for (int i = 0; i < steps.size(); i++) {
      impacts.get(i).lines().forEach(line -> statements.add("  " + oneLine("-- " + line) + "\n"));
      statements.add("  EXECUTE " + quoted(steps.get(i).text()) + ";\n");
    }
    return statements;
  }

  private String transaction(String title, List<String> statements) {
    return text.transaction(title, configuration.settingsWithoutServer(), statements) + "\n";
  }

  private static String title(Entry entry) {
    return oneLine(entry.id() + ": " + entry.description());
  }
}
