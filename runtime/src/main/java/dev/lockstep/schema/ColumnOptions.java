package dev.lockstep.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are stored and sampled.
 *
 * @param storage {@code plain}, {@code main}, {@code external} or {@code extended}; empty for the
 *     type's own
 * @param compression {@code pglz} or {@code lz4}; empty for the server's default
 * @param statistics how finely ANALYZE samples it, 0 to 10,000; null for the server's default
 */
public record ColumnOptions(
    String storage, String compression, @Nullable Integer statistics) {
  public static final ColumnOptions NONE = new ColumnOptions("", "", null);

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ColumnOptions that
            && storage.equals(that.storage)
            && compression.equals(that.compression)
            && Objects.equals(statistics, that.statistics));
  }

  @Override
  public int hashCode() {
    return storage.hashCode();
  }
}
