package dev.lockstep.postgres;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be said of something as a person wrote it and something as a server printed it. */
enum Likeness {
  SAME,
  /** Only the server can tell. */
  UNSURE,
  DIFFERENT;

  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

  /** A number as it is printed where a default is one: {@code '-1'::integer}. */
  private static final Pattern NUMBER =
      Pattern.compile("\\(?'?\\(?(-?[0-9]+(?:\\.[0-9]+)?)\\)?'?\\)?(?:::[a-z0-9 (),]+)?");

  /** A string without an escape. */
  private static final Pattern STRING =
      Pattern.compile("'((?:[^'\\\\]|'')*)'(?:::[a-z ]+(?:\\([0-9]+\\))?)?");

  private static final Pattern WORD = Pattern.compile("[a-z_]+");

  static Likeness of(boolean same) {
    return same ? SAME : DIFFERENT;
  }

  /** That of both together. */
  Likeness and(Likeness other) {
    return compareTo(other) >= 0 ? this : other;
  }

  static Likeness of(@Nullable SqlExpression written, @Nullable SqlExpression printed) {
    if (written == null || printed == null) {
      return of(written == null && printed == null);
    }
    return written.equals(printed) ? SAME : UNSURE;
  }

  /** Of the defaults of a column; NULL as one is none. */
  static Likeness ofDefaults(
      Column column, @Nullable DefaultValue written, @Nullable DefaultValue printed) {
    if (written == null || printed == null) {
      return of(written == null ? printed == null : isNull(written));
    }
    Likeness likeness = of(written.expression(), printed.expression());
    return likeness == UNSURE
        ? ofLiterals(
            column.type(), written.expression().text(), printed.expression().text())
        : likeness;
  }

  private static boolean isNull(DefaultValue value) {
    return value.expression().text().toLowerCase(Locale.ROOT).matches("null(::.*)?");
  }

  private static Likeness ofLiterals(SqlType type, String written, String printed) {
    if (type.array()) {
      return UNSURE;
    }
    if (NUMBERS.contains(type.name())) {
      Matcher one = NUMBER.matcher(written);
      Matcher other = NUMBER.matcher(printed);
      return one.matches() && other.matches()
          ? of(new BigDecimal(one.group(1)).compareTo(new BigDecimal(other.group(1))) == 0)
          : UNSURE;
    }
    Matcher one = STRING.matcher(written);
    Matcher other = STRING.matcher(printed);
    boolean plain = type.name().equals("text") || type.name().equals("varchar");
    return plain && one.matches() && other.matches()
        ? of(one.group(1).equals(other.group(1)))
        : UNSURE;
  }

  /** Of storage parameters. */
  static Likeness of(SortedMap<String, String> written, SortedMap<String, String> printed) {
    if (!written.keySet().equals(printed.keySet())) {
      return DIFFERENT;
    }
    return written.entrySet().stream()
        .map(each -> ofValues(each.getValue(), printed.getOrDefault(each.getKey(), "")))
        .reduce(SAME, Likeness::and);
  }

  private static Likeness ofValues(String written, String printed) {
    String one = value(written);
    String other = value(printed);
    if (one.equals(other)) {
      return SAME;
    }
    return WORD.matcher(one).matches() && WORD.matcher(other).matches()
        ? DIFFERENT
        : numbers(one, other);
  }

  private static Likeness numbers(String written, String printed) {
    String number = "[0-9]+";
    return written.matches(number) && printed.matches(number) ? DIFFERENT : UNSURE;
  }

  private static String value(String value) {
    String word = value.toLowerCase(Locale.ROOT).replaceAll("^'(.*)'$", "$1");
    return switch (word) {
      case "on", "yes" -> "true";
      case "off", "no" -> "false";
      default -> word;
    };
  }
}
