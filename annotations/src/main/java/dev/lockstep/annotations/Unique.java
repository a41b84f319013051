package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A unique constraint of one column or several.
 *
 * <pre>{@code
 * @Unique(columns = {"tenantId", "email"})
 * @Table class Account { long tenantId; String email; }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Unique.List.class)
public @interface Unique {
  /** The columns in order, by their own names or their fields'; at least one. */
  String[] columns();

  /** The constraint's name. Plain, unquoted. Empty: the one PostgreSQL would choose. */
  String name() default "";

  /** Whether two NULLs are equal. Needs PostgreSQL 15. */
  boolean nullsNotDistinct() default false;

  /** Whether the check may be put off to the end of the transaction ({@code DEFERRABLE}). */
  boolean deferrable() default false;

  /** Whether it is put off unless a transaction says otherwise; needs {@link #deferrable}. */
  boolean initiallyDeferred() default false;

  /**
   * Columns kept in its index without being compared, by their own names or their fields'. Empty:
   * none.
   */
  String[] include() default {};

  /**
   * Whether the last column, a range, must not overlap among rows that are equal in the others
   * ({@code WITHOUT OVERLAPS}). Needs PostgreSQL 18.
   */
  boolean withoutOverlaps() default false;

  /** Holds several {@link Unique} annotations of one element; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** The annotations, in source order. */
    Unique[] value();
  }
}
