package dev.lockstep.processor;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.problem.Risk;
import dev.lockstep.processor.problem.Wording;
import java.util.ArrayList;
import java.util.List;

/** Whether what {@code lockstep.accept} names is something that this generation does. */
final class AcceptedThings {
  private AcceptedThings() {}

  /** A thing that no database of the compile does is a mistake; a hazard alone may be too much. */
  static List<Problem> check(Options options, List<Comparison> comparisons) {
    if (!options.generates()
        || comparisons.stream().anyMatch(each -> each.diff().isEmpty())) {
      return List.of();
    }
    return options.accept().stream()
        .filter(risk -> !risk.thing().isEmpty())
        .filter(risk -> comparisons.stream().noneMatch(each -> each.risks().contains(risk)))
        .sorted()
        .map(risk -> unknown(risk, comparisons))
        .toList();
  }

  private static Problem unknown(Risk risk, List<Comparison> comparisons) {
    List<String> known = new ArrayList<>();
    comparisons.forEach(each -> known.addAll(each.risks().words()));
    return Problem.error(
        "AcceptUnknown",
        new Place.Nowhere(),
        "lockstep.accept names " + Wording.quoted(risk.word())
            + ", but the migration does nothing of the kind",
        known.isEmpty()
            ? "there is nothing to accept: leave lockstep.accept out"
            : "there are: " + Wording.oneLine(String.join(", ", known)));
  }
}
