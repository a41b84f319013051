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

  /** The first option that cannot be, as {@code has an increment of 0}. */
  static Optional<String> wrongOption(Identity options, SqlType type) {
    long most = Long.MAX_VALUE >> (64 - bits(type));
    boolean ascending = options.increment() == null || options.increment() > 0;
    long min = options.min() != null ? options.min() : ascending ? 1 : -most - 1;
    long max = options.max() != null ? options.max() : ascending ? most : -1;
    Long start = options.start();
    if (options.increment() != null && options.increment() == 0) {
      return Optional.of("has an increment of 0");
    }
    if (options.cache() != null && options.cache() < 1) {
      return Optional.of("has a cache of " + options.cache() + "; at least 1 is needed");
    }
    if (min < -most - 1 || max > most) {
      return Optional.of("has bounds that are no values of type " + oneLine(type));
    }
    if (min >= max) {
      return Optional.of("has min " + min + ", which is not below max " + max);
    }
    return start != null && (start < min || start > max)
        ? Optional.of("has start " + start + ", which is not between " + min + " and " + max)
        : Optional.empty();
  }
}
