package dev.lockstep.processor.model;

import dev.lockstep.processor.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one reading of the model has found so far. */
final class Findings {
  private final Places places;
  private final Map<Object, Problem> problems = new LinkedHashMap<>();
  private boolean incomplete;

  Findings(Places places) {
    this.places = places;
  }

  Places places() {
    return places;
  }

  /** The field of a mapped superclass is read for each table; what is said twice counts once. */
  void add(Problem problem) {
    problems.putIfAbsent(List.of(problem.text(), places.identity(problem.place())), problem);
  }

  /** Notes that a type is unknown as yet; the compiler will say so if it remains. */
  void incomplete() {
    incomplete = true;
  }

  List<Problem> problems() {
    return List.copyOf(problems.values());
  }

  boolean isIncomplete() {
    return incomplete;
  }
}
