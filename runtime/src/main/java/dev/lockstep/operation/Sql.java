package dev.lockstep.operation;

import dev.lockstep.schema.Schema;
import java.util.List;

/** Hand-written SQL, sent as it is; has no known effect on the schema. */
public record Sql(String sql) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return before;
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
