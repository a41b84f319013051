package dev.lockstep.diff;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rename of a column while code with its old name and code with its new one both run: first
 * there are two columns, which a trigger keeps the same whichever is written, then the new one
 * alone.
 *
 * @param expand what comes before the first code with the new name
 * @param contract what comes after the last code with the old name
 * @param contractBack the way back of {@code contract}, values included
 * @param expandBack the way back of {@code expand}
 */
public record RollingRename(
    List<Operation> expand,
    List<Operation> contract,
    List<Operation> contractBack,
    List<Operation> expandBack) {

  /** The steps; empty if there is an {@link #obstacle}. */
  public static Optional<RollingRename> of(RenameColumn rename, Schema before) {
    return obstacle(before, rename.table(), rename.column()).isPresent()
        ? Optional.empty()
        : Optional.of(steps(rename, before));
  }

  /**
   * Why a column cannot have two names for a while: a clause in which "it" is the column; empty if
   * it can. It can always be renamed at once.
   *
   * @param table its name before anything changes
   * @param column raw name then
   */
  public static Optional<String> obstacle(Schema before, QualifiedName table, String column) {
    return SwapObstacle.of(before, table, column);
  }

  private static RollingRename steps(RenameColumn rename, Schema before) {
    Schema after = rename.applyTo(before);
    Table from = before.table(rename.table());
    Table to = after.table(rename.table());
    Column old = from.columns().get(rename.column());
    Column renamed = to.columns().get(rename.newName());
    SwapNames names = new SwapNames(before, from);
    SyncTrigger sync = SyncTrigger.of(
        from.name(), names.sync(renamed.name()), bothWays(old.name(), renamed.name()));
    SwapSteps ahead = new SwapSteps(before, to, old, renamed, renamed.name(), names);
    List<Operation> expand = ahead.beside(sync, value(old));
    Schema both = Operations.apply(expand, before);
    List<Operation> contract = ahead.instead(sync);
    SwapSteps back = new SwapSteps(after, both.table(from.name()), renamed, old, old.name(), names);
    List<Operation> contractBack = new ArrayList<>(back.beside(sync, value(renamed)));
    contractBack.addAll(back.besideAgain(ahead));
    contractBack.addAll(back.exchange(ahead));
    return new RollingRename(expand, contract, contractBack, ahead.withoutSuccessor(sync));
  }

  private static SqlExpression value(Column column) {
    return SqlExpression.of(SqlTokens.identifier(column.name()));
  }

  /**
   * Who writes a column means it. In a new row the new column is written if it has a value, for it
   * has no default yet; in a row that is there, the column that changes is; and one that is not
   * filled yet is in neither. To the byte: what is equal need not be the same, and not all types
   * know equality.
   */
  private static String bothWays(String old, String renamed) {
    return """
          IF TG_OP = 'INSERT' THEN
            IF NEW.%2$s IS NULL THEN
              NEW.%2$s := NEW.%1$s;
            ELSE
              NEW.%1$s := NEW.%2$s;
            END IF;
          ELSIF pg_catalog.record_image_ne(ROW(NEW.%2$s), ROW(OLD.%2$s)) THEN
            NEW.%1$s := NEW.%2$s;
          ELSIF pg_catalog.record_image_ne(ROW(NEW.%1$s), ROW(OLD.%1$s)) OR NEW.%2$s IS NULL THEN
            NEW.%2$s := NEW.%1$s;
          ELSE
            NEW.%1$s := NEW.%2$s;
          END IF;
        """.formatted(SyncTrigger.quote(old), SyncTrigger.quote(renamed));
  }
}
