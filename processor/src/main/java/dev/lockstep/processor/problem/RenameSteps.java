package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.oneLine;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way in two migrations where one would be ambiguous: the two lines that show it.
 *
 * @param annotation its simple name
 * @param attribute where it has the name
 * @param newName raw
 * @param oldName as {@code renamedFrom} has it
 * @param taken raw names that are no way round
 * @param loss what accepts that the thing of the new name goes; empty if it cannot go like that
 */
record RenameSteps(
    String annotation,
    String attribute,
    String newName,
    String oldName,
    Set<String> taken,
    Optional<Risk> loss) {

  /** By way of a name that nobody has. */
  List<String> swap() {
    String way = free();
    return List.of(
        "swap in two steps, here alone " + annotation(way, oldName) + ": "
            + command("Rename " + oldName + " to " + way, Set.of()),
        second(way));
  }

  /** The one that has the old name now comes after. */
  List<String> reuse() {
    return List.of(
        "in two steps first leave the new one out: "
            + command("Rename " + oldName + " to " + newName, Set.of()),
        "then bring it with no rename left: " + command("Add " + oldName, Set.of()));
  }

  /** The one that has the name goes first. */
  List<String> handOver() {
    return loss.map(risk -> List.of(
            "drop the old " + oneLine(newName) + " first, here @" + annotation + "(" + attribute
                + " = "
                + javaText(oldName) + "): "
                + command(
                    "Drop " + newName,
                    Set.of((risk.isTypeable() ? risk : risk.ofEverything()).word())),
            second(oldName)))
        .orElse(List.of());
  }

  private String second(String from) {
    return "then " + annotation(newName, from) + ": "
        + command("Rename " + from + " to " + newName, Set.of());
  }

  private String annotation(String name, String from) {
    return "@" + annotation + "(" + attribute + " = " + javaText(name) + ", renamedFrom = "
        + javaText(from) + ")";
  }

  private static String command(String description, Set<String> accept) {
    return new Command(description, accept).text();
  }

  private String free() {
    int number = 2;
    while (taken.contains(newName + "_" + number)) {
      number++;
    }
    return newName + "_" + number;
  }
}
