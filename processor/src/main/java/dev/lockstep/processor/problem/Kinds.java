package dev.lockstep.processor.problem;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Unique;
import java.util.Objects;

/** What people call constraints and indexes. */
final class Kinds {
  private Kinds() {}

  /** {@code foreign key}. */
  static String of(Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return "primary key";
    }
    if (constraint instanceof Unique) {
      return "unique constraint";
    }
    return constraint instanceof ForeignKey ? "foreign key" : "check";
  }

  /** As a description says it: {@code foreign key on user_id}; a check by its name. */
  static String described(Constraint constraint) {
    if (constraint instanceof Unique unique) {
      return "unique constraint on " + Wording.all(unique.columns());
    }
    if (constraint instanceof ForeignKey key) {
      return "foreign key on " + Wording.all(key.columns());
    }
    return constraint instanceof PrimaryKey ? "primary key" : "check " + constraint.name();
  }

  /** As a description says it: {@code index on name and city}; one of expressions by its name. */
  static String described(Index index) {
    boolean plain = index.elements().stream().allMatch(element -> element.expression() == null);
    return plain
        ? "index on "
            + Wording.all(index.elements().stream()
                .map(IndexElement::column)
                .filter(Objects::nonNull)
                .toList())
        : "index " + index.name();
  }
}
