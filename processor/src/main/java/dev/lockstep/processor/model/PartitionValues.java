package dev.lockstep.processor.model;

import dev.lockstep.schema.Partitioning.Strategy;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The form of what CREATE TABLE has after FOR VALUES (PostgreSQL manual, CREATE TABLE).
 *
 * @param keys how many columns and expressions the table is partitioned by
 */
record PartitionValues(Strategy strategy, int keys) {

  /** What is wrong with a text whose brackets match, as the end of a sentence. */
  Optional<String> fault(String values) {
    List<Token> tokens = SqlTokens.of(values);
    if (tokens.size() == 1 && tokens.get(0).is("default")) {
      return strategy == Strategy.HASH ? Optional.of("a hash takes no default") : Optional.empty();
    }
    if (tokens.get(0).is("for")) {
      return Optional.of("FOR VALUES is written by itself");
    }
    return switch (strategy) {
      case RANGE -> rangeFault(tokens);
      case LIST -> listFault(tokens);
      case HASH -> hashFault(tokens);
    };
  }

  private Optional<String> rangeFault(List<Token> tokens) {
    int to = to(tokens);
    boolean form = tokens.get(0).is("from")
        && to > 0
        && isList(tokens.subList(1, to))
        && isList(tokens.subList(to + 1, tokens.size()));
    if (!form) {
      return Optional.of("it is not FROM (...) TO (...)");
    }
    boolean counts = items(tokens.subList(1, to)) == keys
        && items(tokens.subList(to + 1, tokens.size())) == keys;
    return counts
        ? Optional.empty()
        : Optional.of("each bound must have " + keys + (keys == 1 ? " value" : " values"));
  }

  private static int to(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0 && tokens.get(i).is("to")) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<String> listFault(List<Token> tokens) {
    return tokens.get(0).is("in") && isList(tokens.subList(1, tokens.size()))
        ? Optional.empty()
        : Optional.of("it is not IN (...)");
  }

  private static Optional<String> hashFault(List<Token> tokens) {
    boolean form = tokens.size() == 8
        && tokens.get(0).is("with")
        && tokens.get(1).is("(")
        && tokens.get(2).is("modulus")
        && tokens.get(3).kind() == Kind.NUMBER
        && tokens.get(4).is(",")
        && tokens.get(5).is("remainder")
        && tokens.get(6).kind() == Kind.NUMBER
        && tokens.get(7).is(")");
    if (!form) {
      return Optional.of("it is not WITH (MODULUS n, REMAINDER n)");
    }
    Optional<BigInteger> modulus = number(tokens.get(3));
    Optional<BigInteger> remainder = number(tokens.get(6));
    return modulus.isPresent()
            && remainder.isPresent()
            && remainder.get().compareTo(modulus.get()) < 0
        ? Optional.empty()
        : Optional.of("the remainder must be less than the modulus");
  }

  private static Optional<BigInteger> number(Token token) {
    return token.text().matches("[0-9]+")
        ? Optional.of(new BigInteger(token.text()))
        : Optional.empty();
  }

  /** Whether it is one pair of parentheses with something in it. */
  private static boolean isList(List<Token> tokens) {
    if (tokens.size() < 3 || !tokens.get(0).is("(")) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i == tokens.size() - 1;
      }
    }
    return false;
  }

  private static int items(List<Token> list) {
    int depth = 0;
    int items = 1;
    for (Token token : list) {
      depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
      items += depth == 1 && token.is(",") ? 1 : 0;
    }
    return items;
  }
}
