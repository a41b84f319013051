package dev.lockstep.processor.model;

import java.util.Locale;

/**
 * The name that a Java name gets in the database: {@code userName} is {@code user_name},
 * {@code HTTPServer} {@code http_server}, {@code address2} {@code address2}, {@code iOSVersion}
 * {@code i_os_version}.
 */
final class SnakeCase {
  private SnakeCase() {}

  /** A word starts at an upper-case letter after another character or before a lower-case one. */
  static String of(String javaName) {
    int[] characters = javaName.codePoints().toArray();
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < characters.length; i++) {
      if (i > 0 && startsWord(characters, i)) {
        snake.append('_');
      }
      snake.appendCodePoint(characters[i]);
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean startsWord(int[] characters, int at) {
    if (!Character.isUpperCase(characters[at]) || characters[at - 1] == '_') {
      return false;
    }
    boolean afterCapital = Character.isUpperCase(characters[at - 1]);
    boolean beforeSmall = at + 1 < characters.length && Character.isLowerCase(characters[at + 1]);
    return !afterCapital || beforeSmall;
  }
}
