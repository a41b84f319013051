package dev.lockstep.schema;

import org.jspecify.annotations.Nullable;

/** Which of the things beside tables is meant. */
public record ObjectKey(ObjectKind kind, QualifiedName name) implements Comparable<ObjectKey> {
  public static ObjectKey of(ObjectKind kind, String name) {
    return new ObjectKey(kind, QualifiedName.of(name));
  }

  public ObjectKey withName(QualifiedName newName) {
    return new ObjectKey(kind, newName);
  }

  @Override
  public int compareTo(ObjectKey other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? name.compareTo(other.name) : byKind;
  }

  /** For messages: {@code enum "app.mood"}. */
  @Override
  public String toString() {
    return kind.word() + " \"" + name + "\"";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ObjectKey that && kind == that.kind && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
