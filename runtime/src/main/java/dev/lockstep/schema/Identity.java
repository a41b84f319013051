package dev.lockstep.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code GENERATED ... AS IDENTITY} with the options of its sequence; null where PostgreSQL's
 * default holds.
 *
 * @param always GENERATED ALWAYS, else BY DEFAULT
 * @param cycles whether it starts again at its end
 */
public record Identity(
    boolean always,
    @Nullable Long start,
    @Nullable Long increment,
    @Nullable Long min,
    @Nullable Long max,
    @Nullable Long cache,
    boolean cycles)
    implements ColumnValue {

  /**
   * Options that say no more than PostgreSQL's defaults are left out, so that equal identities are
   * equal values.
   */
  public Identity {
    increment = nullIf(increment, 1);
    cache = nullIf(cache, 1);
    boolean ascending = increment == null || increment > 0;
    min = ascending ? nullIf(min, 1) : min;
    max = ascending ? max : nullIf(max, -1);
    Long first =
        ascending ? (min == null ? Long.valueOf(1) : min) : (max == null ? Long.valueOf(-1) : max);
    start = nullIf(start, first);
  }

  public static Identity byDefault() {
    return new Identity(false, null, null, null, null, null, false);
  }

  public Identity start(long value) {
    return new Identity(always, value, increment, min, max, cache, cycles);
  }

  public Identity increment(long value) {
    return new Identity(always, start, value, min, max, cache, cycles);
  }

  public Identity min(long value) {
    return new Identity(always, start, increment, value, max, cache, cycles);
  }

  public Identity max(long value) {
    return new Identity(always, start, increment, min, value, cache, cycles);
  }

  public Identity cache(long value) {
    return new Identity(always, start, increment, min, max, value, cycles);
  }

  public Identity cycle() {
    return new Identity(always, start, increment, min, max, cache, true);
  }

  /** Whether it counts down. */
  public boolean descends() {
    return increment != null && increment < 0;
  }

  private static @Nullable Long nullIf(@Nullable Long value, long meaningless) {
    return value != null && value == meaningless ? null : value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Identity that
            && always == that.always
            && Objects.equals(start, that.start)
            && Objects.equals(increment, that.increment)
            && Objects.equals(min, that.min)
            && Objects.equals(max, that.max)
            && Objects.equals(cache, that.cache)
            && cycles == that.cycles);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(start);
  }
}
