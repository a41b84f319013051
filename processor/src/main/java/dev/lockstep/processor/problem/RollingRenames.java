package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.RollingPlan;
import dev.lockstep.diff.RollingRename;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.processor.Options;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * The column renames of one diff, as what they are while code with the old name and code with the
 * new one both run.
 */
record RollingRenames(Schema recorded, SchemaDiff diff, Options options, Commands commands) {
  private static final String OPTION = " -Dlockstep.rolling=";

  /** The problem if that is asked for and cannot be. */
  List<Problem> problems(Change.ColumnRenamed change, ChangePlaces places) {
    if (!options.rolling()) {
      return List.of();
    }
    String atOnce =
        "at once, when no old version runs: " + commands.forChange(change) + OPTION + "false";
    String oneByOne = "one by one: take one of the changes back, generate the other, then this one";
    return obstacle(change)
        .map(why -> refused(change, places, why, atOnce))
        .or(() -> mixture(change).map(why -> refused(change, places, why, oneByOne, atOnce)))
        .stream()
        .toList();
  }

  private static Problem refused(
      Change.ColumnRenamed change, ChangePlaces places, String why, String... lines) {
    return Problem.error(
        "RollingRenameRefused",
        change.accept(places),
        Wording.column(change.table(), change.from()) + " cannot have two names for a while: "
            + why,
        lines);
  }

  /** The command that renames so; empty if it would be refused. */
  Optional<String> command(Change.ColumnRenamed change) {
    return options.online() && obstacle(change).isEmpty() && mixture(change).isEmpty()
        ? Optional.of(commands.forChange(change) + OPTION + "true")
        : Optional.empty();
  }

  /** Why the column cannot have two names for a while: a clause in which "it" is the column. */
  private Optional<String> obstacle(Change.ColumnRenamed change) {
    // A table of another name before is a mixture.
    return recorded
        .find(change.table())
        .filter(table -> table.columns().contains(change.from()))
        .flatMap(table -> RollingRename.obstacle(recorded, table.name(), change.from()));
  }

  /** Why it cannot together with what else changes. */
  private Optional<String> mixture(Change.ColumnRenamed change) {
    return other(change)
        .map(each -> "its table has another change, " + Wording.quoted(Suggestion.of(each)))
        .or(() -> RollingRename.obstacle(diff.to(), change.table(), change.to()))
        .or(this::dependence);
  }

  private Optional<Change> other(Change.ColumnRenamed change) {
    return diff.changes().stream()
        .filter(each -> !each.equals(change))
        .filter(each -> Subject.of(each).table().equals(change.table()))
        .findFirst();
  }

  private Optional<String> dependence() {
    return RollingPlan.of(diff.operations(), recorded).isPresent()
        ? Optional.empty()
        : Optional.of("other changes of this migration depend on it");
  }
}
