package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Unique;
import java.util.Arrays;
import java.util.Locale;

/** How constants stand in the snapshot: {@code SET_NULL} is {@code set null}. */
final class Words {
  /** What a constraint is. */
  enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    EXCLUSION;

    static Kind of(Constraint constraint) {
      if (constraint instanceof PrimaryKey) {
        return PRIMARY_KEY;
      }
      if (constraint instanceof Unique) {
        return UNIQUE;
      }
      if (constraint instanceof Exclusion) {
        return EXCLUSION;
      }
      return constraint instanceof ForeignKey ? FOREIGN_KEY : CHECK;
    }
  }

  private Words() {}

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The constant that the property names; {@code usual} where it is left out. */
  static <E extends Enum<E>> E optional(JsonObject json, String property, E usual) {
    return json.has(property)
        ? constant(json, property, usual.getDeclaringClass().getEnumConstants())
        : usual;
  }

  /** The one of the constants that the property names. */
  static <E extends Enum<E>> E constant(JsonObject json, String property, E[] constants) {
    String word = json.text(property);
    return Arrays.stream(constants)
        .filter(constant -> word(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> SnapshotException.damaged(
            json.line(property),
            "property \"" + property + "\" is \"" + word + "\", not one of "
                + Arrays.stream(constants).map(Words::word).toList()));
  }
}
