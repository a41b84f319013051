package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * COMMENT ON COLUMN.
 *
 * @param comment empty to remove it
 */
public record CommentOnColumn(QualifiedName table, String column, String comment)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return Schemas.changeColumn(before, table, column, old -> old.comment(comment));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(
        new CommentOnColumn(table, column, Schemas.column(before, table, column).comment()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
