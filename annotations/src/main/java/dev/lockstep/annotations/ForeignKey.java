package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A foreign key of one column or several.
 *
 * <pre>{@code
 * @ForeignKey(columns = {"country", "code"}, references = Region.class)
 * @Table class Address { String country; String code; }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(ForeignKey.List.class)
public @interface ForeignKey {
  /** The columns, by their own names or their fields'; at least one. */
  String[] columns();

  /** The {@link Table} class referenced. */
  Class<?> references();

  /**
   * The columns referenced, by their own names or their fields', as many as {@link #columns}.
   * Empty: the primary key of the target.
   */
  String[] referencedColumns() default {};

  /** The constraint's name. Plain, unquoted. Empty: the one PostgreSQL would choose. */
  String name() default "";

  /** What a DELETE of the row referenced does. */
  ReferentialAction onDelete() default ReferentialAction.NO_ACTION;

  /** What an UPDATE of the key referenced does. */
  ReferentialAction onUpdate() default ReferentialAction.NO_ACTION;

  /** Whether the check may be put off to the end of the transaction ({@code DEFERRABLE}). */
  boolean deferrable() default false;

  /** Whether it is put off unless a transaction says otherwise; needs {@link #deferrable}. */
  boolean initiallyDeferred() default false;

  /**
   * Whether the last column is a range that the ranges of the rows referenced must cover
   * ({@code PERIOD}). Needs PostgreSQL 18.
   */
  boolean period() default false;

  /** Holds several {@link ForeignKey} annotations of one element; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** The annotations, in source order. */
    ForeignKey[] value();
  }
}
