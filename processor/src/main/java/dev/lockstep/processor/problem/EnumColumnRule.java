package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.oneLine;

import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column whose type is an enum of the model may be. */
final class EnumColumnRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    return declared.objects().isEmpty()
        ? Stream.of()
        : table.columns().stream()
            .flatMap(column -> enumOf(column.type(), declared)
                .map(type -> problems(table, column, type))
                .orElse(Stream.of()));
  }

  private static Optional<EnumType> enumOf(SqlType type, Schema declared) {
    return type.isBuiltIn()
        ? Optional.empty()
        : declared.findEnum(new QualifiedName(type.schema(), type.name()));
  }

  private static Stream<Problem> problems(Table table, Column column, EnumType type) {
    Optional<Problem> unknown = column
        .defaultExpression()
        .filter(value -> !column.type().array())
        .flatMap(EnumColumnRule::literal)
        .filter(value -> !type.values().contains(value))
        .map(value -> unknown(table, column, type, value));
    Optional<Problem> virtual = column
        .computedOption()
        .filter(computed -> !computed.stored())
        .map(computed -> Problem.error(
            "VirtualColumnType",
            new OfColumn(table.name(), column.name(), ""),
            Wording.column(table.name(), column.name())
                + " is computed but not stored, which PostgreSQL cannot do in "
                + Wording.enumType(type.name()),
            "store it: @Computed(value = "
                + Wording.javaText(computed.expression().text()) + ", stored = true)"));
    return Stream.of(unknown, virtual).flatMap(Optional::stream);
  }

  /** The text of {@code 'NEW'} or {@code 'NEW'::state}. */
  private static Optional<String> literal(SqlExpression value) {
    List<Token> tokens = SqlTokens.of(value.text());
    boolean alone = tokens.size() == 1 || tokens.get(1).is("::");
    return alone && tokens.get(0).kind() == Kind.STRING && tokens.get(0).text().startsWith("'")
        ? Optional.of(EnumDecisions.unquoted(tokens.get(0).text()))
        : Optional.empty();
  }

  private static Problem unknown(Table table, Column column, EnumType type, String value) {
    Optional<String> meant = NearestName.of(value, type.values());
    String message = "default '" + oneLine(value) + "' of "
        + Wording.column(table.name(), column.name()) + " is no value of "
        + Wording.enumType(type.name());
    String fix = meant
        .or(() -> type.values().stream().findFirst())
        .map(name -> "'" + name.replace("'", "''") + "'")
        .orElse("");
    return fix.isEmpty()
        ? Problem.error(
            "EnumDefault", new OfColumn(table.name(), column.name(), "defaultValue"), message)
        : Problem.error(
            "EnumDefault",
            new OfColumn(table.name(), column.name(), "defaultValue"),
            message,
            "take another: " + Wording.annotation("Column", "defaultValue", fix));
  }
}
