package dev.lockstep.processor.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a misspelled name was meant to be. */
final class Spelling {
  private Spelling() {}

  /** The candidate nearest to what was written, if it is near enough to be meant. */
  static Optional<String> nearest(String written, List<String> candidates) {
    String name = SnakeCase.of(written);
    int near = Math.max(1, name.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(name, candidate.toLowerCase(Locale.ROOT)) <= near)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** How many characters must be put in, taken out or changed. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
