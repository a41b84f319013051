package dev.lockstep.diff;

import dev.lockstep.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A column, constraint or index of a table.
 *
 * @param table the table's name in the declared schema
 * @param name raw name of the member
 */
public record Member(QualifiedName table, String name) {
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Member that && name.equals(that.name) && table.equals(that.table));
  }

  @Override
  public int hashCode() {
    return 31 * table.hashCode() + name.hashCode();
  }
}
