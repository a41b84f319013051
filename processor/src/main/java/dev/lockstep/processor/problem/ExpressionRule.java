package dev.lockstep.processor.problem;

import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Expressions name columns, not fields. Only what is certain is reported: SQL has too many words to
 * call each unknown one a mistake.
 */
final class ExpressionRule implements TableRule {
  private static final Set<String> COMPARISONS =
      Set.of("=", "<>", "!=", "<", ">", "<=", ">=", "in", "is", "between", "like", "ilike");

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    return Stream.of(
            table.constraints(Check.class).flatMap(check -> ofCheck(table, check)),
            table.indexes().stream().flatMap(index -> ofIndex(table, index)),
            table.columns().stream().flatMap(column -> ofComputed(table, column)),
            table.constraints(Exclusion.class).flatMap(each -> ofExclusion(table, each)),
            Stream.ofNullable(table.partitioning()).flatMap(by -> ofPartitioning(table, by)))
        .flatMap(problems -> problems);
  }

  private static Stream<Problem> ofCheck(Table table, Check check) {
    String what = Wording.member("check", table.name(), check.name());
    return unknown(table, check.expression(), what, new OfMember(table.name(), check.name()));
  }

  private static Stream<Problem> ofIndex(Table table, Index index) {
    String what = Wording.member("index", table.name(), index.name());
    Place place = new OfMember(table.name(), index.name());
    return Stream.concat(
            index.elements().stream().map(IndexElement::expression),
            Stream.of(index).map(Index::where))
        .filter(Objects::nonNull)
        .flatMap(expression -> unknown(table, expression, what, place));
  }

  private static Stream<Problem> ofExclusion(Table table, Exclusion exclusion) {
    String what = Wording.member(Kinds.of(exclusion), table.name(), exclusion.name());
    Place place = new OfMember(table.name(), exclusion.name());
    return Stream.concat(
            exclusion.elements().stream().map(element -> element.what().expression()),
            Stream.of(exclusion).map(Exclusion::where))
        .filter(Objects::nonNull)
        .flatMap(expression -> unknown(table, expression, what, place));
  }

  private static Stream<Problem> ofPartitioning(Table table, Partitioning partitioning) {
    return partitioning.keys().stream()
        .map(IndexElement::expression)
        .filter(Objects::nonNull)
        .flatMap(expression ->
            unknown(table, expression, PartitionRule.what(table), new OfTable(table.name(), "")));
  }

  private static Stream<Problem> ofComputed(Table table, Column column) {
    String what = "the computation of " + Wording.column(table.name(), column.name());
    return column.computedOption().stream()
        .flatMap(computed -> unknown(
            table, computed.expression(), what, new OfColumn(table.name(), column.name(), "")));
  }

  private static Stream<Problem> unknown(
      Table table, SqlExpression expression, String what, Place place) {
    List<Token> tokens = SqlTokens.of(expression.text());
    return IntStream.range(0, tokens.size())
        .filter(at -> isName(tokens, at))
        .mapToObj(tokens::get)
        .filter(token -> !table.columns().contains(token.identifier()))
        .flatMap(token -> unknown(table, tokens, token, what, place).stream());
  }

  private static Optional<Problem> unknown(
      Table table, List<Token> tokens, Token token, String what, Place place) {
    if (token.kind() == Kind.QUOTED) {
      return Optional.of(Mentions.unknown(table, token.identifier(), what, place));
    }
    String asField = snakeCase(token.text());
    boolean field = table.columns().contains(asField);
    boolean compared = isCompared(tokens, tokens.indexOf(token));
    return (field
            ? Optional.of(asField)
            : compared
                ? NearestName.of(token.identifier(), table.columns().names())
                : Optional.<String>empty())
        .map(meant -> Mentions.unknown(table, token.text(), what, place, Optional.of(meant)));
  }

  /** Whether the token stands where only a column can, as far as a look to both sides tells. */
  private static boolean isName(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean keyword =
        token.kind() == Kind.WORD && SqlTokens.identifier(token.identifier()).startsWith("\"");
    boolean name = token.kind() == Kind.QUOTED || (token.kind() == Kind.WORD && !keyword);
    boolean typed = at + 1 < tokens.size() && tokens.get(at + 1).kind() == Kind.STRING;
    return name
        && !typed
        && !follows(tokens, at, "::", ".", "collate", "as")
        && !precedes(tokens, at, "(", ".");
  }

  private static boolean isCompared(List<Token> tokens, int at) {
    boolean timeZone = at > 0
        && tokens.get(at - 1).kind() != Kind.SYMBOL
        && !tokens.get(at - 1).is("and")
        && !tokens.get(at - 1).is("or")
        && !tokens.get(at - 1).is("not");
    return !timeZone
        && at + 1 < tokens.size()
        && COMPARISONS.contains(tokens.get(at + 1).text().toLowerCase(Locale.ROOT));
  }

  private static boolean follows(List<Token> tokens, int at, String... before) {
    return at > 0 && Stream.of(before).anyMatch(tokens.get(at - 1)::is);
  }

  private static boolean precedes(List<Token> tokens, int at, String... after) {
    return at + 1 < tokens.size() && Stream.of(after).anyMatch(tokens.get(at + 1)::is);
  }

  /** As the model names the column of a field. */
  private static String snakeCase(String field) {
    return field
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
