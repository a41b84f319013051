package dev.lockstep;

import dev.lockstep.engine.CancellableSource;
import dev.lockstep.engine.ConnectionSource;
import dev.lockstep.engine.Failures;
import dev.lockstep.engine.Jobs;
import dev.lockstep.engine.SchemaNames;
import dev.lockstep.engine.SchemaPattern;
import dev.lockstep.engine.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A target and where it is.
 *
 * @param obstacle why it cannot even be tried; null if it can
 */
record TargetPlace(
    Target target, ConnectionSource source, @Nullable Throwable obstacle) {
  /** One schema of each database. */
  static List<TargetPlace> ofDatabases(Map<String, ConnectionSource> databases, String schema) {
    return databases.entrySet().stream()
        .map(each -> new TargetPlace(
            new Target(each.getKey(), each.getKey(), schema), each.getValue(), null))
        .toList();
  }

  /**
   * Those schemas of each database that a pattern matches, sorted. A database that does not tell
   * its schemas is one target, with an obstacle.
   *
   * @throws UsageException if all databases tell, and a pattern matches nothing in any of them
   */
  static List<TargetPlace> ofSchemas(
      Map<String, ConnectionSource> databases, List<SchemaPattern> patterns, int parallel) {
    List<TargetRun<List<String>>> questions = questions(databases);
    Jobs.run(questions, parallel);
    SchemaNames names = new SchemaNames(patterns);
    List<TargetPlace> places = new ArrayList<>();
    boolean complete = true;
    for (TargetRun<List<String>> question : questions) {
      Target database = question.result().target();
      ConnectionSource source = Objects.requireNonNull(databases.get(database.database()));
      if (question.result() instanceof TargetResult.Completed<List<String>> answer) {
        names.matching(answer.report()).stream()
            .map(schema -> target(schema, database.database(), databases.size()))
            .map(target -> new TargetPlace(target, source, null))
            .forEach(places::add);
      } else {
        complete = false;
        places.add(new TargetPlace(database, source, obstacle(question.result())));
      }
    }
    if (complete) {
      names.requireAllMatched();
    }
    return places;
  }

  private static List<TargetRun<List<String>>> questions(Map<String, ConnectionSource> databases) {
    return databases.entrySet().stream()
        .map(each -> new TargetRun<>(
            new Target(each.getKey(), each.getKey(), ""),
            CancellableSource.ofOneOfMany(each.getValue()),
            (target, source) -> schemas(source),
            names -> Outcome.DONE,
            result -> {}))
        .toList();
  }

  private static List<String> schemas(ConnectionSource source) {
    try (Session session = Session.open(source)) {
      return SchemaNames.of(session);
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private static Target target(String schema, String database, int databases) {
    return new Target(databases == 1 ? schema : schema + " of " + database, database, schema);
  }

  /** Null where the run was interrupted, so that nothing is tried at all. */
  private static @Nullable Throwable obstacle(TargetResult<?> result) {
    return result instanceof TargetResult.Failed<?> failed ? failed.failure() : null;
  }
}
