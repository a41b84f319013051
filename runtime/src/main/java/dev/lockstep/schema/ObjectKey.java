package dev.lockstep.schema;

import java.util.Comparator;

/** Which of the things beside tables is meant. */
public record ObjectKey(ObjectKind kind, QualifiedName name) implements Comparable<ObjectKey> {
  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::kind).thenComparing(ObjectKey::name);

  public static ObjectKey of(ObjectKind kind, String name) {
    return new ObjectKey(kind, QualifiedName.of(name));
  }

  public ObjectKey withName(QualifiedName newName) {
    return new ObjectKey(kind, newName);
  }

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }

  /** For messages: {@code enum "app.mood"}. */
  @Override
  public String toString() {
    return kind.word() + " \"" + name + "\"";
  }
}
