package dev.lockstep.processor.problem;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.View;
import java.util.Set;
import java.util.stream.Stream;

/** Options of views, and indexes of materialized ones (PostgreSQL manual, CREATE VIEW). */
final class ViewRule implements ObjectRule {
  private static final Set<String> OPTIONS =
      Set.of("check_option", "security_barrier", "security_invoker");

  @Override
  public Stream<Problem> problems(SchemaObject object, DeclaredModel declared) {
    if (!(object instanceof View view)) {
      return Stream.of();
    }
    return view.materialized() ? indexes(view) : options(view);
  }

  private static Stream<Problem> indexes(View view) {
    return view.indexes().stream()
        .flatMap(index -> IndexRule.inability(index)
            .map(cannot -> Problem.error(
                "IndexMethod",
                new OfObject(view.key(), ""),
                Wording.index(view, index) + " " + cannot))
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
