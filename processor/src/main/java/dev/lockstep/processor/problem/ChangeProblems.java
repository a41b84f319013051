package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.processor.Options;
import dev.lockstep.processor.Options.Check;
import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.Problem.Severity;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.schema.Schema;
import java.util.Comparator;
import java.util.List;

/**
 * From what differs to what the compiler says of it: in check mode every change, while generating
 * only what the user has to decide first.
 */
public final class ChangeProblems {
  private ChangeProblems() {}

  /**
   * The problems, ordered by table, then member. A change that needs a decision is reported as that
   * alone. While generating, anything that is returned forbids to write.
   *
   * @param diff from {@code recorded} to {@code declared}, by the hints that {@link RenameRules}
   *     left
   */
  public static List<Problem> of(
      Snapshot recorded, DeclaredModel declared, SchemaDiff diff, Options options) {
    if (!options.generates() && options.check() == Check.OFF) {
      return List.of();
    }
    List<Change> changes = diff.changes();
    ChangePlaces places = new ChangePlaces(declared.schema());
    Commands commands = new Commands(recorded, options);
    Candidates candidates = new Candidates(changes, declared.classes());
    ObjectCandidates objects = new ObjectCandidates(changes);
    Decisions decisions = decisions(recorded, declared, diff, places, commands);
    ChangeMessage message = new ChangeMessage(places, commands);
    UnmigratedChange unmigrated =
        new UnmigratedChange(message, candidates, new UnmigratedObject(message, objects));
    Severity severity =
        !options.generates() && options.check() == Check.WARN ? Severity.WARNING : Severity.ERROR;
    RefusedRenames refused = new RefusedRenames(declared.hints());
    return changes.stream()
        .filter(change -> !refused.cause(change))
        .sorted(Comparator.comparing(Subject::of))
        .flatMap(change -> problems(change, decisions, unmigrated, options.generates()).stream())
        .map(problem -> problem.withSeverity(severity))
        .toList();
  }

  private static Decisions decisions(
      Snapshot recorded,
      DeclaredModel declared,
      SchemaDiff diff,
      ChangePlaces places,
      Commands commands) {
    Schema schema = declared.schema();
    Before before = new Before(recorded.schema(), diff.changes());
    DiffSteps steps = new DiffSteps(diff);
    Candidates candidates = new Candidates(diff.changes(), declared.classes());
    ObjectCandidates objects = new ObjectCandidates(diff.changes());
    TypeDecisions types = new TypeDecisions(before, schema, declared.hints(), places, commands);
    return new Decisions(
        new ColumnDecisions(schema, declared.hints(), types, candidates, places, commands),
        new TableDecisions(schema, places, commands),
        new EnumDecisions(before, schema, steps, objects, places, commands),
        new ObjectDecisions(
            new ObjectUses(before, schema),
            steps,
            objects,
            declared.objectClasses(),
            places,
            commands),
        candidates,
        places,
        commands);
  }

  private static List<Problem> problems(
      Change change, Decisions decisions, UnmigratedChange unmigrated, boolean generates) {
    List<Problem> open = change.accept(decisions);
    return generates || !open.isEmpty() ? open : List.of(change.accept(unmigrated));
  }
}
