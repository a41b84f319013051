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
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows that partitions take: well formed, and none by two (PostgreSQL manual, CREATE TABLE).
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
          case HASH -> Modulus.of(tokens).isPresent();
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

  /** Only what is certain: equal bounds, equal values of lists, remainders of one row. */
  private static Stream<Problem> overlaps(Table table, Partitioning partitioning) {
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
    boolean plain = one.isDefault() || other.isDefault() || strategy == Strategy.RANGE;
    if (strategy == Strategy.HASH) {
      Modulus ours = Modulus.of(SqlTokens.of(one.values().text())).orElseThrow();
      Modulus theirs = Modulus.of(SqlTokens.of(other.values().text())).orElseThrow();
      return theirs.conflict(ours, one.name());
    }
    List<String> literals = literals(SqlTokens.of(one.values().text()));
    boolean overlap = plain
        ? one.values().equals(other.values())
        : literals(SqlTokens.of(other.values().text())).stream().anyMatch(literals::contains);
    return overlap ? Optional.of(taken(one.name())) : Optional.empty();
  }

  private static String taken(String other) {
    return " takes rows that partition " + Wording.quoted(other) + " takes too";
  }

  private static List<String> literals(List<Token> tokens) {
    return tokens.stream()
        .filter(
            token -> token.kind() == Kind.STRING || token.kind() == Kind.NUMBER || token.is("null"))
        .map(token ->
            token.kind() == Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : token.text())
        .toList();
  }

  /** {@code WITH (MODULUS 4, REMAINDER 0)}. */
  private record Modulus(int modulus, int remainder) {

    static Optional<Modulus> of(List<Token> tokens) {
      if (tokens.size() != 8
          || !tokens.get(0).is("with")
          || !tokens.get(1).is("(")
          || !tokens.get(4).is(",")
          || !tokens.get(7).is(")")) {
        return Optional.empty();
      }
      OptionalInt modulus = number(tokens, "modulus");
      OptionalInt remainder = number(tokens, "remainder");
      return modulus.isPresent()
              && remainder.isPresent()
              && remainder.getAsInt() < modulus.getAsInt()
          ? Optional.of(new Modulus(modulus.getAsInt(), remainder.getAsInt()))
          : Optional.empty();
    }

    private static OptionalInt number(List<Token> tokens, String name) {
      for (int at : new int[] {2, 5}) {
        if (tokens.get(at).is(name) && tokens.get(at + 1).text().matches("[0-9]{1,9}")) {
          return OptionalInt.of(Integer.parseInt(tokens.get(at + 1).text()));
        }
      }
      return OptionalInt.empty();
    }

    /** Each modulus must be a factor of the next larger one. */
    Optional<String> conflict(Modulus other, String name) {
      int smaller = Math.min(modulus, other.modulus);
      if (Math.max(modulus, other.modulus) % smaller != 0) {
        return Optional.of(" has modulus " + modulus + " and partition " + Wording.quoted(name)
            + " " + other.modulus + "; one must be a multiple of the other");
      }
      return remainder % smaller == other.remainder % smaller
          ? Optional.of(taken(name))
          : Optional.empty();
    }
  }
}
