package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.processor.Options;
import dev.lockstep.processor.Options.Check;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.processor.problem.Problem.Severity;
import dev.lockstep.schema.FromClause;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Views whose query is as it was, although a column that it names has gone or is called otherwise:
 * PostgreSQL would not make them again. Errors where the query leaves no doubt, else warnings,
 * since a word may mean something else.
 *
 * @param hints those that the schemas were compared by
 */
public record ViewColumns(Schema recorded, Schema declared, DiffHints hints) {

  /** The problems, by change, then by view; warnings alone in a check that does not refuse. */
  public List<Problem> problems(SchemaDiff diff, Options options) {
    if (diff.isEmpty()) {
      return List.of();
    }
    boolean refuses = options.generates() || options.check() == Check.ERROR;
    return diff.changes().stream()
        .flatMap(this::of)
        .map(problem -> refuses ? problem : problem.withSeverity(Severity.WARNING))
        .toList();
  }

  private Stream<Problem> of(Change change) {
    if (change instanceof Change.ColumnRemoved removed) {
      String column = removed.column().name();
      return views(removed.table(), column)
          .map(view -> problem(
              view,
              removed.table(),
              column,
              "goes",
              use -> use.without().map(query -> "leave it out: " + asked(query))));
    }
    return change instanceof Change.ColumnRenamed renamed
        ? views(renamed.table(), renamed.from())
            .map(view -> problem(
                view,
                renamed.table(),
                renamed.from(),
                "is named " + quoted(renamed.to()) + " now",
                use -> Optional.of("name it so: " + asked(use.renamed(renamed.to())))))
        : Stream.of();
  }

  private static String asked(String query) {
    return "query = " + Wording.javaText(query);
  }

  private Stream<View> views(QualifiedName table, String column) {
    return declared.objects(View.class).filter(this::isUnchanged).filter(view -> {
      List<Token> query = SqlTokens.of(view.query().text());
      Set<QualifiedName> sources = FromClause.relations(query);
      boolean source = sources.stream().anyMatch(name -> isMeant(name, table));
      boolean elsewhere = sources.stream()
          .flatMap(name ->
              declared.tables().values().stream().filter(each -> isMeant(name, each.name())))
          .anyMatch(each -> each.columns().contains(column));
      return source && !elsewhere && names(query, column);
    });
  }

  private boolean isUnchanged(View view) {
    ObjectKey before = hints.renamedObjects().getOrDefault(view.key(), view.key());
    Optional<View> old = recorded.find(before).map(View.class::cast);
    return old.filter(was -> was.query().equals(view.query())).isPresent();
  }

  /** A name without a schema may be found in any of the search path. */
  private static boolean isMeant(QualifiedName name, QualifiedName table) {
    return name.name().equals(table.name())
        && (name.schema().isEmpty()
            || table.schema().isEmpty()
            || name.schema().equals(table.schema()));
  }

  /** Whether the word stands there, and is never made a name of the query's own. */
  private static boolean names(List<Token> query, String column) {
    boolean named = false;
    for (int i = 0; i < query.size(); i++) {
      boolean word = query.get(i).isIdentifier() && query.get(i).identifier().equals(column);
      if (word && i > 0 && isAlias(query, i)) {
        return false;
      }
      boolean called =
          i + 1 < query.size() && (query.get(i + 1).is("(") || query.get(i + 1).is("."));
      named |= word && !called;
    }
    return named;
  }

  /** With AS, or right behind what it names. */
  private static boolean isAlias(List<Token> query, int at) {
    Token before = query.get(at - 1);
    boolean behindName = before.isIdentifier()
        && SqlTokens.identifier(before.identifier())
            .equals(before.text().toLowerCase(java.util.Locale.ROOT));
    return before.is("as") || before.is(")") || (behindName && !before.is("by"));
  }

  private static Problem problem(
      View view,
      QualifiedName table,
      String column,
      String what,
      Function<ViewColumnUse, Optional<String>> fix) {
    Place place = new OfObject(view.key(), "query");
    String says = Wording.object(view.key()) + " still names column " + quoted(column) + " of "
        + Wording.table(table) + ", which " + what;
    return ViewColumnUse.of(view.query().text(), column)
        .map(use -> Problem.error(
            "ViewColumnGone", place, says, fix.apply(use).stream().toArray(String[]::new)))
        .orElseGet(() -> Problem.warning("ViewColumnGone", place, says));
  }
}
