package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.EnumMember;
import dev.lockstep.diff.Member;
import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.processor.problem.Renames.Outcome;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Judges each {@code renamedFrom} and each replacement of an enum value, so that none that is wrong
 * or done reaches the differ.
 */
public final class RenameRules {
  private final Schema recorded;
  private final Schema declared;
  private final DiffHints hints;
  private final Predicate<String> everNamed;
  private final SortedMap<QualifiedName, QualifiedName> oldNames = new TreeMap<>();
  private final SortedMap<QualifiedName, Outcome> outcomes;
  private final Set<QualifiedName> leaving = new HashSet<>();
  private final Map<QualifiedName, SortedMap<String, String>> oldColumns = new HashMap<>();
  private final ObjectRenames objects;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Member, String> columns = new HashMap<>();
  private final Map<EnumMember, String> values = new HashMap<>();
  private final Map<EnumMember, String> replaced = new HashMap<>();

  private RenameRules(Schema recorded, DeclaredModel model, Predicate<String> everNamed) {
    this.everNamed = everNamed;
    this.recorded = recorded;
    this.declared = model.schema();
    this.hints = model.hints();
    hints.renamedTables().forEach((table, old) -> oldNames.put(table, inAnySchema(table, old)));
    this.outcomes = new Renames<>(
            recorded.tables().keySet(), declared.tables().keySet(), oldNames, this::alike)
        .outcomes();
    this.objects = new ObjectRenames(recorded, declared, hints.renamedObjects());
    oldNames.forEach((table, old) -> {
      if (isPending(table)) {
        leaving.add(old);
      }
    });
    hints
        .renamedColumns()
        .forEach((column, old) -> oldColumns
            .computeIfAbsent(column.table(), table -> new TreeMap<>())
            .put(column.name(), old));
  }

  /** To be called before the schemas are compared; what it returns are the hints to compare by. */
  public static RenameCheck check(Snapshot recorded, DeclaredModel declared) {
    return check(recorded, declared, name -> true);
  }

  /**
   * As {@link #check(Snapshot, DeclaredModel)}, with what is known of the past.
   *
   * @param everNamed whether anything of the database ever had that raw name; true if nobody knows
   */
  public static RenameCheck check(
      Snapshot recorded, DeclaredModel declared, Predicate<String> everNamed) {
    if (nothingIsRenamed(declared.hints())) {
      return new RenameCheck(List.of(), declared.hints());
    }
    return recorded.isFirst()
        ? FirstRenames.check(declared)
        : new RenameRules(recorded.schema(), declared, everNamed).check();
  }

  private static boolean nothingIsRenamed(DiffHints hints) {
    return hints.renamedTables().isEmpty()
        && hints.renamedColumns().isEmpty()
        && hints.renamedObjects().isEmpty()
        && hints.renamedValues().isEmpty()
        && hints.replacedValues().isEmpty();
  }

  private RenameCheck check() {
    declared.tables().keySet().forEach(this::judge);
    problems.addAll(objects.problems(everNamed));
    declared.objects(EnumType.class).forEach(this::judge);
    SortedMap<QualifiedName, QualifiedName> tables = new TreeMap<>(oldNames);
    tables.keySet().removeIf(table -> !isPending(table));
    return new RenameCheck(
        problems,
        new DiffHints(
            tables,
            columns,
            hints.using(),
            hints.backfill(),
            hints.derivedNames(),
            objects.pending(),
            values,
            replaced));
  }

  private void judge(QualifiedName table) {
    Outcome outcome = outcomes.get(table);
    if (outcome != null) {
      QualifiedName old = hints.renamedTables().getOrDefault(table, table);
      inWords(table).problem(outcome, written -> wasNamed(everNamed, old)).ifPresent(problems::add);
    }
    SortedMap<String, String> renamed = oldColumns.getOrDefault(table, new TreeMap<>());
    if (!renamed.isEmpty() && isKnown(outcome)) {
      ColumnRenames renames = new ColumnRenames(declared.table(table), before(table), renamed);
      problems.addAll(renames.problems(name -> everNamed.test(name) || isShared(renamed, name)));
      columns.putAll(renames.pending());
    }
  }

  /**
   * Whether anything had the old name. Once that is gone nothing tells a dot that is part of a name
   * from one behind a schema.
   */
  static boolean wasNamed(Predicate<String> everNamed, QualifiedName old) {
    return everNamed.test(old.name()) || everNamed.test(old.toString());
  }

  /**
   * Whether the hint stands where several columns are declared at once, as in an embeddable, and
   * was true of another of them: {@code home_city} was renamed, {@code work_city} never was.
   */
  private boolean isShared(SortedMap<String, String> renamed, String old) {
    return renamed.entrySet().stream()
        .filter(each -> each.getValue().equals(old))
        .anyMatch(each -> hints.renamedColumns().entrySet().stream()
            .anyMatch(other -> everNamed.test(other.getValue())
                && isSameStep(
                    old, each.getKey(), other.getValue(), other.getKey().name())));
  }

  /** Whether both names change alike behind a prefix of their own. */
  private static boolean isSameStep(String from, String to, String otherFrom, String otherTo) {
    int common = 0;
    while (common < Math.min(from.length(), otherFrom.length())
        && from.charAt(from.length() - 1 - common)
            == otherFrom.charAt(otherFrom.length() - 1 - common)) {
      common++;
    }
    String prefix = from.substring(0, from.length() - common);
    String otherPrefix = otherFrom.substring(0, otherFrom.length() - common);
    return common > 0
        && to.startsWith(prefix)
        && otherTo.startsWith(otherPrefix)
        && to.substring(prefix.length()).equals(otherTo.substring(otherPrefix.length()));
  }

  private void judge(EnumType type) {
    SortedMap<String, String> renamed = ofType(hints.renamedValues(), type);
    SortedMap<String, String> successors = ofType(hints.replacedValues(), type);
    if (objects.isWrong(type.key()) || (renamed.isEmpty() && successors.isEmpty())) {
      return;
    }
    Optional<EnumType> before = objects.before(type.key()).map(EnumType.class::cast);
    EnumValueRenames renames = new EnumValueRenames(type, before, renamed);
    EnumReplacements replacements = new EnumReplacements(type, before, successors, renamed);
    problems.addAll(renames.problems(everNamed));
    problems.addAll(replacements.problems());
    values.putAll(renames.pending());
    replaced.putAll(replacements.pending());
  }

  private static SortedMap<String, String> ofType(Map<EnumMember, String> hints, EnumType type) {
    SortedMap<String, String> values = new TreeMap<>();
    hints.forEach((member, other) -> {
      if (member.type().equals(type.name())) {
        values.put(member.value(), other);
      }
    });
    return values;
  }

  /** The declared table as it is recorded; empty if it is new. */
  private Optional<Table> before(QualifiedName table) {
    if (isPending(table)) {
      return recorded.find(oldNames.getOrDefault(table, table));
    }
    return isKept(table) ? recorded.find(table) : Optional.empty();
  }

  /** Of a table whose own rename is wrong nobody can tell which columns it had. */
  private static boolean isKnown(@Nullable Outcome outcome) {
    return outcome == null
        || outcome == Outcome.PENDING
        || outcome == Outcome.DONE
        || outcome == Outcome.IDLE;
  }

  private boolean isPending(QualifiedName table) {
    return outcomes.get(table) == Outcome.PENDING;
  }

  /** Whether the table is recorded and its name is not about to become that of another. */
  private boolean isKept(QualifiedName table) {
    return recorded.find(table).isPresent() && !leaving.contains(table);
  }

  /** A table that moves to another schema is looked up there by its plain name. */
  private QualifiedName inAnySchema(QualifiedName table, QualifiedName old) {
    if (recorded.find(old).isPresent() || recorded.find(table).isPresent()) {
      return old;
    }
    List<QualifiedName> gone =
        goneTables().stream().filter(name -> name.name().equals(old.name())).toList();
    return gone.size() == 1 ? gone.get(0) : old;
  }

  private List<QualifiedName> goneTables() {
    return recorded.tables().keySet().stream()
        .filter(name -> declared.find(name).isEmpty())
        .toList();
  }

  private boolean alike(QualifiedName ours, QualifiedName theirs) {
    return declared
        .find(ours)
        .map(Table::columns)
        .equals(recorded.find(theirs).map(Table::columns));
  }

  private RenamedThing inWords(QualifiedName table) {
    QualifiedName old = oldNames.getOrDefault(table, table);
    List<String> sharers = oldNames.entrySet().stream()
        .filter(each -> each.getValue().equals(old) && !each.getKey().equals(table))
        .map(each -> Wording.table(each.getKey()))
        .toList();
    List<String> gone = goneTables().stream()
        .filter(name -> !oldNames.containsValue(name))
        .map(QualifiedName::name)
        .toList();
    return new RenamedThing(
        new OfTable(table, "renamedFrom"),
        Wording.table(table),
        "there never was a table " + quoted(old),
        Wording.oldName(table, hints.renamedTables().getOrDefault(table, old)),
        sharers,
        gone,
        Candidates.renamedFrom("Table", gone),
        Optional.of(steps(table, old)));
  }

  private RenameSteps steps(QualifiedName table, QualifiedName old) {
    Set<String> taken = new HashSet<>();
    recorded.tables().keySet().forEach(name -> taken.add(name.name()));
    declared.tables().keySet().forEach(name -> taken.add(name.name()));
    return new RenameSteps(
        "Table",
        "name",
        table.name(),
        Wording.oldName(table, old),
        taken,
        Optional.of(table).filter(name -> name.schema().equals(old.schema())).map(Risk::dataLoss));
  }
}
