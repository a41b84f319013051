package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.annotation;
import static dev.lockstep.processor.problem.Wording.column;
import static dev.lockstep.processor.problem.Wording.quoted;
import static dev.lockstep.processor.problem.Wording.table;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.Member;
import dev.lockstep.processor.Options;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Volatility;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user has to decide before a column is added to a table that may hold rows, or becomes
 * another.
 */
record ColumnDecisions(
    Schema declared,
    DiffHints hints,
    TypeDecisions types,
    Candidates candidates,
    ChangePlaces places,
    Commands commands,
    Options options) {
  static final String REWRITES = ", which rewrites the table and locks it meanwhile";

  static ColumnDecisions in(ChangeScope scope) {
    return new ColumnDecisions(
        scope.schema(),
        scope.declared().hints(),
        new TypeDecisions(scope),
        scope.candidates(),
        scope.places(),
        scope.commands(),
        scope.options());
  }

  List<Problem> ofNew(Change.ColumnAdded change) {
    String what = "new " + column(change.table(), change.column().name());
    return ofNew(change, change.table(), change.column(), what, candidates.removedFor(change));
  }

  List<Problem> ofChanged(Change.ColumnChanged change) {
    return switch (change.aspect()) {
      case COMPUTED -> computation(change);
      case TYPE -> isMadeAnew(change) ? recomputed(change) : types.of(change);
      case NULLABILITY -> isMadeAnew(change) ? List.of() : nullability(change);
      case DEFAULT, IDENTITY, COLLATION, COMMENT, STORAGE, COMPRESSION, STATISTICS -> List.of();
    };
  }

  /** PostgreSQL lets a stored computed column become plain; all else takes a new column. */
  private static boolean isMadeAnew(Change.ColumnChanged change) {
    boolean becomesPlain = change.to().computedOption().isEmpty();
    return change
        .from()
        .computedOption()
        .map(computed -> !becomesPlain || !computed.stored())
        .orElse(!becomesPlain);
  }

  private List<Problem> ofNew(
      Change change, QualifiedName table, Column column, String what, List<String> removed) {
    List<Problem> problems = new ArrayList<>();
    boolean filled = hints.backfill().containsKey(new Member(table, column.name()));
    if (!column.nullable() && column.value() == null && !filled) {
      String message = "new column " + quoted(column.name())
          + " is NOT NULL and has no default, but " + table(table) + " may hold rows";
      problems.add(needsValue(change, table, column, message, removed));
    }
    List<Problem> rewrites = rewrites(change, table, column, what, filled);
    if (!rewrites.isEmpty() && !commands.accepts(Risk.rewrite(table))) {
      problems.addAll(rewrites);
    }
    return problems;
  }

  private Problem needsValue(
      Change change, QualifiedName table, Column column, String message, List<String> removed) {
    List<String> fixes =
        new ArrayList<>(SampleValue.fixes(declared.table(table), column, declared));
    if (!removed.isEmpty()) {
      fixes.add(0, Candidates.renamedFrom("Column", removed));
    }
    return Problem.error(
        "NotNullNeedsValue", change.accept(places), message, fixes.toArray(String[]::new));
  }

  private List<Problem> rewrites(
      Change change, QualifiedName table, Column column, String what, boolean filled) {
    if (column.computedOption().filter(Computed::stored).isPresent()) {
      return List.of(rewrite(change, table, what + " is computed and stored"));
    }
    if (filled || options.online()) {
      return List.of();
    }
    if (column.identityOption().isPresent()) {
      return List.of(rewrite(change, table, what + " is an identity"));
    }
    return column
        .defaultExpression()
        .filter(Volatility::isVolatile)
        .map(value -> rewrite(
            change,
            table,
            what + " has another default for each row",
            "fill in place: " + annotation("Column", "backfill", value.text())))
        .stream()
        .toList();
  }

  private Problem rewrite(Change change, QualifiedName table, String message, String... waysOut) {
    List<String> fixes = new ArrayList<>(List.of(waysOut));
    fixes.add("accept: " + commands.forChange(change, Risk.rewrite(table)));
    return Problem.error(
        "TableRewrite", change.accept(places), message + REWRITES, fixes.toArray(String[]::new));
  }

  private List<Problem> nullability(Change.ColumnChanged change) {
    Column to = change.to();
    boolean filled = hints.backfill().containsKey(new Member(change.table(), to.name()))
        || to.defaultExpression().isPresent();
    if (to.nullable() || filled) {
      return List.of();
    }
    String message = column(change.table(), to.name())
        + " becomes NOT NULL and has no default, but its rows may hold NULL";
    return List.of(needsValue(change, change.table(), to, message, List.of()));
  }

  /**
   * PostgreSQL makes a column computed, or computed in another way, by dropping and adding it; to
   * become plain a stored one drops its expression and keeps its values.
   */
  private List<Problem> computation(Change.ColumnChanged change) {
    boolean before = change.from().computedOption().isPresent();
    boolean after = change.to().computedOption().isPresent();
    if (before && after) {
      return recomputed(change);
    }
    if (after) {
      return becomesComputed(change);
    }
    return isMadeAnew(change) ? becomesPlain(change) : List.of();
  }

  private List<Problem> recomputed(Change.ColumnChanged change) {
    boolean stored = change.to().computedOption().filter(Computed::stored).isPresent();
    String message = column(change.table(), change.to().name()) + " is computed and stored anew";
    return stored && !commands.accepts(Risk.rewrite(change.table()))
        ? List.of(rewrite(change, change.table(), message))
        : List.of();
  }

  private List<Problem> becomesComputed(Change.ColumnChanged change) {
    Risk loss = Risk.dataLoss(change.table(), change.from().name());
    if (commands.accepts(loss)) {
      return recomputed(change);
    }
    boolean stored = change.to().computedOption().filter(Computed::stored).isPresent();
    List<Risk> risks = stored ? List.of(loss, Risk.rewrite(change.table())) : List.of(loss);
    return List.of(Problem.error(
        "ColumnBecomesComputed",
        change.accept(places),
        column(change.table(), change.to().name())
            + " becomes computed; a migration would delete its data",
        "dropped: " + commands.forChange(change, risks)));
  }

  private List<Problem> becomesPlain(Change.ColumnChanged change) {
    Column to = change.to();
    boolean filled = hints.backfill().containsKey(new Member(change.table(), to.name()));
    Risk loss = Risk.dataLoss(change.table(), change.from().name());
    if (filled || commands.accepts(loss)) {
      String what = column(change.table(), to.name());
      return ofNew(change, change.table(), to, what, List.of());
    }
    String expression =
        change.from().computedOption().orElseThrow().expression().text();
    return List.of(Problem.error(
        "ColumnNoLongerComputed",
        change.accept(places),
        column(change.table(), to.name())
            + " is no longer computed; a migration would delete its data",
        "keep the values: " + annotation("Column", "backfill", expression),
        "dropped: " + commands.forChange(change, loss)));
  }
}
