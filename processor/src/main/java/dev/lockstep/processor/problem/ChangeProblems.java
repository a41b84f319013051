package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.processor.Options;
import dev.lockstep.processor.Options.Check;
import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.Problem.Severity;
import dev.lockstep.processor.snapshot.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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
   * @param risks those of the diff
   */
  public static List<Problem> of(
      Snapshot recorded,
      DeclaredModel declared,
      SchemaDiff diff,
      Options options,
      Acceptance acceptance,
      Risks risks) {
    if (diff.isEmpty() || (!options.generates() && options.check() == Check.OFF)) {
      return List.of();
    }
    ChangeScope scope = ChangeScope.of(recorded, declared, diff, options, acceptance, risks);
    Decisions decisions = Decisions.in(scope);
    UnmigratedChange unmigrated = UnmigratedChange.in(scope);
    Severity severity =
        !options.generates() && options.check() == Check.WARN ? Severity.WARNING : Severity.ERROR;
    RefusedRenames refused = RefusedRenames.of(recorded, declared);
    ZoneAssumption zones = new ZoneAssumption(scope);
    Stream<Problem> ofChanges = diff.changes().stream()
        .filter(change -> !refused.cause(change))
        .sorted(Comparator.comparing(Subject::of))
        .flatMap(change -> Stream.concat(
            problems(change, decisions, unmigrated, options.generates()).stream()
                .map(problem -> problem.withSeverity(severity)),
            zones.of(change).stream()));
    return Stream.concat(ofChanges, hazards(scope, decisions, diff, recorded, severity))
        .toList();
  }

  /** What is not decided yet may come in another form, or not at all. */
  private static Stream<Problem> hazards(
      ChangeScope scope,
      Decisions decisions,
      SchemaDiff diff,
      Snapshot recorded,
      Severity severity) {
    return diff.changes().stream().allMatch(change -> change.accept(decisions).isEmpty())
        ? Stream.of(
                EarlyReads.of(diff, recorded.schema())
                    .map(problem -> problem.withSeverity(severity)),
                new HeldUpTables(scope).of(diff, recorded.schema()),
                new UnindexedKeys(scope).of(diff),
                new LostPrimaryKeys(scope).of(diff),
                new MovedColumns(scope).of(diff))
            .flatMap(Function.identity())
        : Stream.of();
  }

  /** What the changes do that has to be accepted, whether it is or not. */
  public static Risks risks(
      Snapshot recorded, DeclaredModel declared, SchemaDiff diff, Options options) {
    if (diff.isEmpty()) {
      return Risks.NONE;
    }
    Risks risks = Risks.seeking();
    Decisions decisions = Decisions.in(
        ChangeScope.of(recorded, declared, diff, options, Acceptance.typed(options), risks));
    diff.changes().forEach(change -> change.accept(decisions));
    return risks.found();
  }

  private static List<Problem> problems(
      Change change, Decisions decisions, UnmigratedChange unmigrated, boolean generates) {
    List<Problem> open = change.accept(decisions);
    return generates || !open.isEmpty() ? open : List.of(change.accept(unmigrated));
  }
}
