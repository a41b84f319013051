package dev.lockstep.processor.problem;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A view is one query; only a materialized one can be indexed (PostgreSQL manual, CREATE VIEW). */
final class ViewRule implements ObjectRule {
  private static final Set<String> OPTIONS =
      Set.of("check_option", "security_barrier", "security_invoker");

  @Override
  public Stream<Problem> problems(SchemaObject object, DeclaredModel declared) {
    return object instanceof View view
        ? Stream.of(query(view).stream(), indexes(view), options(view)).flatMap(all -> all)
        : Stream.of();
  }

  private static Optional<Problem> query(View view) {
    List<Token> tokens = SqlTokens.of(view.query().text());
    Token first = tokens.get(0);
    boolean query = Stream.of("select", "with", "values", "table", "(").anyMatch(first::is);
    boolean several = tokens.stream().anyMatch(token -> token.is(";"));
    if (query && !several) {
      return Optional.empty();
    }
    return Optional.of(Problem.error(
        "ViewQuery",
        new OfObject(view.key(), "query"),
        "the query of " + Wording.object(view.key())
            + (several
                ? " has a semicolon; it is one query"
                : " begins with " + Wording.quoted(first.text()) + "; a query is a SELECT")));
  }

  private static Stream<Problem> indexes(View view) {
    return view.indexes().stream().flatMap(index -> index(view, index).stream());
  }

  private static Optional<Problem> index(View view, Index index) {
    String what = "index " + Wording.quoted(index.name()) + " of " + Wording.object(view.key());
    OfObject place = new OfObject(view.key(), "");
    return view.materialized()
        ? IndexRule.inability(index)
            .map(cannot -> Problem.error("IndexMethod", place, what + " " + cannot))
        : Optional.of(Problem.error(
            "ViewIndexed",
            place,
            what + " cannot be: a view has no rows of its own",
            "store its rows: materialized = true"));
  }

  private static Stream<Problem> options(View view) {
    return view.materialized()
        ? Stream.of()
        : view.with().keySet().stream()
            .filter(option -> !OPTIONS.contains(option))
            .map(option -> Problem.error(
                "ParameterUnknown",
                new OfObject(view.key(), "with"),
                Wording.object(view.key()) + " has no option " + Wording.quoted(option)
                    + NearestName.of(option, OPTIONS)
                        .map(name -> "; did you mean " + Wording.quoted(name) + "?")
                        .orElse("")));
  }
}
