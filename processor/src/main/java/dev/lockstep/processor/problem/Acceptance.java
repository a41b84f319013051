package dev.lockstep.processor.problem;

import dev.lockstep.processor.Options;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code lockstep.accept} says to one database of a compile.
 *
 * @param database its name, where a word has to say it; empty if the compile has no other
 * @param accepted hazards with things, or alone
 * @param words as they were typed, for any database, without those that make no sense; commands
 *     that are shown go on with them
 */
public record Acceptance(String database, Set<Risk> accepted, List<String> words) {
  private static final char SEPARATOR = '/';

  public Acceptance {
    accepted = Set.copyOf(accepted);
    words = List.copyOf(words);
  }

  /** In a compile that has but one database, and of which nothing else is known yet. */
  public static Acceptance typed(Options options) {
    Set<Risk> accepted = options.generates() ? options.accept() : Set.of();
    return new Acceptance(
        "", accepted, new TreeSet<>(accepted).stream().map(Risk::word).toList());
  }

  /** Whether the compile has no other database. */
  boolean isAlone() {
    return database.isEmpty();
  }

  boolean accepts(Risk risk) {
    return accepted.contains(risk) || accepted.contains(risk.ofEverything());
  }

  /** Whether the risk is accepted in some database of the compile, this one or another. */
  boolean names(Risk risk) {
    return accepted.stream()
        .filter(typed -> typed.hazard() == risk.hazard())
        .map(Risk::thing)
        .map(thing -> thing.substring(thing.indexOf(SEPARATOR) + 1))
        .anyMatch(thing -> thing.isEmpty() || thing.equals(risk.thing()));
  }

  /** The word that accepts the risk in this database and nothing else, if it can be typed. */
  public String word(Risk risk) {
    Risk typed = risk.isTypeable() ? risk : risk.ofEverything();
    return database.isEmpty()
        ? typed.word()
        : typed.hazard().word() + ":" + database + SEPARATOR + typed.thing();
  }

  /**
   * What a word means for the database of that name: {@code data-loss:main/user.fax} is
   * {@code data-loss:user.fax} of the database {@code main}, {@code data-loss:main/} all of it.
   */
  public static Risk meaning(Risk typed, String database) {
    String prefix = database + SEPARATOR;
    return typed.thing().startsWith(prefix)
        ? new Risk(typed.hazard(), typed.thing().substring(prefix.length()))
        : typed;
  }
}
