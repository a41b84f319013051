package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.diff.Member;
import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Renames.Outcome;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The columns of one table that say that they were renamed. */
final class ColumnRenames {
  private final Table declared;
  private final Optional<Table> recorded;
  private final SortedMap<String, String> oldNames;
  private final SortedMap<String, Outcome> outcomes;

  /**
   * Judges them.
   *
   * @param recorded the table as it was, maybe under another name; empty if it is new
   * @param oldNames declared column to what its {@code renamedFrom} says
   */
  ColumnRenames(Table declared, Optional<Table> recorded, SortedMap<String, String> oldNames) {
    this.declared = declared;
    this.recorded = recorded;
    this.oldNames = oldNames;
    this.outcomes = new Renames<>(
            recordedNames(), declared.columns().names(), oldNames, this::alike)
        .outcomes();
  }

  List<Problem> problems(Predicate<String> everNamed) {
    return outcomes.entrySet().stream()
        .flatMap(each -> inWords(each.getKey()).problem(each.getValue(), everNamed).stream())
        .toList();
  }

  Map<Member, String> pending() {
    return outcomes.entrySet().stream()
        .filter(each -> each.getValue() == Outcome.PENDING)
        .collect(Collectors.toMap(
            each -> new Member(declared.name(), each.getKey()),
            each -> oldNames.getOrDefault(each.getKey(), each.getKey())));
  }

  private Set<String> recordedNames() {
    return recorded.map(table -> table.columns().names()).orElse(Set.of());
  }

  private boolean alike(String ours, String theirs) {
    Optional<Column> before = recorded.flatMap(table -> table.columns().find(theirs));
    return declared
        .columns()
        .find(ours)
        .map(column -> column.withName(""))
        .equals(before.map(column -> column.withName("")));
  }

  private RenamedThing inWords(String column) {
    String old = oldNames.getOrDefault(column, column);
    List<String> sharers = oldNames.entrySet().stream()
        .filter(each -> each.getValue().equals(old) && !each.getKey().equals(column))
        .map(each -> "column " + quoted(each.getKey()))
        .toList();
    List<String> gone = recordedNames().stream()
        .filter(name -> !declared.columns().contains(name) && !oldNames.containsValue(name))
        .sorted()
        .toList();
    String table = Wording.table(declared.name());
    return new RenamedThing(
        new OfColumn(declared.name(), column, "renamedFrom"),
        Wording.column(declared.name(), column),
        table + (recorded.isEmpty() ? " is new and" : "") + " never had a column " + quoted(old),
        old,
        sharers,
        gone,
        Candidates.renamedFrom("Column", gone),
        Optional.of(new RenameSteps(
            "Column",
            "name",
            column,
            old,
            taken(),
            Optional.of(Risk.dataLoss(declared.name(), column)))));
  }

  private Set<String> taken() {
    Set<String> taken = new HashSet<>(recordedNames());
    taken.addAll(declared.columns().names());
    return taken;
  }
}
