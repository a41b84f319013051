package dev.lockstep.processor.model;

import dev.lockstep.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** What one reading of the model has found so far. */
final class Findings {
  private final Places places;
  private final List<Problem> problems = new ArrayList<>();
  private boolean incomplete;

  Findings(Places places) {
    this.places = places;
  }

  Places places() {
    return places;
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  /** Notes that a type is unknown as yet; the compiler will say so if it remains. */
  void incomplete() {
    incomplete = true;
  }

  List<Problem> problems() {
    return problems;
  }

  boolean isIncomplete() {
    return incomplete;
  }
}
