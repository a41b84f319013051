package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.Hazard;
import dev.lockstep.processor.Options;
import dev.lockstep.processor.snapshot.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The commands that mend: with a suggested description in check mode, with the user's own while
 * generating, and then with what is accepted already.
 */
final class Commands {
  private static final int FEW = 5;

  private final @Nullable String fixedDescription;
  private final Acceptance acceptance;
  private final Risks risks;

  /**
   * Commands for one generation.
   *
   * @param risks of all its changes
   */
  Commands(Snapshot recorded, Options options, Acceptance acceptance, Risks risks) {
    String first = recorded.heads().isEmpty() ? "Initial migration" : null;
    this.fixedDescription = options.migrate() == null ? first : options.migrate();
    this.acceptance = acceptance;
    this.risks = risks;
  }

  /** Whether a risk that the change does have is accepted. */
  boolean accepts(Risk risk) {
    return risks.isSought(risk) || acceptance.accepts(risk);
  }

  /** Whether a risk is accepted that the change can do without; nobody is asked to accept it. */
  boolean chooses(Risk risk) {
    return acceptance.names(risk) && accepts(risk);
  }

  boolean acceptsAll(List<Risk> all) {
    // No short cut: each of them is to be heard of.
    return all.stream().filter(risk -> !accepts(risk)).toList().isEmpty();
  }

  /** A risk is named where its hazard alone would accept more than this change. */
  String forChange(Change change, Risk... all) {
    return forChange(change, List.of(all));
  }

  String forChange(Change change, List<Risk> all) {
    Set<String> words = new TreeSet<>(acceptance.words());
    all.stream()
        .filter(risk -> !acceptance.accepts(risk))
        .map(risk -> word(risk, all))
        .forEach(words::add);
    return text(Suggestion.of(change), words);
  }

  private String word(Risk risk, List<Risk> all) {
    boolean alone = acceptance.isAlone() && risks.of(risk.hazard()).allMatch(all::contains);
    return acceptance.word(alone ? risk.ofEverything() : risk);
  }

  /** For several changes at once: all that the generation has of those hazards. */
  String of(String suggestion, Hazard... hazards) {
    Set<String> words = new TreeSet<>(acceptance.words());
    for (Hazard hazard : hazards) {
      List<Risk> all = risks.of(hazard).toList();
      boolean few = !acceptance.isAlone() && all.size() <= FEW;
      (few ? all : List.of(new Risk(hazard, "")))
          .stream().map(acceptance::word).forEach(words::add);
    }
    return text(suggestion, words);
  }

  private String text(String suggestion, Set<String> words) {
    Set<String> needed = new TreeSet<>(words);
    needed.removeIf(
        word -> word.contains(":") && words.contains(word.substring(0, word.indexOf(':'))));
    return new Command(fixedDescription == null ? suggestion : fixedDescription, needed).text();
  }
}
