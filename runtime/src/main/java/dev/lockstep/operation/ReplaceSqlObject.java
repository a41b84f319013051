package dev.lockstep.operation;

import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import java.util.List;

/** The SQL of an SQL object that takes the place of the one that is there: CREATE OR REPLACE. */
public record ReplaceSqlObject(SqlObject object) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Objects.object(before, object.key());
    return before.withObject(object);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new ReplaceSqlObject((SqlObject) Objects.object(before, object.key())));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
