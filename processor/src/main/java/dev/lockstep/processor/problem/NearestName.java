package dev.lockstep.processor.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that a misspelt one is most likely meant to be. */
public final class NearestName {
  private NearestName() {}

  /** The nearest name, if no more than a third of it has to be edited, or two characters. */
  public static Optional<String> of(String misspelt, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(misspelt, name) <= allowed(misspelt, name))
        .min(Comparator.comparing((String name) -> distance(misspelt, name))
            .thenComparing(Comparator.naturalOrder()));
  }

  private static int allowed(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    return Math.min(Math.max(2, longer / 3), longer - 1);
  }

  /** Levenshtein's distance, by rows. */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
