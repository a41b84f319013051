package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the Java field does not say of its column; a field without it is a column all the same.
 *
 * <p>An attribute that is left out is not the same as one given its default: {@code nullable =
 * true} on a field that would be NOT NULL by itself makes it nullable.
 *
 * <pre>{@code
 * @Column(length = 120, unique = true, nullable = false) String email;
 * @Column(precision = 12, scale = 2, defaultValue = "0") BigDecimal total;
 * @Column(defaultValue = "'new'") String state;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Column {
  /** The column's name; the same as {@link #name}, of which at most one is given. */
  String value() default "";

  /** The column's name. Plain, unquoted. Empty: the field's name in snake_case. */
  String name() default "";

  /**
   * The column's type as SQL: {@code "char(3)"}, {@code "jsonb"}. Empty: the one that belongs to
   * the Java type. Excludes {@link #length}, {@link #precision} and {@link #scale}.
   */
  String type() default "";

  /**
   * The most characters of a text, which becomes {@code varchar(length)}; at least 1. Left out:
   * {@code text}.
   */
  int length() default -1;

  /**
   * The digits of a {@code numeric} in all, at least 1; or of the seconds of a time, 0 to 6. Left
   * out: no limit for {@code numeric}, 6 for a time.
   */
  int precision() default -1;

  /** The digits of a {@code numeric} after the point; needs {@link #precision}. Left out: 0. */
  int scale() default -1;

  /**
   * Whether the column takes NULL. Left out: a primitive, an {@link Id} and what JSpecify calls
   * non-null do not, everything else does.
   */
  boolean nullable() default true;

  /**
   * Whether the column alone is a unique constraint, named as PostgreSQL would. {@link Unique} has
   * the options.
   */
  boolean unique() default false;

  /**
   * The default. An SQL expression, so a text literal has its quotes: {@code "'new'"},
   * {@code "now()"}. Left out: none.
   */
  String defaultValue() default "";

  /** The comment kept in the database. Plain text. Empty: none. */
  String comment() default "";

  /** The collation. A plain name, unquoted: {@code "de-x-icu"}. Empty: the type's own. */
  String collation() default "";

  /**
   * The name that this column has in the recorded schema, so that it is renamed and keeps its data.
   * A plain name, unquoted. Empty: it was not renamed. It may go once the migration is written.
   */
  String renamedFrom() default "";

  /**
   * What the values become when the type changes. An SQL expression over the row as it was:
   * {@code "total::integer"}. Empty: PostgreSQL's own cast. It may go once the migration is
   * written.
   */
  String using() default "";

  /**
   * What rows that exist get in a column that is new or becomes NOT NULL. An SQL expression over
   * the row with its other changes made, where what goes with them is still there: {@code "0"},
   * {@code "lower(email)"}. Empty: none. It may go once the migration is written.
   */
  String backfill() default "";

  /**
   * How long values are stored: {@code "plain"}, {@code "main"}, {@code "external"} or
   * {@code "extended"}. Empty: as the type has it.
   */
  String storage() default "";

  /**
   * How long values are compressed: {@code "pglz"} or {@code "lz4"}. Empty: as the server has it.
   */
  String compression() default "";

  /** How finely ANALYZE samples the column, 0 to 10,000. Left out: as the server has it. */
  int statistics() default -1;
}
