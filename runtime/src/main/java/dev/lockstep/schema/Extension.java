package dev.lockstep.schema;

/** An extension of the database, as {@code citext}; its name has no schema. */
public record Extension(QualifiedName name) implements SchemaObject {
  public static Extension of(String name) {
    return new Extension(QualifiedName.of(name));
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.EXTENSION;
  }

  @Override
  public Extension withName(QualifiedName newName) {
    return new Extension(newName);
  }
}
