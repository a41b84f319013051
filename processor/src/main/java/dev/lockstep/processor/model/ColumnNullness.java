package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import java.util.Optional;

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
    Optional<Embedding> absent = field.embedding().chain().stream()
        .filter(each -> nullness.isNullable(each.field()).orElse(false))
        .findFirst();
    Optional<Attributes> column = field
        .annotations()
        .find("Column")
        .filter(found ->
            // What an embeddable says holds where it is present.
            found.has("nullable")
                && (absent.isEmpty() || !found.embedding().isWithin(absent.get())));
    boolean overridden =
        column.filter(found -> found.embedding() != field.embedding()).isPresent();
    boolean primitive = field.type().getKind().isPrimitive() && absent.isEmpty() && !overridden;
    boolean never = primitive || identity || field.annotations().has("Id");
    if (column.isEmpty()) {
      return !never && (absent.isPresent() || nullness.isNullable(field).orElse(true));
    }
    boolean nullable = column.get().flag("nullable", true);
    if (nullable && never) {
      String reason = primitive ? "a primitive" : identity ? "an @Identity" : "an @Id";
      findings.add(ModelProblems.neverNull(
          findings.places().at(column.get(), "nullable"), field.name(), reason));
    }
    return nullable && !never;
  }
}
