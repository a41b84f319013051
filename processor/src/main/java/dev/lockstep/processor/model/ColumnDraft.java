package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.SqlExpression;
import java.util.Optional;

/**
 * A column and the field that says it.
 *
 * @param sound whether its type could be read; if not, it stands for itself where columns are
 *     looked up by name, and its type means nothing
 * @param valueCheck the condition that keeps it to the constants of its enum
 */
record ColumnDraft(Field field, Column column, boolean sound, Optional<SqlExpression> valueCheck) {
  String name() {
    return column.name();
  }

  Optional<Attributes> attributes() {
    return field.annotations().find("Column");
  }

  boolean isId() {
    return field.annotations().has("Id");
  }
}
