package dev.lockstep.processor.problem;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Where a problem is, in the words of the schema; {@code Places} knows which element that is. */
public sealed interface Place {

  /** No element: the file is named in the message's text. */
  record Nowhere() implements Place {}

  /** The element that carries {@code @Database}. */
  record OfDatabase() implements Place {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OfDatabase;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  /**
   * The class of a table.
   *
   * @param attribute the attribute of {@code @Table} that is meant, as in {@code renamedFrom};
   *     empty for the class's name
   */
  record OfTable(QualifiedName table, String attribute) implements Place {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof OfTable that
              && table.equals(that.table)
              && attribute.equals(that.attribute));
    }

    @Override
    public int hashCode() {
      return table.hashCode();
    }
  }

  /**
   * The field or record component of a column.
   *
   * @param attribute the attribute of {@code @Column} that is meant; empty for the field's name
   */
  record OfColumn(QualifiedName table, String column, String attribute) implements Place {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof OfColumn that
              && table.equals(that.table)
              && column.equals(that.column)
              && attribute.equals(that.attribute));
    }

    @Override
    public int hashCode() {
      return 31 * table.hashCode() + column.hashCode();
    }
  }

  /** The annotation (or field) that declares a constraint or an index. */
  record OfMember(QualifiedName table, String member) implements Place {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof OfMember that
              && table.equals(that.table)
              && member.equals(that.member));
    }

    @Override
    public int hashCode() {
      return 31 * table.hashCode() + member.hashCode();
    }
  }

  /**
   * The class or annotation that declares what is no table.
   *
   * @param attribute the attribute of its annotation that is meant; empty for the whole
   */
  record OfObject(ObjectKey object, String attribute) implements Place {}

  /** The constant of a Java enum that is a value of an enum type. */
  record OfEnumValue(QualifiedName type, String value) implements Place {}

  /** The class of a migration. */
  record OfMigration(String revision) implements Place {}

  /** A spot that the model reader found before it had a name; numbered by {@code Places}. */
  record Spot(int number) implements Place {}
}
