package dev.lockstep.operation;

import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * Hand-written Java.
 *
 * @param name what it does, for reports
 */
public record Run(String name, Action action) implements Operation {
  /** What to run; the runtime knows how. */
  public interface Action {}

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
