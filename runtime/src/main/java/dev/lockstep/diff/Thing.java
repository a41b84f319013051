package dev.lockstep.diff;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;

/** Something that operations of one list change, whatever it is called meanwhile. */
sealed interface Thing {
  /** For what was there before the list. */
  int BEFORE = -1;

  /**
   * A table: its name, its being there.
   *
   * @param name the first that it had
   * @param born index of the operation that made it, or {@link #BEFORE}
   */
  record OfTable(QualifiedName name, int born) implements Thing {
    /** Its comment, its storage and its partitions. */
    OfColumn attributes() {
      return new OfColumn(this, "", BEFORE);
    }
  }

  /**
   * A column, or the attributes of its table.
   *
   * @param name the first that it had
   * @param born as of a table
   */
  record OfColumn(OfTable table, String name, int born) implements Thing {
    boolean isNew() {
      return born != BEFORE || table.born() != BEFORE;
    }
  }

  /** An enum type, a sequence, a view or something else beside tables, by one of its names. */
  record OfObject(ObjectKey key) implements Thing {}
}
