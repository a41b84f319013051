package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.all;
import static dev.lockstep.processor.problem.Wording.either;
import static dev.lockstep.processor.problem.Wording.enumType;
import static dev.lockstep.processor.problem.Wording.enumValue;
import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.oneLine;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.Hazard;
import dev.lockstep.schema.AllowedValues;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the user has to decide before the values of an enum change, which rows may hold. */
record EnumDecisions(
    Before before,
    Schema declared,
    DiffSteps steps,
    ObjectCandidates candidates,
    ChangePlaces places,
    Commands commands) {

  /** PostgreSQL cannot take a value away: every column of the type moves to a new one. */
  List<Problem> of(Change.EnumValueRemoved change) {
    List<QualifiedName> tables = tables(change.type());
    if (tables.isEmpty()) {
      return List.of();
    }
    if (change.successor().isEmpty() && !commands.accepts(Hazard.DATA_LOSS)) {
      return List.of(undecided(change, tables));
    }
    String what = enumType(change.type()) + " loses value " + Wording.quoted(change.value());
    return rewrite(change, what, tables);
  }

  /** PostgreSQL takes no new value into use before the transaction that adds it has ended. */
  List<Problem> of(Change.EnumValueAdded change) {
    boolean besides = !steps.swaps(change.type()) || steps.loses(change.type());
    List<QualifiedName> tables = besides ? List.of() : tables(change.type());
    return tables.isEmpty()
        ? List.of()
        : rewrite(
            change, enumValue(change.type(), change.value()) + " is new and used at once", tables);
  }

  /** The tables with rows that may hold a value of the enum. */
  private List<QualifiedName> tables(QualifiedName type) {
    return declared.findEnum(type).stream()
        .flatMap(found -> before.tablesOf(found, declared).stream())
        .toList();
  }

  private List<Problem> rewrite(Change change, String what, List<QualifiedName> tables) {
    return commands.accepts(Hazard.REWRITE)
        ? List.of()
        : List.of(Problem.error(
            "TableRewrite",
            change.accept(places),
            what + ", which rewrites " + Wording.tables(tables) + " and locks "
                + (tables.size() == 1 ? "it" : "them") + " meanwhile",
            "accept: " + commands.forChange(change, Hazard.REWRITE)));
  }

  private Problem undecided(Change.EnumValueRemoved change, List<QualifiedName> tables) {
    List<String> fixes = new ArrayList<>();
    successors(change).ifPresent(replaced -> fixes.add("replaced: " + replaced));
    List<String> newValues = candidates.newValues(change.type());
    if (!newValues.isEmpty()) {
      fixes.add("renamed: " + Wording.annotation("EnumValue", "renamedFrom", change.value())
          + " on " + oneLine(either(newValues)));
    }
    fixes.add("no row holds it: " + commands.forChange(change, Hazard.values()));
    return Problem.error(
        "EnumValueRemoved",
        change.accept(places),
        enumType(change.type()) + " has no value " + Wording.quoted(change.value())
            + " any more, but rows of " + Wording.tables(tables) + " may hold it",
        fixes.toArray(String[]::new));
  }

  /** {@code @EnumType(replaced = @ReplacedValue(value = "LOST", by = "SENT"))}; all at once. */
  private Optional<String> successors(Change.EnumValueRemoved change) {
    List<String> lost = candidates.lostValues(change.type());
    List<String> replaced = lost.stream()
        .flatMap(value -> successor(change.type(), value).stream()
            .map(
                by -> "@ReplacedValue(value = " + javaText(value) + ", by = " + javaText(by) + ")"))
        .toList();
    if (replaced.size() < lost.size() || replaced.isEmpty()) {
      return Optional.empty();
    }
    String text = replaced.size() == 1
        ? replaced.get(0)
        : replaced.stream().collect(Collectors.joining(", ", "{", "}"));
    return Optional.of("@EnumType(replaced = " + text + ")");
  }

  /** A value that stays: one of a like name, else the one before it, else the first. */
  private Optional<String> successor(QualifiedName type, String lost) {
    List<String> values = declared.findEnum(type).map(EnumType::values).orElse(List.of());
    List<String> fresh = candidates.newValues(type);
    List<String> old = before.valuesOf(EnumType.of(type, List.of()).type()).orElse(List.of());
    List<String> staying =
        values.stream().filter(value -> !fresh.contains(value)).toList();
    return NearestName.of(lost, staying)
        .or(() -> old.subList(0, Math.max(0, old.indexOf(lost))).stream()
            .filter(staying::contains)
            .reduce((first, second) -> second))
        .or(() -> staying.stream().findFirst())
        .or(() -> values.stream().findFirst());
  }

  /** A check that comes where an enum type was forbids values that rows may still hold. */
  List<Problem> of(Change.ConstraintAdded change) {
    if (!(change.constraint() instanceof Check check) || commands.accepts(Hazard.DATA_LOSS)) {
      return List.of();
    }
    List<String> kept =
        AllowedValues.of(check).stream().map(EnumDecisions::unquoted).toList();
    List<String> removed = declared.table(change.table()).columns().stream()
        .filter(column -> AllowedValues.areOf(check, column.name()))
        .flatMap(column -> oldValues(change.table(), column).stream())
        .filter(value -> !kept.contains(value))
        .map(value -> "'" + value.replace("'", "''") + "'")
        .toList();
    return removed.isEmpty()
        ? List.of()
        : List.of(valuesGone(change, change.table(), check, removed));
  }

  private List<String> oldValues(QualifiedName table, Column column) {
    return before
        .column(table, column.name())
        .flatMap(old -> before.valuesOf(old.type()))
        .orElse(List.of());
  }

  /** A row that holds such a value would make the migration fail: the new check forbids it. */
  List<Problem> of(Change.ConstraintChanged change, Check from, Check to) {
    List<String> kept = AllowedValues.of(to);
    List<String> removed =
        AllowedValues.of(from).stream().filter(value -> !kept.contains(value)).toList();
    return kept.isEmpty() || removed.isEmpty() || commands.accepts(Hazard.DATA_LOSS)
        ? List.of()
        : List.of(valuesGone(change, change.table(), to, removed));
  }

  private Problem valuesGone(
      Change change, QualifiedName table, Check check, List<String> removed) {
    boolean one = removed.size() == 1;
    return Problem.error(
        "EnumValueRemoved",
        change.accept(places),
        Wording.member("check", table, check.name()) + " no longer allows " + oneLine(all(removed))
            + ", but rows may hold " + (one ? "it" : "them"),
        "no row holds " + (one ? "it: " : "them: ") + commands.forChange(change, Hazard.DATA_LOSS));
  }

  /** The text of a plain SQL literal. */
  static String unquoted(String literal) {
    return literal.length() > 1 && literal.startsWith("'")
        ? literal.substring(1, literal.length() - 1).replace("''", "'")
        : literal;
  }
}
