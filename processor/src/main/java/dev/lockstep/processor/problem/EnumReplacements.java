package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.enumType;
import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.diff.EnumMember;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.schema.EnumType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What {@code replaced} of one enum says of values that are gone. That the value is none of the
 * enum any more, and its successor one, the model's reader has seen to.
 */
final class EnumReplacements {
  private final EnumType declared;
  private final Optional<EnumType> recorded;
  private final SortedMap<String, String> successors;
  private final SortedMap<String, String> renamed;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<EnumMember, String> pending = new HashMap<>();

  /**
   * Judges them.
   *
   * @param recorded the enum as it was, maybe under another name; empty if it is new
   * @param successors removed value to the value that rows get
   * @param renamed declared value to what its {@code renamedFrom} says
   */
  EnumReplacements(
      EnumType declared,
      Optional<EnumType> recorded,
      SortedMap<String, String> successors,
      SortedMap<String, String> renamed) {
    this.declared = declared;
    this.recorded = recorded;
    this.successors = successors;
    this.renamed = renamed;
    successors.forEach(this::judge);
  }

  /** By the removed values. */
  List<Problem> problems() {
    return problems;
  }

  /** Those that are right and still to be migrated. */
  Map<EnumMember, String> pending() {
    return pending;
  }

  private void judge(String value, String successor) {
    if (recorded.filter(type -> type.values().contains(value)).isEmpty()) {
      notRecorded(value);
    } else if (renamed.containsValue(value)) {
      conflict(value, " replaces value " + quoted(value) + ", which is also renamed");
    } else {
      pending.put(new EnumMember(declared.name(), value), successor);
    }
  }

  /** Either the work is done, or the name is misspelt. */
  private void notRecorded(String value) {
    List<String> gone = recorded.stream()
        .flatMap(type -> type.values().stream())
        .filter(old -> !declared.values().contains(old)
            && !successors.containsKey(old)
            && !renamed.containsValue(old))
        .toList();
    Optional<String> meant = NearestName.of(value, gone);
    if (meant.isPresent()) {
      problems.add(Problem.error(
          "ReplacementUnknown",
          place(),
          enumType(declared.name()) + " never had a value " + quoted(value) + "; did you mean "
              + quoted(meant.get()) + "?"));
    } else {
      problems.add(Problem.warning(
          "ReplacementDone",
          place(),
          "the replacement of value " + quoted(value) + " of " + enumType(declared.name())
              + " has done its work and can go"));
    }
  }

  private void conflict(String value, String message) {
    problems.add(Problem.error(
        "ReplacementConflict", place(), enumType(declared.name()) + message, notReplaced(value)));
  }

  private String notReplaced(String value) {
    return "not replaced: remove @ReplacedValue(value = " + javaText(value) + ", by = "
        + javaText(successors.getOrDefault(value, "")) + ")";
  }

  private Place place() {
    return new OfObject(declared.key(), "replaced");
  }
}
