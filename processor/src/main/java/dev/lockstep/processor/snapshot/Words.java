package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Unique;
import java.util.Locale;

/** How constants stand in the snapshot: {@code SET_NULL} is {@code set null}. */
final class Words {
  /** What a constraint is. */
  enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK;

    static Kind of(Constraint constraint) {
      if (constraint instanceof PrimaryKey) {
        return PRIMARY_KEY;
      }
      if (constraint instanceof Unique) {
        return UNIQUE;
      }
      return constraint instanceof ForeignKey ? FOREIGN_KEY : CHECK;
    }
  }

  private Words() {}

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
