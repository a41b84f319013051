package dev.lockstep.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code PARTITION BY}, and the partitions that migrations made.
 *
 * @param keys columns or expressions, at least one; without a direction
 * @param partitions tables in the schema of the partitioned one
 */
public record Partitioning(
    Strategy strategy, List<IndexElement> keys, NamedList<Partition> partitions)
    implements TableClause {
  /** How rows are told apart. */
  public enum Strategy {
    RANGE,
    LIST,
    HASH
  }

  public Partitioning {
    keys = List.copyOf(keys);
  }

  /** By those keys, each in the text form of {@link IndexElement}; without partitions. */
  public static Partitioning by(Strategy strategy, String firstKey, String... moreKeys) {
    List<IndexElement> keys = Stream.concat(Stream.of(firstKey), Stream.of(moreKeys))
        .map(IndexElement::parse)
        .toList();
    return new Partitioning(strategy, keys, NamedList.empty());
  }

  public Partitioning withPartitions(NamedList<Partition> newPartitions) {
    return new Partitioning(strategy, keys, newPartitions);
  }

  public boolean mentions(String column) {
    return keys.stream().anyMatch(key -> key.mentions(column));
  }

  public Partitioning renameColumn(String column, String newName) {
    return new Partitioning(
        strategy, keys.stream().map(key -> key.renameColumn(column, newName)).toList(), partitions);
  }

  /** Whether both tell rows apart in the same way, whatever their partitions. */
  public boolean sameKeys(Partitioning other) {
    return strategy == other.strategy && keys.equals(other.keys);
  }
}
