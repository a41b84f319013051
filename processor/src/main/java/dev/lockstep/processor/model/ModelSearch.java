package dev.lockstep.processor.model;

import dev.lockstep.processor.problem.Problem;
import java.util.List;

/**
 * The databases of one compile, and what is wrong with the model beside them.
 *
 * @param databases by name of their package
 * @param places where {@code problems} are
 * @param problems of the databases themselves and of classes that belong to none
 * @param incomplete whether an annotation has a value that is yet to be generated
 */
public record ModelSearch(
    List<DatabaseElement> databases, Places places, List<Problem> problems, boolean incomplete) {
  public ModelSearch {
    databases = List.copyOf(databases);
    problems = List.copyOf(problems);
  }
}
