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
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < javaName.length(); i += Character.charCount(javaName.codePointAt(i))) {
      if (i > 0 && startsWord(javaName, i)) {
        snake.append('_');
      }
      snake.appendCodePoint(javaName.codePointAt(i));
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean startsWord(String name, int at) {
    int letter = name.codePointAt(at);
    int before = name.codePointBefore(at);
    if (!Character.isUpperCase(letter) || before == '_') {
      return false;
    }
    int next = at + Character.charCount(letter);
    boolean beforeSmall = next < name.length() && Character.isLowerCase(name.codePointAt(next));
    return !Character.isUpperCase(before) || beforeSmall;
  }
}
