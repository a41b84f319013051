package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlHeader;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What does not let go of an enum that has to be made anew: PostgreSQL changes no column that a
 * table is partitioned by, and drops no type that another type or a function is made of.
 */
record EnumHolders(ChangeScope scope) {
  private static final Set<String> MODES = Set.of("in", "out", "inout", "variadic");
  private static final Set<String> AFTER_TYPE =
      Set.of("default", "collate", "not", "null", "check", "constraint");

  static EnumHolders in(ChangeScope scope) {
    return new EnumHolders(scope);
  }

  /**
   * The refusal; empty if nothing holds the enum, and if it is not made anew.
   *
   * @param happening {@code loses value "LOST"}
   */
  Optional<Problem> problem(Change change, QualifiedName type, String happening, String wayOut) {
    if (!scope.steps().swaps(type)) {
      return Optional.empty();
    }
    return Stream.concat(partitioned(type), objects(type))
        .findFirst()
        .map(holder -> Problem.error(
            "EnumHeld",
            change.accept(scope.places()),
            Wording.enumType(type) + " " + happening + ", which takes a new type, but " + holder,
            wayOut,
            "or another enum beside it: @EnumType(name = "
                + Wording.javaText(NameProblem.cut(type.name() + "_2")) + ")"));
  }

  /** {@code table "event" is partitioned by column "state" of the old one}. */
  private Stream<String> partitioned(QualifiedName type) {
    return scope.schema().findEnum(type).stream()
        .flatMap(now -> scope.schema().tables().values().stream()
            .filter(table -> scope.before().table(table.name()).isPresent())
            .flatMap(table -> columns(table, now)));
  }

  private Stream<String> columns(Table table, EnumType type) {
    return table.columns().stream()
        .filter(column -> type.isTypeOf(column.type()))
        .filter(column -> PartitionRule.isBy(table, column.name()))
        .map(column -> Wording.table(table.name()) + " is partitioned by column "
            + Wording.quoted(column.name()) + " of the old one");
  }

  /** {@code the domain of SQL object "mail" is made of the old one}. */
  private Stream<String> objects(QualifiedName type) {
    return scope.before().enumType(type).stream()
        .flatMap(old -> scope
            .before()
            .objects(SqlObject.class)
            .filter(object -> !scope.steps().drops(object))
            .flatMap(object -> SqlHeader.of(object.create())
                .filter(header -> isMadeOf(object, header, old.name()))
                .map(header -> "the " + header.kind() + " of " + Wording.object(object.key())
                    + " is made of the old one")
                .stream()));
  }

  private static boolean isMadeOf(SqlObject object, SqlHeader header, QualifiedName type) {
    List<Token> tokens = SqlTokens.of(object.create());
    for (int i = 3; i < tokens.size(); i++) {
      if (tokens.get(i).isIdentifier()
          && tokens.get(i).identifier().equals(type.name())
          && !header.name().name().equals(type.name())
          && isType(tokens, i, type.schema())) {
        return true;
      }
    }
    return false;
  }

  /**
   * A name of an argument or a field has its type behind it; a type may have a schema before it.
   */
  private static boolean isType(List<Token> tokens, int at, String schema) {
    if (tokens.get(at - 1).is(".")) {
      return schema.isEmpty() || tokens.get(at - 2).identifier().equals(schema);
    }
    boolean first = tokens.get(at - 1).is("(")
        || tokens.get(at - 1).is(",")
        || MODES.contains(tokens.get(at - 1).identifier());
    boolean named = at + 1 < tokens.size()
        && tokens.get(at + 1).isIdentifier()
        && !AFTER_TYPE.contains(tokens.get(at + 1).identifier());
    boolean called = at + 1 < tokens.size() && tokens.get(at + 1).is("(");
    return !called && !(first && named);
  }
}
