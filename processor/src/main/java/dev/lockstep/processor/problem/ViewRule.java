package dev.lockstep.processor.problem;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.View;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Queries and options of views, and indexes of materialized ones (PostgreSQL manual, CREATE VIEW).
 */
final class ViewRule implements ObjectRule {
  private static final Set<String> QUERIES = Set.of("select", "with", "values", "table", "(");
  private static final Set<String> OPTIONS =
      Set.of("check_option", "security_barrier", "security_invoker");

  @Override
  public Stream<Problem> problems(SchemaObject object, DeclaredModel declared) {
    if (!(object instanceof View view)) {
      return Stream.of();
    }
    return Stream.concat(
        query(view).stream(),
        view.materialized() ? Stream.concat(indexes(view), parameters(view)) : options(view));
  }

  private static Stream<Problem> parameters(View view) {
    Place place = new OfObject(view.key(), "with");
    Stream<Problem> ofIndexes = view.indexes().stream()
        .flatMap(index -> StorageParameters.ofIndex(index.method()).stream()
            .flatMap(known -> known.problems(
                index.with(), Wording.index(view, index), new OfObject(view.key(), ""))));
    return Stream.concat(
        StorageParameters.OF_TABLES.problems(view.with(), Wording.object(view.key()), place),
        ofIndexes);
  }

  private static Optional<Problem> query(View view) {
    Token first = SqlTokens.of(view.query().text()).get(0);
    return QUERIES.contains(first.text().toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of(Problem.error(
            "ViewQuery",
            new OfObject(view.key(), "query"),
            "the query of " + Wording.object(view.key()) + " begins with "
                + Wording.quoted(first.text()) + "; a query is a SELECT"));
  }

  private static Stream<Problem> indexes(View view) {
    return view.indexes().stream()
        .flatMap(index -> IndexRule.inability(index)
            .map(cannot -> Problem.error(
                "IndexMethod",
                new OfObject(view.key(), ""),
                Wording.index(view, index) + " " + cannot,
                IndexRule.ANOTHER_METHOD))
            .stream());
  }

  private static Stream<Problem> options(View view) {
    return view.with().keySet().stream()
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
