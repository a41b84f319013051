package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.oneLine;

import dev.lockstep.schema.Identity;
import dev.lockstep.schema.SqlType;
import java.util.Optional;

/** What a sequence, also that of an identity, can count (PostgreSQL manual, CREATE SEQUENCE). */
final class Numbers {
  private Numbers() {}

  /** Whether it counts in values of that type. */
  static boolean areOf(SqlType type) {
    return bits(type) > 0;
  }

  private static int bits(SqlType type) {
    if (type.array() || !type.schema().isEmpty()) {
      return 0;
    }
    return switch (type.name()) {
      case "smallint" -> 16;
      case "integer" -> 32;
      case "bigint" -> 64;
      default -> 0;
    };
  }

  /**
   * An option that cannot be.
   *
   * @param message as {@code has an increment of 0}
   * @param mended the attributes as they could be: {@code increment = 1}
   */
  record Wrong(String message, String mended) {}

  /** The first option that cannot be. */
  static Optional<Wrong> wrongOption(Identity options, SqlType type) {
    long most = Long.MAX_VALUE >> (64 - bits(type));
    boolean ascending = options.increment() == null || options.increment() > 0;
    long min = options.min() != null ? options.min() : ascending ? 1 : -most - 1;
    long max = options.max() != null ? options.max() : ascending ? most : -1;
    Long start = options.start();
    if (options.increment() != null && options.increment() == 0) {
      return wrong("has an increment of 0", "increment = 1");
    }
    if (options.cache() != null && options.cache() < 1) {
      return wrong("has a cache of " + options.cache() + "; at least 1 is needed", "cache = 1");
    }
    if (min < -most - 1) {
      return wrong(
          "has bounds that are no values of type " + oneLine(type), "min = " + java(-most - 1));
    }
    if (max > most) {
      return wrong("has bounds that are no values of type " + oneLine(type), "max = " + java(most));
    }
    if (min >= max) {
      return wrong(
          "has min " + min + ", which is not below max " + max,
          max > -most - 1 ? "min = " + java(max - 1) : "max = " + java(min + 1));
    }
    return start != null && (start < min || start > max)
        ? wrong(
            "has start " + start + ", which is not between " + min + " and " + max,
            "start = " + java(start < min ? min : max))
        : Optional.empty();
  }

  private static Optional<Wrong> wrong(String message, String mended) {
    return Optional.of(new Wrong(message, mended));
  }

  /** As Java takes it. */
  private static String java(long number) {
    return number == (int) number ? String.valueOf(number) : number + "L";
  }
}
