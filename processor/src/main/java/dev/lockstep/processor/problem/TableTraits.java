package dev.lockstep.processor.problem;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Table;

/**
 * What few tables have. A rule that is about nothing else asks here first: most tables are done
 * then, and a compiler that has just started has loaded nothing for them.
 */
final class TableTraits {
  private TableTraits() {}

  static boolean hasComputedColumn(Table table) {
    for (Column column : table.columns()) {
      if (column.value() instanceof Computed) {
        return true;
      }
    }
    return false;
  }

  static boolean has(Table table, Class<? extends Constraint> kind) {
    for (Constraint constraint : table.constraints()) {
      if (kind.isInstance(constraint)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an index has an expression, also as its condition. */
  static boolean hasIndexExpression(Table table) {
    for (Index index : table.indexes()) {
      if (index.where() != null) {
        return true;
      }
      for (IndexElement element : index.elements()) {
        if (element.expression() != null) {
          return true;
        }
      }
    }
    return false;
  }
}
