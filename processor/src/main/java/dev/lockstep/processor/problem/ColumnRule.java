package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.annotation;
import static dev.lockstep.processor.problem.Wording.oneLine;

import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column by itself may be. */
final class ColumnRule implements TableRule {
  /** PostgreSQL manual, appendix K, Limits. */
  private static final int MOST_COLUMNS = 1600;

  /** Names that are no types: PostgreSQL makes an integer with a sequence of them. */
  private static final Map<String, String> SERIALS = Map.of(
      "smallserial", "smallint",
      "serial2", "smallint",
      "serial", "integer",
      "serial4", "integer",
      "bigserial", "bigint",
      "serial8", "bigint");

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (isPlain(table)) {
      return Stream.of();
    }
    Stream<Problem> ofTable = table.columns().size() <= MOST_COLUMNS
        ? Stream.of()
        : Stream.of(Problem.error(
            "TooManyColumns",
            new OfTable(table.name(), ""),
            Wording.table(table.name()) + " has " + table.columns().size()
                + " columns; PostgreSQL takes " + MOST_COLUMNS));
    Stream<Problem> ofColumns =
        table.columns().stream().flatMap(column -> problems(table.name(), column));
    return Stream.concat(ofTable, ofColumns);
  }

  private static Stream<Problem> problems(QualifiedName table, Column column) {
    return isPlain(column)
        ? Stream.of()
        : Stream.of(serial(table, column), collation(table, column), bareWord(table, column))
            .flatMap(Optional::stream);
  }

  /** Whether there is nothing that could be wrong, as with most columns. */
  private static boolean isPlain(Column column) {
    return column.type().isBuiltIn() && column.collation().isEmpty() && column.value() == null;
  }

  private static Optional<Problem> serial(QualifiedName table, Column column) {
    return Optional.ofNullable(
            column.type().isBuiltIn() ? null : SERIALS.get(column.type().name()))
        .map(integer -> Problem.error(
            "SerialType",
            new OfColumn(table, column.name(), "type"),
            Wording.column(table, column.name()) + " has type " + column.type().name()
                + ", which is no type but an integer with a default",
            "number it: @Identity @Column(type = \"" + integer + "\")"));
  }

  private static Optional<Problem> collation(QualifiedName table, Column column) {
    SqlType type = column.type().element();
    boolean collatable = type.isText() || !type.isBuiltIn();
    return column.collation().isEmpty() || collatable
        ? Optional.empty()
        : Optional.of(Problem.error(
            "CollationNotAllowed",
            new OfColumn(table, column.name(), "collation"),
            Wording.column(table, column.name()) + " has a collation, but is of type "
                + oneLine(column.type()) + ", not a text",
            "remove collation, or make it a text: @Column(type = \"text\")"));
  }

  /** A default that is one word is the name of a column to PostgreSQL, which it refuses. */
  private static Optional<Problem> bareWord(QualifiedName table, Column column) {
    return column
        .defaultExpression()
        .map(SqlExpression::text)
        .map(SqlTokens::of)
        .filter(ColumnRule::isBareWord)
        .map(tokens -> Problem.error(
            "DefaultNeedsQuotes",
            new OfColumn(table, column.name(), "defaultValue"),
            "default " + oneLine(tokens.get(0).text()) + " of "
                + Wording.column(table, column.name()) + " is a name to SQL; a text needs quotes",
            "quote it: " + annotation("Column", "defaultValue", literal(tokens.get(0)))));
  }

  private static boolean isBareWord(List<Token> tokens) {
    if (tokens.size() != 1) {
      return false;
    }
    Token token = tokens.get(0);
    return token.kind() == Kind.QUOTED
        || (token.kind() == Kind.WORD
            && !SqlTokens.identifier(token.identifier()).startsWith("\""));
  }

  private static String literal(Token token) {
    String text = token.kind() == Kind.QUOTED ? token.identifier() : token.text();
    return "'" + text.replace("'", "''") + "'";
  }

  /** Whether there is nothing to say, as of most. */
  private static boolean isPlain(Table table) {
    for (Column column : table.columns()) {
      boolean plain = column.type().isBuiltIn()
          && column.collation().isEmpty()
          && (!(column.value() instanceof DefaultValue value)
              || !isBareWord(SqlTokens.of(value.expression().text())));
      if (!plain) {
        return false;
      }
    }
    return table.columns().size() <= MOST_COLUMNS;
  }
}
