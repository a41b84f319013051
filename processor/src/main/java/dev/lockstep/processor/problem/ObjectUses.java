package dev.lockstep.processor.problem;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlHeader;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of tables uses a thing that an SQL object creates, before and after: as long as it does,
 * PostgreSQL does not let the thing be dropped.
 */
record ObjectUses(Before before, Schema declared) {
  private static final Set<String> CALLED = Set.of("function", "aggregate");
  private static final Set<String> TYPES = Set.of("domain", "type");

  /** In words, {@code column "email" of table "user"}; by table. */
  List<String> of(SqlObject object) {
    Optional<SqlHeader> header = SqlHeader.of(object.create());
    return header.isEmpty()
        ? List.of()
        : declared.tables().values().stream()
            .flatMap(table ->
                before.table(table.name()).stream().flatMap(old -> of(header.get(), table, old)))
            .toList();
  }

  private Stream<String> of(SqlHeader made, Table table, Table old) {
    List<String> users = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean used = before
          .column(table.name(), column.name())
          .filter(was -> uses(was, made) && uses(column, made))
          .isPresent();
      if (used) {
        users.add(Wording.column(table.name(), column.name()));
      }
    }
    table.constraints().stream()
        .filter(each -> old.constraints().find(each.name()).filter(each::equals).isPresent())
        .filter(each -> mentions(expressions(each), made))
        .map(each -> Wording.member(Kinds.of(each), table.name(), each.name()))
        .forEach(users::add);
    table.indexes().stream()
        .filter(each -> old.indexes().find(each.name()).filter(each::equals).isPresent())
        .filter(each -> uses(each, made))
        .map(each -> Wording.member("index", table.name(), each.name()))
        .forEach(users::add);
    if (mentions(keys(table), made) && mentions(keys(old), made)) {
      users.add(PartitionRule.what(table));
    }
    return users.stream();
  }

  private static Stream<SqlExpression> keys(Table table) {
    return Stream.ofNullable(table.partitioning())
        .flatMap(partitioning -> partitioning.keys().stream())
        .map(IndexElement::expression)
        .filter(Objects::nonNull);
  }

  private static boolean uses(Column column, SqlHeader made) {
    return switch (made.kind()) {
      case "domain", "type" -> isOf(column.type(), made.name()) || mentions(value(column), made);
      case "collation" -> names(column.collation(), made.name());
      case "function", "aggregate" -> mentions(value(column), made);
      default -> false;
    };
  }

  private static boolean isOf(SqlType type, QualifiedName made) {
    return !type.isBuiltIn()
        && type.name().equals(made.name())
        && type.schema().equals(made.schema());
  }

  private static boolean uses(Index index, SqlHeader made) {
    Stream<SqlExpression> expressions = Stream.concat(
        index.elements().stream().map(IndexElement::expression), Stream.ofNullable(index.where()));
    return mentions(expressions.filter(Objects::nonNull), made)
        || (made.kind().equals("collation")
            && index.elements().stream().anyMatch(each -> names(each.collation(), made.name())));
  }

  private static Stream<SqlExpression> value(Column column) {
    if (column.value() instanceof DefaultValue value) {
      return Stream.of(value.expression());
    }
    return column.value() instanceof Computed computed
        ? Stream.of(computed.expression())
        : Stream.of();
  }

  private static Stream<SqlExpression> expressions(dev.lockstep.schema.Constraint constraint) {
    if (constraint instanceof Check check) {
      return Stream.of(check.expression());
    }
    return constraint instanceof Exclusion exclusion
        ? Stream.concat(
                exclusion.elements().stream().map(each -> each.what().expression()),
                Stream.ofNullable(exclusion.where()))
            .filter(Objects::nonNull)
        : Stream.of();
  }

  private static boolean mentions(Stream<SqlExpression> expressions, SqlHeader made) {
    return expressions.anyMatch(expression -> mentions(SqlTokens.of(expression.text()), made));
  }

  /** Whether a function is called, or a type is cast to. */
  private static boolean mentions(List<Token> tokens, SqlHeader made) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
      int start = i > 1 && tokens.get(i - 1).is(".") ? i - 2 : i;
      boolean cast =
          start > 0 && (tokens.get(start - 1).is("::") || tokens.get(start - 1).is("as"));
      boolean fits = CALLED.contains(made.kind()) ? called : TYPES.contains(made.kind()) && cast;
      if (fits
          && isName(tokens.get(i), made.name())
          && isIn(tokens, i, made.name().schema())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(Token token, QualifiedName made) {
    return (token.kind() == Kind.WORD || token.kind() == Kind.QUOTED)
        && token.identifier().equals(made.name());
  }

  /** An unqualified name may be found in any schema of the search path. */
  private static boolean isIn(List<Token> tokens, int at, String schema) {
    return at < 2
        || !tokens.get(at - 1).is(".")
        || tokens.get(at - 2).identifier().equals(schema);
  }

  private static boolean names(String collation, QualifiedName made) {
    List<Token> tokens = SqlTokens.of(collation);
    return collation.equals(made.name())
        || (!tokens.isEmpty() && isName(tokens.get(tokens.size() - 1), made));
  }
}
