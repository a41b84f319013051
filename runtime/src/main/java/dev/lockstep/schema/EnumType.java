package dev.lockstep.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * An enum type. Equality ignores the order of its values: PostgreSQL cannot reorder them, so two
 * types that differ in order alone are the same to us, as with the columns of a table.
 *
 * @param values in the order in which they sort, each once; plain text
 * @param comment empty for none
 */
public record EnumType(QualifiedName name, List<String> values, String comment)
    implements SchemaObject {
  public EnumType {
    values = List.copyOf(values);
    if (new HashSet<>(values).size() < values.size()) {
      throw new IllegalArgumentException("enum \"" + name + "\" has a value twice");
    }
  }

  public static EnumType of(QualifiedName name, List<String> values) {
    return new EnumType(name, values, "");
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.ENUM;
  }

  @Override
  public EnumType withName(QualifiedName newName) {
    return new EnumType(newName, values, comment);
  }

  public EnumType withValues(List<String> newValues) {
    return new EnumType(name, newValues, comment);
  }

  @Override
  public EnumType withComment(String newComment) {
    return new EnumType(name, values, newComment);
  }

  /** This type with one of its values renamed, in its place. */
  public EnumType renameValue(String value, String newValue) {
    return withValues(Names.rename(values, value, newValue));
  }

  /** This type with a value more, before the one at that place. */
  public EnumType plus(int place, String value) {
    List<String> more = new ArrayList<>(values);
    more.add(place, value);
    return withValues(more);
  }

  /** The type of a column that has this type. */
  public SqlType type() {
    return new SqlType(name.schema(), name.name(), List.of(), false);
  }

  /** Whether a column of that type, or of an array of it, has this type. */
  public boolean isTypeOf(SqlType type) {
    return type.element().equals(type()) && !type.isBuiltIn();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EnumType that
        && name.equals(that.name)
        && comment.equals(that.comment)
        && new HashSet<>(values).equals(new HashSet<>(that.values));
  }

  @Override
  public int hashCode() {
    return name.hashCode() + 31 * new HashSet<>(values).hashCode();
  }
}
