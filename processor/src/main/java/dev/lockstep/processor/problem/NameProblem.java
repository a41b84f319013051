package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.javaText;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is wrong with one name, whatever it names (PostgreSQL manual, 4.1.1 Identifiers). */
final class NameProblem {
  private static final int LONGEST = 63;

  private NameProblem() {}

  /**
   * The problem, if there is one.
   *
   * @param what {@code column "fax" of table "customer"}
   */
  static Optional<Problem> of(String name, String what, Place place, Fix fix) {
    if (isPlain(name)) {
      return Optional.empty();
    }
    if (name.isEmpty()) {
      return Optional.of(Problem.error("NameInvalid", place, what + " has an empty name"));
    }
    if (name.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
      return Optional.of(Problem.error(
          "NameInvalid",
          place,
          what + " has a character in its name that PostgreSQL cannot store"));
    }
    int bytes = bytes(name);
    return bytes <= LONGEST
        ? Optional.empty()
        : Optional.of(Problem.error(
            "NameTooLong",
            place,
            what + " has a name of " + bytes + " bytes; PostgreSQL keeps " + LONGEST,
            "shorten: " + fix.with(cut(name))));
  }

  /** The annotation text that gives another name, around the Java string. */
  record Fix(String before, String after) {
    static final Fix COLUMN = new Fix("@Column(name = ", ")");
    static final Fix TABLE = new Fix("@Table(name = ", ")");
    static final Fix SCHEMA = new Fix("@Table(schema = ", ")");
    static final Fix ANY_SCHEMA = new Fix("schema = ", "");
    static final Fix DATABASE = new Fix("@Database(schema = ", ")");
    static final Fix MEMBER = new Fix("name = ", "");
    static final Fix VALUE = new Fix("@EnumValue(", ")");

    String with(String name) {
      return before + javaText(name) + after;
    }
  }

  /** Whether the name is short and plain; else {@link #of} has to look. */
  static boolean isPlain(String name) {
    boolean plain = !name.isEmpty() && name.length() <= LONGEST;
    for (int i = 0; i < name.length() && plain; i++) {
      plain = name.charAt(i) > 0 && name.charAt(i) < 128;
    }
    return plain;
  }

  static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The longest beginning that PostgreSQL keeps whole. */
  static String cut(String name) {
    int end = name.length();
    while (bytes(name.substring(0, end)) > LONGEST) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }
}
