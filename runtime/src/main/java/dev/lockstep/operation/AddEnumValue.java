package dev.lockstep.operation;

import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * ALTER TYPE ADD VALUE. PostgreSQL lets nobody use the value before the transaction that adds it
 * has ended, and cannot take it away: the way back makes the type anew, and fails where a row holds
 * the value.
 *
 * @param next the value that it stands before; empty to add it at the end
 */
public record AddEnumValue(QualifiedName type, String value, String next) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    EnumType old = Objects.enumType(before, type);
    if (old.values().contains(value)) {
      throw new InvalidOperationException(
          "enum \"" + type + "\" has a value \"" + value + "\" already");
    }
    return before.withObject(
        old.plus(next.isEmpty() ? old.values().size() : Objects.placeOf(old, next), value));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return TypeSwap.to(Objects.enumType(before, type), applyTo(before));
  }

  @Override
  public Execution execution() {
    return Execution.ENDS_TRANSACTION;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
