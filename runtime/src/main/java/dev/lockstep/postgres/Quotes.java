package dev.lockstep.postgres;

/** Raw names and texts as they stand in SQL, whatever they hold; loads nothing else. */
public final class Quotes {
  private Quotes() {}

  /**
   * {@code "user"}.
   *
   * @throws IllegalArgumentException if it is empty or holds a NUL character
   */
  public static String name(String rawName) {
    if (rawName.isEmpty()) {
      throw new IllegalArgumentException("a name is empty");
    }
    if (rawName.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "the name \"" + rawName.replace("\0", "\\0") + "\" holds a NUL character");
    }
    String inside = rawName.indexOf('"') < 0 ? rawName : rawName.replace("\"", "\"\"");
    return String.join("", "\"", inside, "\"");
  }

  /** {@code "app"."user"}; the name alone if the schema is empty. */
  public static String name(String rawSchema, String rawName) {
    return rawSchema.isEmpty() ? name(rawName) : name(rawSchema) + "." + name(rawName);
  }

  /**
   * A literal that means the same whatever {@code standard_conforming_strings} says:
   * {@code 'it''s'} or {@code E'a\\b'}.
   *
   * @throws IllegalArgumentException if it holds a NUL character
   */
  public static String text(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "the text '" + text.replace("\0", "\\0") + "' holds a NUL character");
    }
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
  }
}
