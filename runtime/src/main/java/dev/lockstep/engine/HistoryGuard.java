package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.literal;

import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.engine.MigrationPlan.Kind;
import dev.lockstep.postgres.PostgresDdl;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What keeps a script from a step that does not fit the history. What is done already is passed
 * over, so that a script may run on any state between its ends, and again.
 *
 * <pre>
 * DO $lockstep$
 * BEGIN
 *   IF EXISTS (SELECT FROM "public"."lockstep_history" WHERE ...) THEN
 *     RAISE NOTICE USING MESSAGE = 'M0002_AddAddressToUser is applied already';
 *     RETURN;
 *   END IF;
 *   IF NOT EXISTS (SELECT FROM "public"."lockstep_history" WHERE ...) THEN
 *     RAISE EXCEPTION USING MESSAGE = 'cannot upgrade to M0002_AddAddressToUser: ...';
 *   END IF;
 *   ...
 * END
 * $lockstep$
 * </pre>
 */
final class HistoryGuard {
  private final RevisionGraph graph;
  private final HistoryTable table;

  HistoryGuard(RevisionGraph graph, HistoryTable table) {
    this.graph = graph;
    this.table = table;
  }

  /** The work where the migration is yet to be applied. */
  String upgraded(MigrationPlan.Task task, List<String> work) {
    String id = task.id();
    return block(
        Stream.of(passed(table.applied(id), id + " is applied already"), stopsOfUpgrade(task)),
        work);
  }

  /** The work where the migration is applied. */
  String downgraded(Entry entry, List<String> work) {
    return block(
        Stream.of(
            passed("NOT " + table.recorded(entry.id()), entry.id() + " is not applied"),
            stopsOfDowngrade(entry)),
        work);
  }

  /** Passes only where the migration is not recorded and all its parents are applied. */
  String upgrade(MigrationPlan.Task task) {
    return block(Stream.of(stopsOfUpgrade(task)), List.of());
  }

  /** Passes only where the migration is applied and none that comes after it is recorded. */
  String downgrade(Entry entry) {
    return block(Stream.of(stopsOfDowngrade(entry)), List.of());
  }

  private String stopsOfUpgrade(MigrationPlan.Task task) {
    String id = task.id();
    String words = "cannot upgrade to " + id + ": ";
    Stream<String> parents = graph.parents(id).stream()
        .map(parent -> stop(
            "NOT " + table.applied(parent),
            words + parent + " comes before it and is not applied"));
    Stream<String> parts = graph.squashes().partsOf(id).stream()
        .sorted()
        .map(part -> task.kind() == Kind.RECORD
            ? stop(
                "NOT " + table.applied(part),
                words + "it stands for " + part + ", which is not applied")
            : stop(
                table.recorded(part),
                words + "it stands for " + part + ", which is recorded in " + table.name()));
    return Stream.of(
            Stream.of(stop(
                table.recorded(id),
                words + "it is recorded in " + table.name() + ", but not as a whole")),
            parents,
            parts)
        .flatMap(each -> each)
        .collect(Collectors.joining());
  }

  private String stopsOfDowngrade(Entry entry) {
    String words = "cannot downgrade " + entry.id() + ": ";
    return Stream.concat(
            Stream.of(
                stop("NOT " + table.applied(entry.id()), words + "it is not applied as a whole")),
            graph.entries().stream()
                .filter(child -> graph.parents(child.id()).contains(entry.id()))
                .map(child -> stop(
                    table.recorded(child.id()),
                    words + child.id() + " comes after it and is still recorded")))
        .collect(Collectors.joining());
  }

  /** Stops with the message unless the condition holds. */
  static String require(String condition, String message) {
    return block(Stream.of(stop("NOT " + condition, message)), List.of());
  }

  private static String block(Stream<String> guards, List<String> work) {
    return PostgresDdl.doBlock(
        "BEGIN\n" + guards.collect(Collectors.joining()) + String.join("", work) + "END\n");
  }

  private static String stop(String condition, String message) {
    return """
          IF %s THEN
            RAISE EXCEPTION USING MESSAGE = %s;
          END IF;
        """.formatted(condition, literal(message));
  }

  private static String passed(String condition, String message) {
    return """
          IF %s THEN
            RAISE NOTICE USING MESSAGE = %s;
            RETURN;
          END IF;
        """.formatted(condition, literal(message));
  }
}
