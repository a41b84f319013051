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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows that partitions take: well formed, and none by two (PostgreSQL manual, CREATE TABLE). Of
 * the latter only what is certain: equal bounds, ranges of plain numbers and days, equal values of
 * lists, and remainders.
 */
final class PartitionBounds {
  private PartitionBounds() {}

  static Stream<Problem> problems(Table table, Partitioning partitioning) {
    List<Problem> malformed = partitioning.partitions().stream()
        .flatMap(partition -> malformed(table, partitioning, partition).stream())
        .toList();
    return malformed.isEmpty() ? overlaps(table, partitioning) : malformed.stream();
  }

  private static Optional<Problem> malformed(
      Table table, Partitioning partitioning, Partition partition) {
    boolean hash = partitioning.strategy() == Strategy.HASH;
    List<Token> tokens = SqlTokens.of(partition.values().text());
    boolean good = partition.isDefault()
        ? !hash
        : switch (partitioning.strategy()) {
          case RANGE -> isRange(tokens, partitioning.keys().size());
          case LIST -> tokens.get(0).is("in") && isList(tokens, 1) == tokens.size();
          case HASH -> isHash(tokens, numbers(partition));
        };
    return good
        ? Optional.empty()
        : Optional.of(Problem.error(
            "PartitionValues",
            new OfMember(table.name(), partition.name()),
            Wording.member("partition", table.name(), partition.name()) + " takes "
                + Wording.oneLine(partition.values()) + ", but the table is partitioned by "
                + partitioning.strategy() + " "
                + Wording.oneLine(partitioning.keys().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "(", ")"))),
            "write as: values = " + Wording.javaText(sample(partitioning))));
  }

  private static String sample(Partitioning partitioning) {
    int keys = partitioning.keys().size();
    String values = Stream.generate(() -> "...").limit(keys).collect(Collectors.joining(", "));
    return switch (partitioning.strategy()) {
      case RANGE -> "FROM (" + values + ") TO (" + values + ")";
      case LIST -> "IN (...)";
      case HASH -> "WITH (MODULUS 4, REMAINDER 0)";
    };
  }

  private static boolean isRange(List<Token> tokens, int keys) {
    if (!tokens.get(0).is("from") || values(tokens, 1) != keys) {
      return false;
    }
    int to = isList(tokens, 1);
    return to < tokens.size()
        && tokens.get(to).is("to")
        && values(tokens, to + 1) == keys
        && isList(tokens, to + 1) == tokens.size();
  }

  private static boolean isHash(List<Token> tokens, List<Integer> numbers) {
    boolean form = tokens.size() == 8
        && tokens.get(0).is("with")
        && tokens.get(1).is("(")
        && tokens.get(4).is(",")
        && tokens.get(7).is(")")
        && Stream.of(2, 5).filter(at -> tokens.get(at).is("modulus")).count() == 1
        && Stream.of(2, 5).filter(at -> tokens.get(at).is("remainder")).count() == 1;
    return form && numbers.size() == 2 && numbers.get(1) < numbers.get(0);
  }

  /** Where the list in parentheses that begins there ends; past the end if there is none. */
  private static int isList(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return tokens.get(i).is(")") ? i + 1 : tokens.size() + 1;
      }
    }
    return tokens.size() + 1;
  }

  /** How many values the list in parentheses has. */
  private static int values(List<Token> tokens, int open) {
    int depth = 0;
    int values = 1;
    for (int i = open; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        break;
      }
      values += depth == 1 && tokens.get(i).is(",") ? 1 : 0;
    }
    return values;
  }

  private static Stream<Problem> overlaps(Table table, Partitioning partitioning) {
    List<Partition> before = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Partition partition : partitioning.partitions()) {
      Optional<Problem> empty = empty(table, partitioning, partition);
      empty
          .or(() -> before.stream()
              .flatMap(other -> overlap(table, partitioning, other, partition).stream())
              .findFirst())
          .ifPresent(problems::add);
      if (empty.isEmpty()) {
        before.add(partition);
      }
    }
    return problems.stream();
  }

  private static Optional<Problem> empty(
      Table table, Partitioning partitioning, Partition partition) {
    if (partitioning.strategy() != Strategy.RANGE || partition.isDefault()) {
      return Optional.empty();
    }
    RangeBounds range = RangeBounds.of(table, partitioning, partition);
    return range.isEmpty()
        ? Optional.of(Problem.error(
            "PartitionEmpty",
            new OfMember(table.name(), partition.name()),
            Wording.member("partition", table.name(), partition.name()) + " takes no row: "
                + Wording.oneLine(RangeBounds.text(range.from())) + " is not below "
                + Wording.oneLine(RangeBounds.text(range.to())),
            "write as: values = "
                + Wording.javaText(
                    RangeBounds.isBelow(range.to(), range.from())
                        ? RangeBounds.values(range.to(), range.from())
                        : sample(partitioning))))
        : Optional.empty();
  }

  private static Optional<Problem> overlap(
      Table table, Partitioning partitioning, Partition one, Partition other) {
    return conflict(table, partitioning, one, other)
        .map(conflict -> Problem.error(
            "PartitionOverlaps",
            new OfMember(table.name(), other.name()),
            Wording.member("partition", table.name(), other.name()) + conflict,
            "take others: values = "
                + Wording.javaText(
                    free(table, partitioning, one, other).orElse(sample(partitioning)))));
  }

  private static Optional<String> conflict(
      Table table, Partitioning partitioning, Partition one, Partition other) {
    if (one.values().equals(other.values())) {
      return Optional.of(" takes the rows that partition " + Wording.quoted(one.name()) + " takes");
    }
    if (one.isDefault() || other.isDefault()) {
      return Optional.empty();
    }
    return switch (partitioning.strategy()) {
      case RANGE ->
        RangeBounds.of(table, partitioning, one)
                .overlaps(RangeBounds.of(table, partitioning, other))
            ? Optional.of(" takes rows that partition " + Wording.quoted(one.name()) + " takes too")
            : Optional.empty();
      case LIST -> listed(one, other);
      case HASH -> hashed(one, other);
    };
  }

  /** What the second can take beside the first, as far as that is plain. */
  private static Optional<String> free(
      Table table, Partitioning partitioning, Partition one, Partition other) {
    if (one.isDefault() || other.isDefault()) {
      return Optional.empty();
    }
    if (partitioning.strategy() == Strategy.HASH) {
      int modulus = numbers(one).get(0);
      Set<Integer> taken = partitioning.partitions().stream()
          .filter(each -> !each.name().equals(other.name()) && numbers(each).get(0) == modulus)
          .map(each -> numbers(each).get(1))
          .collect(Collectors.toSet());
      return IntStream.range(0, modulus)
          .filter(remainder -> !taken.contains(remainder))
          .mapToObj(remainder -> "WITH (MODULUS " + modulus + ", REMAINDER " + remainder + ")")
          .findFirst();
    }
    if (partitioning.strategy() == Strategy.LIST) {
      return Optional.empty();
    }
    RangeBounds first = RangeBounds.of(table, partitioning, one);
    RangeBounds second = RangeBounds.of(table, partitioning, other);
    if (RangeBounds.isBelow(first.to(), second.to())) {
      return Optional.of(RangeBounds.values(first.to(), second.to()));
    }
    return RangeBounds.isBelow(second.from(), first.from())
        ? Optional.of(RangeBounds.values(second.from(), first.from()))
        : Optional.empty();
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
