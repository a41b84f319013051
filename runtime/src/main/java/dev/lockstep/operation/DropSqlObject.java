package dev.lockstep.operation;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlHeader;
import dev.lockstep.schema.SqlObject;
import java.util.List;

/**
 * Removes an SQL object by its own SQL.
 *
 * @param name what it is called here
 * @param sql its {@code drop}
 */
public record DropSqlObject(String name, String sql) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    ObjectKey key = ObjectKey.of(ObjectKind.SQL_OBJECT, name);
    Objects.object(before, key);
    return before.withoutObject(key);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return Objects.create(Objects.object(before, ObjectKey.of(ObjectKind.SQL_OBJECT, name)));
  }

  @Override
  public List<Loss> losses(Schema before) {
    return Objects.object(before, ObjectKey.of(ObjectKind.SQL_OBJECT, name))
                instanceof SqlObject object
            && SqlHeader.of(object.create())
                .filter(header -> header.kind().equals("table"))
                .isPresent()
        ? List.of(Loss.of(QualifiedName.of(name), "the rows of its table are deleted"))
        : List.of();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
