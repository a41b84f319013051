package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.enumType;
import static dev.lockstep.processor.problem.Wording.enumValue;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.diff.EnumMember;
import dev.lockstep.processor.problem.Place.OfEnumValue;
import dev.lockstep.processor.problem.Renames.Outcome;
import dev.lockstep.schema.EnumType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The values of one enum that say that they were renamed. */
final class EnumValueRenames {
  private final EnumType declared;
  private final Optional<EnumType> recorded;
  private final SortedMap<String, String> oldNames;
  private final SortedMap<String, Outcome> outcomes;

  /**
   * Judges them.
   *
   * @param recorded the enum as it was, maybe under another name; empty if it is new
   * @param oldNames declared value to what its {@code renamedFrom} says
   */
  EnumValueRenames(
      EnumType declared, Optional<EnumType> recorded, SortedMap<String, String> oldNames) {
    this.declared = declared;
    this.recorded = recorded;
    this.oldNames = oldNames;
    this.outcomes = new Renames<>(
            recordedValues(), Set.copyOf(declared.values()), oldNames, (ours, theirs) -> true)
        .outcomes();
  }

  List<Problem> problems(Predicate<String> everNamed) {
    return outcomes.entrySet().stream()
        .flatMap(each -> inWords(each.getKey()).problem(each.getValue(), everNamed).stream())
        .toList();
  }

  Map<EnumMember, String> pending() {
    return outcomes.entrySet().stream()
        .filter(each -> each.getValue() == Outcome.PENDING)
        .collect(Collectors.toMap(
            each -> new EnumMember(declared.name(), each.getKey()),
            each -> oldNames.getOrDefault(each.getKey(), each.getKey())));
  }

  private Set<String> recordedValues() {
    return recorded.map(type -> Set.copyOf(type.values())).orElse(Set.of());
  }

  private RenamedThing inWords(String value) {
    String old = oldNames.getOrDefault(value, value);
    List<String> sharers = oldNames.entrySet().stream()
        .filter(each -> each.getValue().equals(old) && !each.getKey().equals(value))
        .map(each -> "value " + quoted(each.getKey()))
        .toList();
    List<String> gone = recorded.stream()
        .flatMap(type -> type.values().stream())
        .filter(name -> !declared.values().contains(name) && !oldNames.containsValue(name))
        .toList();
    String type = enumType(declared.name());
    return new RenamedThing(
        new OfEnumValue(declared.name(), value),
        enumValue(declared.name(), value),
        type + (recorded.isEmpty() ? " is new and" : "") + " never had a value " + quoted(old),
        old,
        sharers,
        gone,
        Candidates.renamedFrom("EnumValue", gone),
        Optional.of(new RenameSteps("EnumValue", "value", value, old, taken(), Optional.empty())));
  }

  private Set<String> taken() {
    Set<String> taken = new HashSet<>(recordedValues());
    taken.addAll(declared.values());
    return taken;
  }
}
