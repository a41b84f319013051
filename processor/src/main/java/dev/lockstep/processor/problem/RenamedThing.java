package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.all;
import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.problem.Renames.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A thing with a {@code renamedFrom}, in words.
 *
 * @param what {@code column "telefax" of table "customer"}
 * @param neverWas {@code table "customer" never had a column "fax"}
 * @param oldName raw text of the attribute
 * @param sharers the others with the same old name, as {@code what} says them
 * @param gone raw names of what is recorded and no longer declared
 * @param renamed the line that shows a {@code renamedFrom} for each of {@code gone}
 * @param steps the way where it takes more than one migration; empty if it is by hand
 */
record RenamedThing(
    Place place,
    String what,
    String neverWas,
    String oldName,
    List<String> sharers,
    List<String> gone,
    String renamed,
    Optional<RenameSteps> steps) {

  private static final String BY_HAND =
      "swap by hand then: mvn compile -Dlockstep.migrate=\"Swap names\" -Dlockstep.empty=true";

  /**
   * What is wrong with it, or that it can go.
   *
   * @param everNamed whether anything ever had that raw name
   */
  Optional<Problem> problem(Outcome outcome, Predicate<String> everNamed) {
    return switch (outcome) {
      case PENDING, DRAWN_IN -> Optional.empty();
      case DONE ->
        Optional.of(everNamed.test(oldName) ? finished("has done its work and can go") : unknown());
      case IDLE -> Optional.of(finished("changes nothing and can go"));
      case UNKNOWN -> Optional.of(unknown());
      case SHARED ->
        Optional.of(
            conflict(what + " is renamed from " + quoted(oldName) + ", and so is " + all(sharers)));
      case STILL_DECLARED ->
        Optional.of(conflict(
            what + " is renamed from " + quoted(oldName) + ", which the model still has",
            steps.map(RenameSteps::reuse).orElse(List.of())));
      case BOTH_RECORDED ->
        Optional.of(conflict(
            what + " is renamed from " + quoted(oldName) + ", but both are recorded",
            steps.map(RenameSteps::handOver).orElse(List.of())));
      case UNCLEAR_SWAP ->
        Optional.of(conflict(
            what + " swaps names and changes besides, so that nothing tells"
                + " whether it swapped already",
            steps.map(RenameSteps::swap).orElse(List.of())));
      case SWAP_OF_TWINS ->
        Optional.of(conflict(
            what + " swaps names with one that is alike, so that nothing would tell"
                + " whether it swapped already",
            steps.map(RenameSteps::swap).orElse(List.of(BY_HAND))));
    };
  }

  private Problem finished(String ending) {
    String message = "renamedFrom = " + javaText(oldName) + " of " + what + " " + ending;
    return Problem.warning("RenameDone", place, message);
  }

  private Problem conflict(String message) {
    return conflict(message, List.of());
  }

  private Problem conflict(String message, List<String> ways) {
    return Problem.error("RenameConflict", place, message, notRenamed())
        .withFixes(Stream.concat(Stream.of(notRenamed()), ways.stream()).toList());
  }

  private Problem unknown() {
    Optional<String> meant = NearestName.of(oldName, gone);
    if (meant.isPresent()) {
      String message = neverWas + "; did you mean " + quoted(meant.get()) + "?";
      return Problem.error("RenameUnknown", place, message);
    }
    return gone.isEmpty()
        ? Problem.error("RenameUnknown", place, neverWas, notRenamed())
        : Problem.error("RenameUnknown", place, neverWas, renamed, notRenamed());
  }

  private String notRenamed() {
    return "not renamed: remove renamedFrom = " + javaText(oldName);
  }
}
