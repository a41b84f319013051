package dev.lockstep.processor.model;

import dev.lockstep.schema.Identity;
import dev.lockstep.schema.SqlType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the options that {@code @Identity} and {@code @Sequence} share. */
final class SequenceOptions {
  private static final Map<String, Long> LARGEST = Map.of(
      "smallint", (long) Short.MAX_VALUE,
      "integer", (long) Integer.MAX_VALUE,
      "bigint", Long.MAX_VALUE);

  private SequenceOptions() {}

  static Identity of(Attributes annotation, SqlType type) {
    Identity identity = new Identity(
        annotation.flag("always", false),
        annotation.number("start"),
        annotation.number("increment"),
        annotation.number("min"),
        annotation.number("max"),
        annotation.number("cache"),
        annotation.flag("cycle", false));
    Long largest = LARGEST.get(type.name());
    return largest == null ? identity : withoutLimits(identity, largest);
  }

  /** Without the limits that the type has by itself, which PostgreSQL does not tell apart. */
  private static Identity withoutLimits(Identity identity, long largest) {
    boolean ascending = identity.increment() == null || identity.increment() > 0;
    Long max = ascending ? without(identity.max(), largest) : identity.max();
    Long min = ascending ? identity.min() : without(identity.min(), -largest - 1);
    return new Identity(
        identity.always(),
        identity.start(),
        identity.increment(),
        min,
        max,
        identity.cache(),
        identity.cycles());
  }

  private static @Nullable Long without(@Nullable Long number, long meaningless) {
    return number != null && number == meaningless ? null : number;
  }
}
