package dev.lockstep.schema;

import org.jspecify.annotations.Nullable;

/**
 * The raw name of a table, index or type and of the PostgreSQL schema that holds it.
 *
 * @param schema raw name of the schema; empty for the target schema, which is known only when a
 *     migration is applied
 * @param name raw name
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
  public static QualifiedName of(String name) {
    return new QualifiedName("", name);
  }

  /** A name in the same schema. */
  public QualifiedName sibling(String otherName) {
    return new QualifiedName(schema, otherName);
  }

  public QualifiedName in(String otherSchema) {
    return new QualifiedName(otherSchema, name);
  }

  @Override
  public int compareTo(QualifiedName other) {
    int bySchema = schema.compareTo(other.schema);
    return bySchema == 0 ? name.compareTo(other.name) : bySchema;
  }

  /** For messages: {@code user} or {@code app.user}, not quoted. */
  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + "." + name;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof QualifiedName that
            && name.equals(that.name)
            && schema.equals(that.schema));
  }

  @Override
  public int hashCode() {
    return 31 * schema.hashCode() + name.hashCode();
  }
}
