package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * COMMENT ON TABLE.
 *
 * @param comment empty to remove it
 */
public record CommentOnTable(QualifiedName table, String comment) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return before.withTable(Schemas.table(before, table).withComment(comment));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new CommentOnTable(table, Schemas.table(before, table).comment()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
