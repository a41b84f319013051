package dev.lockstep.schema;

/** A thing beside tables that migrations make; its kind and name are unique in a schema. */
public sealed interface SchemaObject permits Extension, EnumType, Sequence, View, SqlObject {
  ObjectKind kind();

  QualifiedName name();

  /** Empty for none, and where a kind has none. */
  default String comment() {
    return "";
  }

  SchemaObject withName(QualifiedName newName);

  /** This object with that comment. */
  default SchemaObject withComment(String newComment) {
    if (newComment.isEmpty()) {
      return this;
    }
    throw new IllegalArgumentException(key() + " takes no comment");
  }

  default ObjectKey key() {
    return new ObjectKey(kind(), name());
  }
}
