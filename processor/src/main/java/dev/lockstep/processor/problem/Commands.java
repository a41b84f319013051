package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.Hazard;
import dev.lockstep.processor.Options;
import dev.lockstep.processor.snapshot.Snapshot;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands that mend: with a suggested description in check mode, with the user's own while
 * generating, and then with what is accepted already.
 */
final class Commands {
  private final @Nullable String fixedDescription;
  private final Set<Risk> accepted;
  private final Risks risks;

  /**
   * Commands for one generation.
   *
   * @param risks of all its changes
   */
  Commands(Snapshot recorded, Options options, Risks risks) {
    String first = recorded.heads().isEmpty() ? "Initial migration" : null;
    this.fixedDescription = options.migrate() == null ? first : options.migrate();
    this.accepted = options.generates() ? options.accept() : Set.of();
    this.risks = risks;
  }

  /** Whether a risk that the change does have is accepted, at which nothing is lost for ever. */
  boolean accepts(Risk risk) {
    return accepts(risk, "");
  }

  /**
   * Whether a risk that the change does have is accepted.
   *
   * @param loss what no downgrade brings back, and why: {@code its values are deleted}
   */
  boolean accepts(Risk risk, String loss) {
    return risks.isSought(risk, loss)
        || accepted.contains(risk)
        || accepted.contains(risk.ofEverything());
  }

  boolean acceptsAll(List<Risk> all) {
    // No short cut: each of them is to be heard of.
    return all.stream().filter(risk -> !accepts(risk)).toList().isEmpty();
  }

  /** The risk is named where its hazard alone would accept more than this change. */
  String forChange(Change change, Risk... all) {
    return forChange(change, List.of(all));
  }

  String forChange(Change change, List<Risk> all) {
    Set<Risk> accept = new HashSet<>(accepted);
    for (Risk risk : all) {
      boolean alone = risks.of(risk.hazard()).allMatch(all::contains);
      accept.add(alone || !risk.isTypeable() ? risk.ofEverything() : risk);
    }
    return text(Suggestion.of(change), accept);
  }

  /** For several changes at once. */
  String of(String suggestion, Hazard... hazards) {
    Set<Risk> accept = new HashSet<>(accepted);
    Arrays.stream(hazards).forEach(hazard -> accept.add(new Risk(hazard, "")));
    return text(suggestion, accept);
  }

  private String text(String suggestion, Set<Risk> accept) {
    accept.removeIf(risk -> !risk.thing().isEmpty() && accept.contains(risk.ofEverything()));
    return new Command(fixedDescription == null ? suggestion : fixedDescription, accept).text();
  }
}
