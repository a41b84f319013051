package dev.lockstep.processor.problem;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.SqlHeader;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Unique;
import java.util.Objects;

/** What people call constraints, indexes and what there is beside tables. */
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
    if (constraint instanceof Exclusion) {
      return "exclusion constraint";
    }
    return constraint instanceof ForeignKey ? "foreign key" : "check";
  }

  /** The kind as it stands in a code: {@code MaterializedView}. */
  static String code(ObjectKind kind) {
    return switch (kind) {
      case EXTENSION -> "Extension";
      case ENUM -> "Enum";
      case SEQUENCE -> "Sequence";
      case VIEW -> "View";
      case MATERIALIZED_VIEW -> "MaterializedView";
      case SQL_OBJECT -> "SqlObject";
    };
  }

  /** As a description says it: {@code function}, where its SQL tells, else {@code SQL object}. */
  static String described(SqlObject object) {
    return SqlHeader.of(object.create()).map(SqlHeader::kind).orElse("SQL object");
  }

  /** As a description says it: {@code foreign key on user_id}; a check by its name. */
  static String described(Constraint constraint) {
    if (constraint instanceof Unique unique) {
      return "unique constraint on " + Wording.all(unique.columns());
    }
    if (constraint instanceof ForeignKey key) {
      return "foreign key on " + Wording.all(key.columns());
    }
    return constraint instanceof PrimaryKey
        ? "primary key"
        : of(constraint) + " " + constraint.name();
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
