package dev.lockstep.processor.model;

import dev.lockstep.processor.problem.Problem;
import java.util.List;

/**
 * What the classes of one database say.
 *
 * @param model what could be read; complete only if there is no error among the problems and
 *     {@code incomplete} is false
 * @param places where {@code problems} and all members of the model are
 * @param problems in the order of the tables' names
 * @param incomplete whether a type is unknown: in another round than the last one it may still be
 *     generated, in the last one the compiler reports it itself
 */
public record ModelReading(
    DeclaredModel model, Places places, List<Problem> problems, boolean incomplete) {
  public ModelReading {
    problems = List.copyOf(problems);
  }
}
