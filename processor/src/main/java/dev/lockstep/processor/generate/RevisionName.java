package dev.lockstep.processor.generate;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a new migration, which is the name of its class: {@code M0002_AddAddressToUser}.
 * Letters lose their accents; what is no ASCII letter or digit separates words.
 */
public final class RevisionName {
  /** What the name of a migration's class and of its file looks like. */
  public static final Pattern PATTERN = Pattern.compile("M(\\d{4,9})_[A-Za-z0-9_$]+");

  private static final int LONGEST = 60;

  private RevisionName() {}

  /**
   * The id after all existing ones; differs from each by more than case.
   *
   * @param description not blank
   */
  public static String of(String description, Collection<String> existing) {
    int last = existing.stream().mapToInt(RevisionName::number).max().orElse(0);
    return String.format(Locale.ROOT, "M%04d_%s", last + 1, words(description));
  }

  private static int number(String id) {
    Matcher matcher = PATTERN.matcher(id);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static String words(String description) {
    String ascii = Normalizer.normalize(description, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    StringBuilder name = new StringBuilder();
    for (String word : ascii.split("[^A-Za-z0-9]+", -1)) {
      if (name.length() + word.length() > LONGEST) {
        break;
      }
      name.append(capitalized(word));
    }
    return name.length() > 0 ? name.toString() : firstLetters(ascii);
  }

  /** Of a first word that is too long; {@code Migration} if nothing is left at all. */
  private static String firstLetters(String ascii) {
    String letters = ascii.replaceAll("[^A-Za-z0-9]+", "");
    return letters.isEmpty()
        ? "Migration"
        : capitalized(letters.substring(0, Math.min(LONGEST, letters.length())));
  }

  private static String capitalized(String word) {
    return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
