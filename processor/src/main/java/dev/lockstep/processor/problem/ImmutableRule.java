package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.javaText;

import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is computed, indexed or partitioned by gives the same result at all times (PostgreSQL
 * manual, 38.7 Function Volatility Categories). Only functions of PostgreSQL itself that do so for
 * no arguments at all are known.
 */
final class ImmutableRule implements TableRule {
  private static final Set<String> FUNCTIONS = Set.of(
      ("clock_timestamp concat concat_ws current_database current_query current_schemas current_setting currval"
              + " format gen_random_uuid json_build_array json_build_object jsonb_build_array jsonb_build_object lastval"
              + " make_timestamptz nextval now random row_to_json setseed setval statement_timestamp timeofday to_char"
              + " to_date to_json to_jsonb to_number transaction_timestamp uuidv4 uuidv7 version array_to_string"
              + " uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4")
          .split(" "));

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (table.partitioning() == null
        && !TableTraits.hasComputedColumn(table)
        && !TableTraits.hasIndexExpression(table)) {
      return Stream.of();
    }
    Partitioning by = table.partitioning();
    return Stream.of(
            table.columns().stream()
                .flatMap(column -> column.computedOption().stream()
                    .flatMap(computed -> changing(computed.expression())
                        .map(call -> Problem.error(
                            "NotImmutable",
                            new OfColumn(table.name(), column.name(), ""),
                            "the computation of " + Wording.column(table.name(), column.name())
                                + says(call),
                            "let a default give it: "
                                + Wording.annotation(
                                    "Column",
                                    "defaultValue",
                                    computed.expression().text())))
                        .stream())),
            table.indexes().stream().flatMap(index -> ofIndex(table.name(), index)),
            by == null ? Stream.<Problem>of() : ofPartitioning(table, by))
        .flatMap(problems -> problems);
  }

  private static Stream<Problem> ofIndex(QualifiedName table, Index index) {
    Stream<Optional<String>> elements = index.elements().stream()
        .map(IndexElement::expression)
        .filter(Objects::nonNull)
        .map(ImmutableRule::changing);
    Stream<Optional<String>> where = Stream.ofNullable(index.where()).map(ImmutableRule::changing);
    return Stream.concat(elements, where)
        .flatMap(Optional::stream)
        .limit(1)
        .map(call -> Problem.error(
            "NotImmutable",
            new OfMember(table, index.name()),
            Wording.member("index", table, index.name()) + says(call),
            "leave that to the query, and index a column: columns = " + javaText("...")));
  }

  private static Stream<Problem> ofPartitioning(Table table, Partitioning by) {
    return by.keys().stream()
        .map(IndexElement::expression)
        .filter(Objects::nonNull)
        .flatMap(expression -> changing(expression).stream())
        .map(call -> Problem.error(
            "NotImmutable",
            new Place.OfTable(table.name(), ""),
            PartitionRule.what(table) + says(call),
            "take a column: @Partitioned(columns = " + javaText("...") + ")"));
  }

  private static String says(String call) {
    return " uses " + call + ", which does not always give the same result";
  }

  /** The first call of such a function, as it is written. */
  private static Optional<String> changing(SqlExpression expression) {
    List<Token> tokens = SqlTokens.of(expression.text());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
      boolean qualified = i > 1 && tokens.get(i - 1).is(".");
      boolean ours = !qualified || tokens.get(i - 2).is("pg_catalog");
      boolean type = i > 0 && tokens.get(i - 1).is("::");
      if (called && ours && !type && FUNCTIONS.contains(token.identifier())) {
        return Optional.of(token.text() + "()");
      }
      if (!qualified && SqlTokens.isSessionValue(token)) {
        return Optional.of(token.text());
      }
    }
    return Optional.empty();
  }
}
