package dev.lockstep.schema;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param name raw name
 * @param value default, identity or generation expression; null for none
 * @param collation raw name, with its schema if it needs one; empty for the type's own
 * @param comment empty for none
 * @param options how its values are stored and sampled
 */
public record Column(
    String name,
    SqlType type,
    boolean nullable,
    @Nullable ColumnValue value,
    String collation,
    String comment,
    ColumnOptions options)
    implements TableElement, Named {

  public Column {
    if (value instanceof DefaultValue given) {
      value = new DefaultValue(given.expression().of(type));
    }
  }

  /** With the usual options. */
  public Column(
      String name,
      SqlType type,
      boolean nullable,
      @Nullable ColumnValue value,
      String collation,
      String comment) {
    this(name, type, nullable, value, collation, comment, ColumnOptions.NONE);
  }

  /** A nullable column without a default. */
  public static Column of(String name, SqlType type) {
    return new Column(name, type, true, null, "", "");
  }

  public Column notNull() {
    return withNullable(false);
  }

  public Column withNullable(boolean newNullable) {
    return new Column(name, type, newNullable, value, collation, comment, options);
  }

  /** With {@code DEFAULT expression}; the text is SQL, so a text literal needs its quotes. */
  public Column defaultValue(String expression) {
    return withValue(new DefaultValue(SqlExpression.of(expression)));
  }

  public Column identity() {
    return withValue(Identity.byDefault());
  }

  public Column identity(Identity identity) {
    return withValue(identity);
  }

  /** {@code GENERATED ALWAYS AS (expression) STORED}. */
  public Column computed(String expression) {
    return withValue(new Computed(SqlExpression.of(expression), true));
  }

  /** {@code GENERATED ALWAYS AS (expression) VIRTUAL}; PostgreSQL 18 or later. */
  public Column computedVirtual(String expression) {
    return withValue(new Computed(SqlExpression.of(expression), false));
  }

  public Column collate(String newCollation) {
    return new Column(name, type, nullable, value, newCollation, comment, options);
  }

  public Column comment(String newComment) {
    return new Column(name, type, nullable, value, collation, newComment, options);
  }

  public Column options(ColumnOptions newOptions) {
    return new Column(name, type, nullable, value, collation, comment, newOptions);
  }

  /** This column as ADD COLUMN alone can make it: no comment, the usual options. */
  public Column bare() {
    return isBare() ? this : comment("").options(ColumnOptions.NONE);
  }

  /** Whether it has no comment and no options. */
  public boolean isBare() {
    return comment.isEmpty() && options.equals(ColumnOptions.NONE);
  }

  public Column withName(String newName) {
    return new Column(newName, type, nullable, value, collation, comment, options);
  }

  public Column withType(SqlType newType) {
    return new Column(name, newType, nullable, value, collation, comment, options);
  }

  public Column withValue(@Nullable ColumnValue newValue) {
    return new Column(name, type, nullable, newValue, collation, comment, options);
  }

  public Optional<SqlExpression> defaultExpression() {
    return value instanceof DefaultValue defaultValue
        ? Optional.of(defaultValue.expression())
        : Optional.empty();
  }

  public Optional<Identity> identityOption() {
    return value instanceof Identity identity ? Optional.of(identity) : Optional.empty();
  }

  public Optional<Computed> computedOption() {
    return value instanceof Computed computed ? Optional.of(computed) : Optional.empty();
  }

  /** This column after another column of its table was renamed. */
  Column renameMention(String column, String newName) {
    return value instanceof Computed computed
        ? withValue(
            new Computed(computed.expression().renameColumn(column, newName), computed.stored()))
        : this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Column that
            && name.equals(that.name)
            && type.equals(that.type)
            && nullable == that.nullable
            && Objects.equals(value, that.value)
            && collation.equals(that.collation)
            && comment.equals(that.comment)
            && options.equals(that.options));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
