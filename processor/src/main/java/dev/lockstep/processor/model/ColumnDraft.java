package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.SqlExpression;
import java.util.Optional;

/**
 * A column and the field that says it.
 *
 * @param baseName what it is called without {@code @Column} and prefixes
 * @param sound whether its type could be read; if not, it stands for itself where columns are
 *     looked up by name, and its type means nothing
 * @param valueCheck the condition that keeps it to the constants of its enum
 */
record ColumnDraft(
    Field field,
    String baseName,
    Column column,
    boolean sound,
    Optional<SqlExpression> valueCheck) {
  String name() {
    return column.name();
  }

  /** The name as the embeddable knows it: what is said around it is left out. */
  String nameIn(Embedding scope) {
    return field.columnName(scope, baseName);
  }

  boolean isWithin(Embedding scope) {
    return field.embedding().isWithin(scope);
  }

  boolean isEmbedded() {
    return field.embedding() != Embedding.NONE;
  }

  /** The outermost use of an embeddable that has this column and not the other one. */
  Optional<Embedding> parting(ColumnDraft other) {
    return field.embedding().chain().stream()
        .filter(each -> !other.isWithin(each))
        .findFirst();
  }

  ColumnDraft withColumn(Column newColumn) {
    return new ColumnDraft(field, baseName, newColumn, sound, valueCheck);
  }

  Optional<Attributes> attributes() {
    return field.annotations().find("Column");
  }

  boolean isId() {
    return field.annotations().has("Id");
  }
}
