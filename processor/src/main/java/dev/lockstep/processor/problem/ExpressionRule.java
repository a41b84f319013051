package dev.lockstep.processor.problem;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.Member;
import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.QualifiedName;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Expressions name columns, not fields, nor columns that are gone. What is certain is an error; SQL
 * has too many words to call each unknown one a mistake, so the others are warnings.
 */
final class ExpressionRule implements TableRule {
  private final Schema recorded;
  private final DiffHints hints;

  /**
   * A rule that knows which columns there were.
   *
   * @param hints what the model says of names that were others
   */
  ExpressionRule(Schema recorded, DiffHints hints) {
    this.recorded = recorded;
    this.hints = hints;
  }

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (table.partitioning() == null
        && !TableTraits.hasComputedColumn(table)
        && !TableTraits.hasIndexExpression(table)
        && !TableTraits.has(table, Check.class)
        && !TableTraits.has(table, Exclusion.class)) {
      return Stream.of();
    }
    return Stream.of(
            table.constraints(Check.class).flatMap(check -> ofCheck(table, check)),
            table.indexes().stream().flatMap(index -> ofIndex(table, index)),
            table.columns().stream().flatMap(column -> ofComputed(table, column)),
            table.constraints(Exclusion.class).flatMap(each -> ofExclusion(table, each)),
            Stream.ofNullable(table.partitioning()).flatMap(by -> ofPartitioning(table, by)))
        .flatMap(problems -> problems);
  }

  private Stream<Problem> ofCheck(Table table, Check check) {
    String what = Wording.member("check", table.name(), check.name());
    return unknown(table, check.expression(), what, new OfMember(table.name(), check.name()));
  }

  private Stream<Problem> ofIndex(Table table, Index index) {
    return Stream.concat(
            index.elements().stream().map(IndexElement::expression),
            Stream.of(index).map(Index::where))
        .filter(Objects::nonNull)
        .flatMap(expression -> unknown(
            table,
            expression,
            Wording.member("index", table.name(), index.name()),
            new OfMember(table.name(), index.name())));
  }

  private Stream<Problem> ofExclusion(Table table, Exclusion exclusion) {
    String what = Wording.member(Kinds.of(exclusion), table.name(), exclusion.name());
    Place place = new OfMember(table.name(), exclusion.name());
    return Stream.concat(
            exclusion.elements().stream().map(element -> element.what().expression()),
            Stream.of(exclusion).map(Exclusion::where))
        .filter(Objects::nonNull)
        .flatMap(expression -> unknown(table, expression, what, place));
  }

  private Stream<Problem> ofPartitioning(Table table, Partitioning partitioning) {
    return partitioning.keys().stream()
        .map(IndexElement::expression)
        .filter(Objects::nonNull)
        .flatMap(expression ->
            unknown(table, expression, PartitionRule.what(table), new OfTable(table.name(), "")));
  }

  private Stream<Problem> ofComputed(Table table, Column column) {
    return column.computedOption().stream()
        .flatMap(computed -> unknown(
            table,
            computed.expression(),
            "the computation of " + Wording.column(table.name(), column.name()),
            new OfColumn(table.name(), column.name(), "")));
  }

  private Stream<Problem> unknown(Table table, SqlExpression expression, String what, Place place) {
    List<Token> tokens = SqlTokens.of(expression.text());
    return IntStream.range(0, tokens.size())
        .filter(at -> ColumnWords.isName(tokens, at))
        .filter(at -> !table.columns().contains(tokens.get(at).identifier()))
        // A row as a whole.
        .filter(at -> !table.name().name().equals(tokens.get(at).identifier()))
        .mapToObj(at -> unknown(table, tokens, at, what, place))
        .flatMap(Optional::stream)
        .distinct();
  }

  private Optional<Problem> unknown(
      Table table, List<Token> tokens, int at, String what, Place place) {
    Token token = tokens.get(at);
    if (token.kind() == Kind.QUOTED) {
      return Optional.of(Mentions.unknown(table, token.identifier(), what, place));
    }
    if (ColumnWords.isColumn(tokens, at) && isGone(table, token.identifier())) {
      return Optional.of(Mentions.unknown(
          table, token.identifier(), what, place, nameNow(table, token.identifier())));
    }
    String asField = snakeCase(token.text());
    Optional<String> nearest =
        NearestName.of(token.identifier(), table.columns().names());
    Optional<String> certain = table.columns().contains(asField)
        ? Optional.of(asField)
        : ColumnWords.isCompared(tokens, at) ? nearest : Optional.empty();
    if (certain.isPresent()) {
      return Optional.of(Mentions.unknown(table, token.text(), what, place, certain));
    }
    return ColumnWords.isUnknown(tokens, at)
        ? Optional.of(doubtful(table, token, what, place, nearest))
        : Optional.empty();
  }

  /** Whether the table had a column of that name, so that the word is no other of SQL's. */
  private boolean isGone(Table table, String column) {
    QualifiedName before = hints.renamedTables().getOrDefault(table.name(), table.name());
    return recorded.find(before).filter(old -> old.columns().contains(column)).isPresent();
  }

  private Optional<String> nameNow(Table table, String column) {
    return table.columns().names().stream()
        .filter(name -> column.equals(hints.renamedColumns().get(new Member(table.name(), name))))
        .findFirst()
        .or(() -> NearestName.of(column, table.columns().names()));
  }

  private static Problem doubtful(
      Table table, Token token, String what, Place place, Optional<String> nearest) {
    // As it is written, it may be the name of a column that needs quotes.
    Optional<String> meant = table.columns().contains(token.text())
        ? Optional.of(Wording.quoted(token.text()) + " in double quotes")
        : nearest.map(Wording::quoted);
    return Problem.warning(
        "NameUnknown",
        place,
        what + " names " + Wording.quoted(token.text()) + ", which is no column of "
            + Wording.table(table.name())
            + meant.map(name -> "; did you mean " + name + "?").orElse(""));
  }

  /** As the model names the column of a field. */
  private static String snakeCase(String field) {
    return field
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
