package dev.lockstep.operation;

import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ALTER COLUMN TYPE. PostgreSQL then stores and compresses the column as the new type has it
 * (measured on 14 to 18).
 *
 * @param collation empty for the type's own
 * @param using how old values become new ones; null for PostgreSQL's assignment cast
 */
public record AlterColumnType(
    QualifiedName table,
    String column,
    SqlType type,
    String collation,
    @Nullable SqlExpression using)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return Schemas.changeColumn(
        before,
        table,
        column,
        old -> old.withType(type)
            .collate(collation)
            .options(new ColumnOptions("", "", old.options().statistics())));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    Column old = Schemas.column(before, table, column);
    List<Operation> operations = new ArrayList<>();
    operations.add(
        new AlterColumnType(table, column, old.type(), old.collation(), usingBack(before, old)));
    ColumnOptions bare = new ColumnOptions("", "", old.options().statistics());
    operations.addAll(Schemas.options(table, old, bare));
    return operations;
  }

  private @Nullable SqlExpression usingBack(Schema before, Column old) {
    Map<String, String> replaced = restored(before, old);
    return replaced.isEmpty()
        ? Casts.using(type, old.type(), column)
        : TypeSwap.using(old, old.type(), replaced);
  }

  /** The values of the new type that take the place of old ones again on the way back. */
  Map<String, String> restored(Schema before, Column old) {
    return using == null
        ? Map.of()
        : Objects.typeOf(before, old.type())
            .flatMap(
                was -> Objects.typeOf(before, type).map(is -> TypeSwap.restored(using, was, is)))
            .orElse(Map.of());
  }

  /** A computed column is computed anew. */
  @Override
  public List<Loss> losses(Schema before) {
    Column old = Schemas.column(before, table, column);
    return old.computedOption().isPresent()
        ? List.of()
        : new Conversion(this, old, before)
            .losses().stream().map(reason -> new Loss(table, column, reason)).toList();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
