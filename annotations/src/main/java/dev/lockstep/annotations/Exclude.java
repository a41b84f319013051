package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An exclusion constraint: no two rows for which every comparison is true.
 *
 * <pre>{@code
 * @Exclude(elements = {"room with =", "during with &&"})
 * @Table class Booking { int room; @Column(type = "tstzrange") String during; }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Exclude.List.class)
public @interface Exclude {
  /** The access method of its index. A plain name. */
  String using() default "gist";

  /**
   * What is compared and how, each as {@code "what with operator"}: a column, by its own name or
   * its field's, or an SQL expression in parentheses, then optionally an operator class, then
   * {@code with} and the operator; at least one.
   */
  String[] elements();

  /** Which rows are compared. An SQL condition over the row. Empty: all. */
  String where() default "";

  /** The constraint's name. Plain, unquoted. Empty: the one PostgreSQL would choose. */
  String name() default "";

  /** Whether the check may be put off to the end of the transaction ({@code DEFERRABLE}). */
  boolean deferrable() default false;

  /** Whether it is put off unless a transaction says otherwise; needs {@link #deferrable}. */
  boolean initiallyDeferred() default false;

  /** Holds several {@link Exclude} annotations of one element; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** The annotations, in source order. */
    Exclude[] value();
  }
}
