package dev.lockstep.engine;

import java.util.regex.Pattern;

/**
 * A pattern for the names of schemas: {@code *} stands for any text, also none, {@code ?} for one
 * character, and a backslash before a character for that character. Upper and lower case differ.
 */
public final class SchemaPattern {
  private final String text;
  private final Pattern pattern;

  private SchemaPattern(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /**
   * The pattern that a person has typed.
   *
   * @throws dev.lockstep.UsageException if it is empty or ends with a backslash
   */
  public static SchemaPattern of(String text) {
    if (text.isBlank()) {
      throw Failures.schemaPattern(text, "is empty");
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i == text.length() - 1) {
        throw Failures.schemaPattern(
            text, "ends with a backslash, which stands before a character");
      }
      regex.append(
          c == '*'
              ? ".*"
              : c == '?' ? "." : Pattern.quote(String.valueOf(c == '\\' ? text.charAt(++i) : c)));
    }
    return new SchemaPattern(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  /** Whether the raw name is one of those that it stands for. */
  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }

  /** As it was typed. */
  @Override
  public String toString() {
    return text;
  }
}
