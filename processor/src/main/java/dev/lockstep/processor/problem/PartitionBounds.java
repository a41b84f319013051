package dev.lockstep.processor.problem;

import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.Partitioning.Strategy;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * No row belongs to two partitions (PostgreSQL manual, CREATE TABLE). Only what is certain without
 * the types is reported: equal values of lists, and remainders.
 */
final class PartitionBounds {
  private PartitionBounds() {}

  static Stream<Problem> problems(Table table, Partitioning partitioning) {
    List<Partition> before = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Partition partition : partitioning.partitions()) {
      before.stream()
          .flatMap(other -> conflict(partitioning.strategy(), other, partition).stream())
          .findFirst()
          .map(conflict -> Problem.error(
              "PartitionOverlaps",
              new OfMember(table.name(), partition.name()),
              Wording.member("partition", table.name(), partition.name()) + conflict))
          .ifPresent(problems::add);
      before.add(partition);
    }
    return problems.stream();
  }

  private static Optional<String> conflict(Strategy strategy, Partition one, Partition other) {
    if (one.isDefault() || other.isDefault()) {
      return Optional.empty();
    }
    return switch (strategy) {
      case RANGE -> Optional.empty();
      case LIST -> listed(one, other);
      case HASH -> hashed(one, other);
    };
  }

  private static Optional<String> listed(Partition one, Partition other) {
    List<String> literals = literals(one);
    return literals(other).stream()
        .filter(literals::contains)
        .findFirst()
        .map(literal ->
            " takes " + Wording.oneLine(literal) + ", as partition " + Wording.quoted(one.name()));
  }

  private static List<String> literals(Partition partition) {
    return SqlTokens.of(partition.values().text()).stream()
        .filter(
            token -> token.kind() == Kind.STRING || token.kind() == Kind.NUMBER || token.is("null"))
        .map(token -> token.is("null") ? "NULL" : token.text())
        .toList();
  }

  /** Each modulus must be a factor of the next larger one. */
  private static Optional<String> hashed(Partition one, Partition other) {
    List<Integer> ours = numbers(one);
    List<Integer> theirs = numbers(other);
    if (ours.size() != 2 || theirs.size() != 2) {
      return Optional.empty();
    }
    int smaller = Math.min(ours.get(0), theirs.get(0));
    if (Math.max(ours.get(0), theirs.get(0)) % smaller != 0) {
      return Optional.of(" has modulus " + theirs.get(0) + " and partition "
          + Wording.quoted(one.name()) + " " + ours.get(0)
          + "; one must be a multiple of the other");
    }
    return ours.get(1) % smaller == theirs.get(1) % smaller
        ? Optional.of(" takes rows that partition " + Wording.quoted(one.name()) + " takes too")
        : Optional.empty();
  }

  /** Modulus and remainder, as in {@code WITH (MODULUS 4, REMAINDER 0)}. */
  private static List<Integer> numbers(Partition partition) {
    List<Token> tokens = SqlTokens.of(partition.values().text());
    boolean turned = tokens.size() > 2 && tokens.get(2).is("remainder");
    List<Integer> numbers = tokens.stream()
        .map(Token::text)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(Integer::valueOf)
        .toList();
    return turned && numbers.size() == 2 ? List.of(numbers.get(1), numbers.get(0)) : numbers;
  }
}
