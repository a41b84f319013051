package dev.lockstep.processor.problem;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The texts that the table tests expect, one problem each. */
final class Samples {
  private static final Pattern PROBLEM =
      Pattern.compile("(?m)^[A-Z]+ [^\\n]+?: (\\[lockstep:(\\w+)\\].*(\\n    .*)*)");

  /**
   * One problem.
   *
   * @param text as the compiler prints it
   */
  record Sample(String code, String text) {
    List<String> fixes() {
      return text.lines().skip(1).map(String::strip).toList();
    }
  }

  private Samples() {}

  static List<Sample> all() {
    return Stream.of(
            ChangeProblemsTest.changes(),
            ChangeProblemsTest.modes(),
            DecisionsTest.changes(),
            ObjectProblemsTest.changes(),
            ObjectDecisionsTest.changes(),
            RenameRulesTest.renames(),
            ObjectRenamesTest.renames(),
            SchemaRulesTest.mistakes(),
            ObjectRulesTest.mistakes(),
            ObjectRulesTest.ours(),
            LimitRulesTest.mistakes(),
            LimitRulesTest.ours())
        .flatMap(cases -> cases)
        .flatMap(Samples::of)
        .distinct()
        .toList();
  }

  private static Stream<Sample> of(Arguments row) {
    Object[] cells = row.get();
    return PROBLEM
        .matcher(String.valueOf(cells[cells.length - 1]))
        .results()
        .map(found -> new Sample(found.group(2), found.group(1)));
  }
}
