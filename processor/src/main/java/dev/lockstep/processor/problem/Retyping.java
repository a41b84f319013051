package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.ColumnSwap;
import dev.lockstep.diff.Member;
import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a column gets another type.
 *
 * @param using how its values are converted; null for PostgreSQL's assignment cast
 */
record Retyping(
    ChangeScope scope,
    Change.ColumnChanged change,
    @Nullable SqlExpression using) {

  /** As the model says. */
  static Retyping of(ChangeScope scope, Change.ColumnChanged change) {
    Member member = new Member(change.table(), change.to().name());
    return new Retyping(scope, change, scope.declared().hints().using().get(member));
  }

  /** If the model said that of its values. */
  Retyping using(SqlExpression newUsing) {
    return new Retyping(scope, change, newUsing);
  }

  /** Whether ALTER COLUMN would write the whole table anew. */
  boolean rewrites() {
    Column asNamed = change.to().withType(change.from().type());
    return Casts.rewrites(asNamed, change.to().type(), using) || feedsStoredColumn();
  }

  /** A stored computed column has to be dropped before what it is computed from gets its type. */
  private boolean feedsStoredColumn() {
    return scope.schema().table(change.table()).columns().stream()
        .flatMap(column -> column.computedOption().stream())
        .filter(Computed::stored)
        .anyMatch(computed -> computed.expression().mentions(change.to().name()));
  }

  /** Whether a new column takes its place instead, unless the user wants it otherwise. */
  boolean isOnline() {
    return rewrites() && scope.options().online() && obstacle().isEmpty();
  }

  /** Why no new column can take its place: a clause in which "it" is the column. */
  Optional<String> obstacle() {
    Optional<Table> table = scope.before().table(change.table());
    Optional<Column> column = scope.before().column(change.table(), change.to().name());
    return table.isEmpty() || column.isEmpty()
        ? Optional.of("it is new")
        : ColumnSwap.obstacle(
            scope.before().schema(), table.get().name(), column.get().name(), change.to(), using);
  }

  /** What it takes. */
  List<Risk> risks() {
    return rewrites() && !isOnline() ? List.of(Risk.rewrite(change.table())) : List.of();
  }
}
