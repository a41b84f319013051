package dev.lockstep.processor;

import dev.lockstep.processor.problem.Acceptance;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.problem.Risk;
import dev.lockstep.processor.problem.Risks;
import dev.lockstep.processor.problem.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What {@code lockstep.accept} means for each database of one compile. A thing that no database
 * threatens is a mistake, a hazard alone may be too much; what two databases have says of neither
 * that it is meant.
 */
final class AcceptedThings {
  /** By the names of the databases. */
  private final Map<String, Risks> risks = new TreeMap<>();

  private final Map<String, Set<Risk>> accepted = new TreeMap<>();
  private final Set<String> words = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final boolean several;

  private AcceptedThings(List<DatabaseComparer> comparers) {
    this.several = comparers.size() > 1;
    comparers.forEach(each -> {
      risks.put(each.name(), each.risks());
      accepted.put(each.name(), new HashSet<>());
    });
  }

  /** Of databases whose changes are found. */
  static AcceptedThings of(Options options, List<DatabaseComparer> comparers) {
    AcceptedThings things = new AcceptedThings(comparers);
    if (options.generates()) {
      boolean known = comparers.stream().allMatch(DatabaseComparer::isCompared);
      new TreeSet<>(options.accept()).forEach(typed -> things.add(typed, known));
    }
    return things;
  }

  private void add(Risk typed, boolean known) {
    List<String> having =
        risks.keySet().stream().filter(name -> !meant(typed, name).isEmpty()).toList();
    having.forEach(
        name -> accepted.getOrDefault(name, new HashSet<>()).add(Acceptance.meaning(typed, name)));
    if (having.size() > 1) {
      List<String> exact = having.stream()
          .flatMap(name -> meant(typed, name).stream().map(by(name)::word))
          .toList();
      words.addAll(exact);
      problems.add(ambiguous(typed, having, exact));
    } else if (having.isEmpty() && known && !typed.thing().isEmpty()) {
      problems.add(unknown(typed));
    } else {
      words.add(typed.word());
    }
  }

  /** What the database does of what was typed. */
  private List<Risk> meant(Risk typed, String database) {
    Risk meaning = Acceptance.meaning(typed, database);
    return risks
        .getOrDefault(database, Risks.NONE)
        .of(typed.hazard())
        .filter(risk -> meaning.thing().isEmpty() || risk.equals(meaning))
        .toList();
  }

  /** What is accepted for the database of that name. */
  Acceptance by(String database) {
    return new Acceptance(
        several ? database : "", accepted.getOrDefault(database, Set.of()), List.copyOf(words));
  }

  List<Problem> problems() {
    return problems;
  }

  private static Problem ambiguous(Risk typed, List<String> databases, List<String> exact) {
    String names = Wording.all(databases.stream().map(Wording::quoted).toList());
    return Problem.error(
        "AcceptAmbiguous",
        new Place.Nowhere(),
        "lockstep.accept names " + Wording.quoted(typed.word()) + ", which databases " + names
            + (databases.size() == 2 ? " both" : " all") + " have, so it accepts nothing",
        "name what is meant: -Dlockstep.accept=" + Wording.oneLine(String.join(",", exact)));
  }

  private Problem unknown(Risk typed) {
    List<String> known = risks.entrySet().stream()
        .flatMap(each -> each.getValue().all().map(by(each.getKey())::word))
        .sorted()
        .toList();
    return Problem.error(
        "AcceptUnknown",
        new Place.Nowhere(),
        "lockstep.accept names " + Wording.quoted(typed.word())
            + ", but the migration does nothing of the kind",
        known.isEmpty()
            ? "there is nothing to accept: leave lockstep.accept out"
            : "there are: " + Wording.oneLine(String.join(", ", known)));
  }
}
