package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import org.jspecify.annotations.Nullable;

/** Whether a column takes NULL: what its Java type, its annotations and JSpecify say together. */
final class ColumnNullness {
  private final Nullness nullness;
  private final Findings findings;

  ColumnNullness(Nullness nullness, Findings findings) {
    this.nullness = nullness;
    this.findings = findings;
  }

  /** An embedded field that is {@code @Nullable} makes all that it embeds so, bar overrides. */
  boolean isNullable(Field field, boolean identity) {
    @Nullable Embedding absent = absent(field);
    @Nullable Attributes column = said(field, absent);
    boolean overridden = column != null && column.embedding() != field.embedding();
    boolean primitive = field.type().getKind().isPrimitive() && absent == null && !overridden;
    boolean never = primitive || identity || field.annotations().has("Id");
    if (column == null) {
      return !never && (absent != null || nullness.isNullable(field).orElse(true));
    }
    boolean nullable = column.flag("nullable", true);
    if (nullable && never) {
      String reason = primitive ? "a primitive" : identity ? "an @Identity" : "an @Id";
      findings.add(
          ModelProblems.neverNull(findings.places().at(column, "nullable"), field.name(), reason));
    }
    return nullable && !never;
  }

  /** What an embeddable says holds where it is present. */
  private static @Nullable Attributes said(Field field, @Nullable Embedding absent) {
    @Nullable Attributes column = field.annotations().find("Column").orElse(null);
    return column != null
            && column.has("nullable")
            && (absent == null || !column.embedding().isWithin(absent))
        ? column
        : null;
  }

  private @Nullable Embedding absent(Field field) {
    for (Embedding each : field.embedding().chain()) {
      if (nullness.isNullable(each.field()).orElse(false)) {
        return each;
      }
    }
    return null;
  }
}
