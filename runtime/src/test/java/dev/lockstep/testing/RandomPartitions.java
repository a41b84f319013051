package dev.lockstep.testing;

import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.Partitioning.Strategy;
import dev.lockstep.schema.Table;
import java.util.List;

/**
 * Random partitions. The rows of {@link RandomRows} have room in those that a table is created
 * with; all others, here called spare, hold none.
 */
final class RandomPartitions {
  private static final List<String> NAMES =
      List.of("part", "Part \"1\"", "p_2024", "it's part", "größte");
  private static final int FIRST_SPARE = 1000;
  private static final int SPARES = 9;

  private final Draft draft;
  private final Dice dice;

  RandomPartitions(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  /** The table partitioned by its column {@code id}, which is a number or a text. */
  Table partitioned(Table table) {
    boolean text = Types.isString(table.columns().get("id").type());
    Strategy strategy = dice.pick(List.of(Strategy.values()));
    boolean expression = dice.chance(4) && !text;
    Table partitioned =
        table.withPartitioning(Partitioning.by(strategy, expression ? "(id + 1)" : "id"));
    if (dice.chance(5)) {
      return partitioned;
    }
    for (String values : mainValues(strategy, text)) {
      partitioned = add(partitioned, values);
    }
    for (int i = dice.below(3); i > 0; i--) {
      partitioned = addSpare(partitioned);
    }
    return partitioned;
  }

  private List<String> mainValues(Strategy strategy, boolean text) {
    return switch (strategy) {
      case RANGE ->
        text
            ? List.of("FROM (MINVALUE) TO ('2')", "FROM ('2') TO ('8')")
            : List.of("FROM (MINVALUE) TO (2)", "from (2) to (999)");
      case LIST ->
        text ? List.of("IN ('1', '2')", "IN ('3', '4')") : List.of("IN (1, 2)", "IN (3)", "IN (4)");
      case HASH -> List.of("WITH (MODULUS 2, REMAINDER 0)", "WITH (modulus 2, remainder 1)");
    };
  }

  private Table add(Table table, String values) {
    draft.put(table);
    Partition partition = Partition.of(draft.free(NAMES), values);
    Partitioning partitioning = java.util.Objects.requireNonNull(table.partitioning());
    return table.withPartitioning(
        partitioning.withPartitions(partitioning.partitions().with(partition)));
  }

  /** With one more partition that no row is in, if there is room for one. */
  Table addSpare(Table table) {
    Partitioning partitioning = table.partitioning();
    if (partitioning == null || partitioning.partitions().isEmpty()) {
      return table;
    }
    String values = spareValues(table, partitioning.strategy());
    boolean taken = values.isEmpty()
        || partitioning.partitions().stream()
            .anyMatch(each -> each.equals(Partition.of(each.name(), values)));
    return taken ? table : add(table, values);
  }

  /** Bounds that no other spare partition has, or empty. */
  private String spareValues(Table table, Strategy strategy) {
    if (strategy == Strategy.HASH) {
      return "";
    }
    if (dice.chance(4)) {
      return "DEFAULT";
    }
    int number = FIRST_SPARE + dice.below(SPARES);
    boolean text = Types.isString(table.columns().get("id").type());
    String from = text ? "'9" + number + "'" : "" + number;
    String to = text ? "'9" + (number + 1) + "'" : "" + (number + 1);
    return strategy == Strategy.LIST ? "IN (" + from + ")" : "FROM (" + from + ") TO (" + to + ")";
  }

  /** Whether no row of {@link RandomRows} is in it. */
  static boolean isSpare(Partition partition) {
    String values = partition.values().text();
    return partition.isDefault() || values.matches(".*1[0-9]{3}.*");
  }

  /** The same partition with other bounds, if they are free. */
  Table changeSpare(Table table, Partition partition) {
    Table without = without(table, partition);
    String values = spareValues(
        table, java.util.Objects.requireNonNull(table.partitioning()).strategy());
    boolean taken = values.isEmpty()
        || table.partitions().stream()
            .anyMatch(each -> each.equals(Partition.of(each.name(), values)));
    if (taken) {
      return table;
    }
    Partitioning partitioning = java.util.Objects.requireNonNull(without.partitioning());
    return without.withPartitioning(partitioning.withPartitions(
        partitioning.partitions().with(Partition.of(partition.name(), values))));
  }

  static Table without(Table table, Partition partition) {
    Partitioning partitioning = java.util.Objects.requireNonNull(table.partitioning());
    return table.withPartitioning(
        partitioning.withPartitions(partitioning.partitions().without(partition.name())));
  }
}
