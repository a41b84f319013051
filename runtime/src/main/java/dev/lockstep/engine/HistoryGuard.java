package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.literal;

import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.postgres.PostgresDdl;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that stop a script's transaction before its first step, unless the history is as
 * the script was made for.
 *
 * <pre>
 * DO $lockstep$
 * BEGIN
 *   IF EXISTS (SELECT FROM "public"."lockstep_history" WHERE ...) THEN
 *     RAISE EXCEPTION USING MESSAGE = 'cannot upgrade to M0002_AddAddressToUser: ...';
 *   END IF;
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

  /** Passes only where the migration is not recorded and all its parents are applied. */
  String upgrade(Entry entry) {
    String task = "cannot upgrade to " + entry.id() + ": ";
    return block(Stream.concat(
        Stream.of(stop(
            table.recorded(entry.id()), task + "it is recorded in " + table.name() + " already")),
        graph.parents(entry.id()).stream()
            .map(parent -> stop(
                "NOT " + table.applied(parent),
                task + parent + " comes before it and is not applied"))));
  }

  /** Passes only where the migration is applied and none that comes after it is recorded. */
  String downgrade(Entry entry) {
    String task = "cannot downgrade " + entry.id() + ": ";
    return block(Stream.concat(
        Stream.of(stop("NOT " + table.applied(entry.id()), task + "it is not applied")),
        graph.entries().stream()
            .filter(child -> graph.parents(child.id()).contains(entry.id()))
            .map(child -> stop(
                table.recorded(child.id()),
                task + child.id() + " comes after it and is still recorded"))));
  }

  /** Stops with the message unless the condition holds. */
  static String require(String condition, String message) {
    return block(Stream.of(stop("NOT " + condition, message)));
  }

  private static String block(Stream<String> stops) {
    return PostgresDdl.doBlock("BEGIN\n" + stops.collect(Collectors.joining()) + "END\n");
  }

  private static String stop(String condition, String message) {
    return """
          IF %s THEN
            RAISE EXCEPTION USING MESSAGE = %s;
          END IF;
        """.formatted(condition, literal(message));
  }
}
