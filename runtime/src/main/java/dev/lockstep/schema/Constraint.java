package dev.lockstep.schema;

import java.util.List;

/** A table constraint; its raw name is unique in its table. */
public sealed interface Constraint extends TableElement, Named
    permits PrimaryKey, Unique, ForeignKey, Check, Exclusion {

  Constraint withName(String newName);

  /** Whether the constraint names that column of its own table. */
  boolean mentions(String column);

  /** This constraint after a column of its own table was renamed. */
  Constraint renameColumn(String column, String newName);

  /** Whether both say the same apart from their names. */
  default boolean sameBut(Constraint other) {
    return withName("").equals(other.withName(""));
  }

  /** Whether it is the same as one of them but for the name. */
  default boolean isAmong(List<Constraint> others) {
    for (Constraint each : others) {
      if (sameBut(each)) {
        return true;
      }
    }
    return false;
  }
}
