package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.Hazard;
import dev.lockstep.processor.Options;
import dev.lockstep.processor.snapshot.Snapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands that mend: with a suggested description in check mode, with the user's own while
 * generating, and then with what is accepted already.
 */
final class Commands {
  private final @Nullable String fixedDescription;
  private final Set<Hazard> accepted;

  Commands(Snapshot recorded, Options options) {
    String first = recorded.heads().isEmpty() ? "Initial migration" : null;
    this.fixedDescription = options.migrate() == null ? first : options.migrate();
    this.accepted = options.generates() ? options.accept() : Set.of();
  }

  boolean accepts(Hazard hazard) {
    return accepted.contains(hazard);
  }

  String forChange(Change change, Hazard... hazards) {
    return of(Suggestion.of(change), hazards);
  }

  String of(String suggestion, Hazard... hazards) {
    Set<Hazard> accept = EnumSet.noneOf(Hazard.class);
    accept.addAll(accepted);
    accept.addAll(List.of(hazards));
    return new Command(fixedDescription == null ? suggestion : fixedDescription, accept).text();
  }
}
