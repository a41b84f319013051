package dev.lockstep.schema;

import java.util.Comparator;

/**
 * The raw name of a table, index or type and of the PostgreSQL schema that holds it.
 *
 * @param schema raw name of the schema; empty for the target schema, which is known only when a
 *     migration is applied
 * @param name raw name
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
  private static final Comparator<QualifiedName> ORDER =
      Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);

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
    return ORDER.compare(this, other);
  }

  /** For messages: {@code user} or {@code app.user}, not quoted. */
  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + "." + name;
  }
}
