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

  /** Levenshtein's distance, in which two neighbours that changed places are one mistake. */
  private static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : least(rows, a, i, b, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int least(int[][] rows, String a, int i, String b, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int edited =
        Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
    boolean crossed =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return crossed ? Math.min(edited, rows[i - 2][j - 2] + 1) : edited;
  }
}
