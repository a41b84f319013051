package dev.lockstep.operation;

import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** ALTER TYPE RENAME VALUE; rows keep it. */
public record RenameEnumValue(QualifiedName type, String value, String newValue)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    EnumType old = Objects.enumType(before, type);
    Objects.placeOf(old, value);
    if (old.values().contains(newValue)) {
      throw new InvalidOperationException(
          "enum \"" + type + "\" has a value \"" + newValue + "\" already");
    }
    return before.renameValue(old, value, newValue);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new RenameEnumValue(type, newValue, value));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
