package dev.lockstep.processor.snapshot;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Run;
import dev.lockstep.operation.Sql;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The beginning of a chain, for which one migration is to stand.
 *
 * @param last the migration that it ends with
 * @param replaces ids of what it stands for, in order
 * @param schema what it leads to
 * @param births what the sequences of its identity columns are named after
 * @param problems if there is one, the rest is meaningless
 */
public record Squash(
    String last,
    List<String> replaces,
    Schema schema,
    IdentityBirths births,
    List<Problem> problems) {
  public Squash {
    replaces = List.copyOf(replaces);
    problems = List.copyOf(problems);
  }

  /**
   * The squash of everything up to a migration.
   *
   * @param typed an id, or the beginning of only one
   * @return empty if no id is meant
   */
  public static Optional<Squash> upTo(String typed, List<FoundMigration> found) {
    MigrationGraph graph = new MigrationGraph(found);
    List<String> meant = graph.migrations().stream()
        .map(FoundMigration::id)
        .filter(id -> id.equals(typed) || id.startsWith(typed))
        .sorted((a, b) -> Boolean.compare(b.equals(typed), a.equals(typed)))
        .toList();
    boolean exact = !meant.isEmpty() && meant.get(0).equals(typed);
    return meant.size() == 1 || exact ? Optional.of(of(graph, meant.get(0))) : Optional.empty();
  }

  private static Squash of(MigrationGraph graph, String last) {
    List<FoundMigration> parts = graph.upTo(last);
    List<Problem> problems = new ArrayList<>();
    if (replaced(graph, parts).size() < 2) {
      problems.add(problem(
          "SquashOfOne",
          last,
          "nothing comes before migration \"" + last + "\" that could be squashed with it",
          "name a later one"));
    }
    parts.forEach(part -> flaw(part).ifPresent(problems::add));
    branching(graph, parts, last).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      return new Squash(last, List.of(), Schema.EMPTY, IdentityBirths.of(List.of()), problems);
    }
    IdentityBirths births = IdentityBirths.of(parts);
    Schema schema = Replay.of(parts, Schema.EMPTY);
    births.lost(schema).ifPresent(table -> problems.add(takenOver(last, table)));
    return new Squash(last, replaced(graph, parts), schema, births, problems);
  }

  /** A squash that is there already stands for its own parts. */
  private static List<String> replaced(MigrationGraph graph, List<FoundMigration> parts) {
    Set<String> ids = new LinkedHashSet<>();
    parts.forEach(part -> ids.add(part.id()));
    graph.idleSquashes().stream()
        .filter(squash -> ids.containsAll(squash.replaces()))
        .forEach(squash -> {
          squash.replaces().forEach(ids::remove);
          ids.add(squash.id());
        });
    return List.copyOf(ids);
  }

  private static Optional<Problem> flaw(FoundMigration part) {
    String fix = "squash up to the one before it, or write it so that it is only known steps";
    if (!part.source().isReadable()) {
      return Optional.of(problem(
          "SquashSteps",
          part.id(),
          "migration \"" + part.id() + "\" cannot be squashed, since "
              + part.source().unreadable(),
          fix));
    }
    return part.source().upgrade().stream()
        .filter(Squash::isMoreThanSchema)
        .findFirst()
        .map(step -> problem(
            "SquashSteps",
            part.id(),
            "migration \"" + part.id() + "\" cannot be squashed, since it runs "
                + (step instanceof Run run ? "Java: " + run.name() : "SQL of unknown meaning"),
            "SQL that only changes the schema: say how: schema.sql(\"...\").meaning(effect -> ...)",
            fix));
  }

  private static Problem takenOver(String last, QualifiedName table) {
    return problem(
        "SquashSteps",
        last,
        "migration \"" + last + "\" cannot be squashed, since table \"" + table
            + "\" has a sequence named as before it was renamed",
        "squash up to one before something else takes its old name, or before the rename");
  }

  private static boolean isMoreThanSchema(Operation step) {
    return step instanceof Run
        || (step instanceof Sql sql && (sql.meaning() == null || sql.meaning().isEmpty()));
  }

  private static Optional<Problem> branching(
      MigrationGraph graph, List<FoundMigration> parts, String last) {
    Set<String> inner = new HashSet<>();
    parts.forEach(part -> inner.add(part.id()));
    return graph.migrations().stream()
        .filter(each -> !inner.contains(each.id()))
        .filter(each -> each.parents().stream()
            .anyMatch(parent -> inner.contains(parent) && !parent.equals(last)))
        .findFirst()
        .map(each -> problem(
            "SquashOfBranch",
            each.id(),
            "migration \"" + each.id() + "\" begins a branch before \"" + last
                + "\", so what is before that cannot be squashed alone",
            "name the merge, or one before the branch"));
  }

  private static Problem problem(String code, String migration, String message, String... fixes) {
    return Problem.error(code, new Place.OfMigration(migration), message, fixes);
  }

  /** Squashes that lead elsewhere than what they stand for. */
  static List<Problem> differing(MigrationGraph graph) {
    List<Problem> problems = new ArrayList<>();
    for (FoundMigration squash : graph.idleSquashes()) {
      Set<String> wanted = new HashSet<>();
      collect(squash, graph, wanted);
      List<FoundMigration> parts =
          graph.inOrder().stream().filter(part -> wanted.contains(part.id())).toList();
      if (squash.source().isReadable()
          && !Replay.of(parts, Schema.EMPTY).equals(Replay.after(squash, Schema.EMPTY))) {
        problems.add(problem(
            "SquashDiffers",
            squash.id(),
            "squash \"" + squash.id() + "\" does not lead to what the migrations lead to that it"
                + " stands for",
            "delete it, and write it anew: mvn compile -Dlockstep.squash="
                + parts.get(parts.size() - 1).id()));
      }
    }
    return problems;
  }

  private static void collect(FoundMigration squash, MigrationGraph graph, Set<String> ids) {
    squash.replaces().forEach(part -> {
      ids.add(part);
      graph.idleSquashes().stream()
          .filter(inner -> inner.id().equals(part) && !inner.equals(squash))
          .forEach(inner -> collect(inner, graph, ids));
    });
  }
}
