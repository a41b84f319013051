package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.all;
import static dev.lockstep.processor.problem.Wording.either;
import static dev.lockstep.processor.problem.Wording.enumType;
import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.oneLine;

import dev.lockstep.diff.Change;
import dev.lockstep.schema.AllowedValues;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the user has to decide before the values of an enum change, which rows may hold. */
record EnumDecisions(ChangeScope scope) {

  /** PostgreSQL cannot take a value away: every column of the type moves to a new one. */
  List<Problem> of(Change.EnumValueRemoved change) {
    String lost = "loses value " + Wording.quoted(change.value());
    Optional<Problem> held = EnumHolders.in(scope)
        .problem(
            change, change.type(), lost, "keep it: " + NameProblem.Fix.VALUE.with(change.value()));
    if (held.isPresent()) {
      return List.of(held.get());
    }
    List<QualifiedName> users = scope.enums().of(change.type());
    if (users.isEmpty()) {
      return List.of();
    }
    if (change.successor().isEmpty() && !scope.commands().accepts(loss(change))) {
      return List.of(undecided(change, users));
    }
    String what = enumType(change.type()) + " loses value " + Wording.quoted(change.value());
    return rewrite(change, what, users);
  }

  /** A row that holds the value makes the migration fail, so that nothing is lost for ever. */
  private static Risk loss(Change.EnumValueRemoved change) {
    return Risk.dataLoss(change.type(), change.value());
  }

  private static List<Risk> rewrites(List<QualifiedName> tables) {
    return tables.stream().map(Risk::rewrite).toList();
  }

  private List<Problem> rewrite(Change change, String what, List<QualifiedName> users) {
    return scope.commands().acceptsAll(rewrites(users))
        ? List.of()
        : List.of(Problem.error(
            "TableRewrite",
            change.accept(scope.places()),
            what + ", which rewrites " + Wording.tables(users) + " and locks "
                + (users.size() == 1 ? "it" : "them") + " meanwhile",
            "accept: " + scope.commands().forChange(change, rewrites(users))));
  }

  private Problem undecided(Change.EnumValueRemoved change, List<QualifiedName> users) {
    List<String> fixes = new ArrayList<>();
    successors(change).ifPresent(replaced -> fixes.add("replaced: " + replaced));
    List<String> newValues = scope.objects().newValues(change.type());
    if (!newValues.isEmpty()) {
      fixes.add("renamed: " + Wording.annotation("EnumValue", "renamedFrom", change.value())
          + " on " + oneLine(either(newValues)));
    }
    List<Risk> risks = new ArrayList<>(rewrites(users));
    risks.add(loss(change));
    fixes.add("no row holds it: " + scope.commands().forChange(change, risks));
    return Problem.error(
        "EnumValueRemoved",
        change.accept(scope.places()),
        enumType(change.type()) + " has no value " + Wording.quoted(change.value())
            + " any more, but rows of " + Wording.tables(users) + " may hold it",
        fixes.toArray(String[]::new));
  }

  /** {@code @EnumType(replaced = @ReplacedValue(value = "LOST", by = "SENT"))}; all at once. */
  private Optional<String> successors(Change.EnumValueRemoved change) {
    List<String> lost = scope.objects().lostValues(change.type());
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
    List<String> values = scope.schema().findEnum(type).map(EnumType::values).orElse(List.of());
    List<String> fresh = scope.objects().newValues(type);
    List<String> old =
        scope.before().valuesOf(EnumType.of(type, List.of()).type()).orElse(List.of());
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
    if (!(change.constraint() instanceof Check check)) {
      return List.of();
    }
    List<String> kept =
        AllowedValues.of(check).stream().map(EnumDecisions::unquoted).toList();
    List<String> before = scope.schema().table(change.table()).columns().stream()
        .filter(column -> AllowedValues.areOf(check, column.name()))
        .flatMap(column -> oldValues(change.table(), column).stream())
        .toList();
    return valuesGone(change, change.table(), check, without(before, kept), without(kept, before));
  }

  private List<String> oldValues(QualifiedName table, Column column) {
    return scope
        .before()
        .column(table, column.name())
        .flatMap(old -> scope.before().valuesOf(old.type()))
        .orElse(List.of());
  }

  /** A row that holds such a value would make the migration fail: the new check forbids it. */
  List<Problem> of(Change.ConstraintChanged change, Check from, Check to) {
    List<String> kept =
        AllowedValues.of(to).stream().map(EnumDecisions::unquoted).toList();
    List<String> before =
        AllowedValues.of(from).stream().map(EnumDecisions::unquoted).toList();
    return kept.isEmpty()
        ? List.of()
        : valuesGone(change, change.table(), to, without(before, kept), without(kept, before));
  }

  private static List<String> without(List<String> values, List<String> others) {
    return values.stream().filter(value -> !others.contains(value)).toList();
  }

  /** A text has no values of its own to rename: what rows hold stays, and the constant names it. */
  private static Optional<String> renamed(List<String> removed, List<String> fresh) {
    return fresh.isEmpty()
        ? Optional.empty()
        : Optional.of("renamed, and rows keep the value: "
            + either(removed.stream().map(NameProblem.Fix.VALUE::with).toList()) + " on "
            + oneLine(either(fresh)));
  }

  private List<Problem> valuesGone(
      Change change, QualifiedName table, Check check, List<String> removed, List<String> fresh) {
    List<Risk> risks = losses(table, check, removed);
    if (scope.commands().acceptsAll(risks)) {
      return List.of();
    }
    boolean one = removed.size() == 1;
    List<String> fixes = new ArrayList<>();
    renamed(removed, fresh).ifPresent(fixes::add);
    fixes.add(
        "no row holds " + (one ? "it: " : "them: ") + scope.commands().forChange(change, risks));
    List<String> literals =
        removed.stream().map(value -> "'" + value.replace("'", "''") + "'").toList();
    return List.of(Problem.error(
        "EnumValueRemoved",
        change.accept(scope.places()),
        Wording.member("check", table, check.name()) + " no longer allows " + oneLine(all(literals))
            + ", but rows may hold " + (one ? "it" : "them"),
        fixes.toArray(String[]::new)));
  }

  /** {@code data-loss:order.state.LOST}; of a check of no one column, its name is the column's. */
  private List<Risk> losses(QualifiedName table, Check check, List<String> removed) {
    String owner = scope.schema().table(table).columns().stream()
        .map(Column::name)
        .filter(column -> AllowedValues.areOf(check, column))
        .findFirst()
        .orElse(check.name());
    return removed.stream().map(value -> Risk.dataLoss(table, owner, value)).toList();
  }

  /** The text of a plain SQL literal. */
  static String unquoted(String literal) {
    return literal.length() > 1 && literal.startsWith("'")
        ? literal.substring(1, literal.length() - 1).replace("''", "'")
        : literal;
  }
}
