package dev.lockstep.diff;

import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a column another type without writing its table anew under a lock: a new column is kept in
 * step by a trigger, filled in batches, given what the old one has, and put in its place. It then
 * comes last in its table.
 */
public final class ColumnSwap {
  private ColumnSwap() {}

  /**
   * The steps, which lead to the same schema; empty if the change does not write the table anew, or
   * if there is an {@link #obstacle}.
   */
  public static Optional<List<Operation>> of(AlterColumnType change, Schema before) {
    Column column = before.table(change.table()).columns().get(change.column());
    if (!Casts.rewrites(column, change.type(), change.using())
        || obstacle(
                before,
                change.table(),
                column.name(),
                column.withType(change.type()),
                change.using())
            .isPresent()) {
      return Optional.empty();
    }
    Table to = change.applyTo(before).table(change.table());
    return Optional.of(steps(change, before, to));
  }

  /**
   * The steps.
   *
   * @param to the table after them; apart from the column and what is on it, that of {@code before}
   */
  static List<Operation> steps(AlterColumnType change, Schema before, Table to) {
    Table from = before.table(change.table());
    Column column = from.columns().get(change.column());
    SwapNames names = new SwapNames(before, from);
    String fresh = names.column(column.name());
    SwapSteps steps =
        new SwapSteps(before, to, column, to.columns().get(column.name()), fresh, names);
    SqlExpression using = change.using();
    String function = names.sync(column.name());
    SyncTrigger sync = using == null
        ? SyncTrigger.copying(from.name(), function, fresh, column.name())
        : SyncTrigger.filling(from.name(), function, fresh, using);
    List<Operation> operations = new ArrayList<>(steps.beside(
        sync, using == null ? SqlExpression.of(SqlTokens.identifier(column.name())) : using));
    operations.addAll(steps.instead(sync));
    return List.copyOf(operations);
  }

  /**
   * The plan that operations stand for: each swap among them as the change in one step, all else as
   * it is.
   *
   * @param before the schema that the operations meet
   */
  public static List<Operation> plain(List<Operation> operations, Schema before) {
    return SwapReading.plain(operations, before);
  }

  /**
   * Why a column of a table that is there cannot get another type in this way: a clause in which
   * "it" is the column; empty if it can.
   *
   * @param before the schema before anything changes
   * @param table its name there
   * @param column raw name there
   * @param to the column after it
   * @param using how its values are converted; null for PostgreSQL's assignment cast
   */
  public static Optional<String> obstacle(
      Schema before, QualifiedName table, String column, Column to, @Nullable SqlExpression using) {
    Table from = before.table(table);
    return SwapObstacle.of(before, table, column)
        .or(() -> SwapObstacle.of(before, from, from.columns().get(column), to, using));
  }
}
