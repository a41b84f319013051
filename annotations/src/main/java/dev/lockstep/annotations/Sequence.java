package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sequence that is no column's identity.
 *
 * <p>The defaults shown are those of an ascending {@code bigint}; an attribute that is left out is
 * left to PostgreSQL.
 *
 * <pre>{@code
 * @Sequence(name = "invoice_number", start = 1000, cache = 10)
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Repeatable(Sequence.List.class)
public @interface Sequence {
  /** The sequence's name. Plain, unquoted. */
  String name();

  /** The PostgreSQL schema. A plain name, unquoted. Empty: that of the {@link Database}. */
  String schema() default "";

  /** The type as SQL: {@code "smallint"}, {@code "integer"} or {@code "bigint"}. */
  String type() default "bigint";

  /** The first value. Left out: {@link #min} if ascending, {@link #max} if descending. */
  long start() default 1;

  /** The step, negative for a descending one; not 0. */
  long increment() default 1;

  /** The smallest value. Left out: 1 if ascending, the smallest of the type if descending. */
  long min() default 1;

  /** The largest value. Left out: the largest of the type if ascending, -1 if descending. */
  long max() default Long.MAX_VALUE;

  /** How many values a session takes at once; at least 1. What it does not use is lost. */
  long cache() default 1;

  /** Whether it starts again after the last value, instead of failing. */
  boolean cycle() default false;

  /**
   * The column with which it is dropped, as table and column: {@code "invoice.number"}. Plain
   * names, unquoted. Empty: none.
   */
  String ownedBy() default "";

  /** The comment kept in the database. Plain text. Empty: none. */
  String comment() default "";

  /**
   * The name that this sequence has in the recorded schema, so that it is renamed and keeps its
   * counter. A plain name, unquoted. Empty: it was not renamed. It may go once the migration is
   * written.
   */
  String renamedFrom() default "";

  /** Holds several {@link Sequence} annotations of one element; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.PACKAGE, ElementType.TYPE})
  @interface List {
    /** The annotations, in source order. */
    Sequence[] value();
  }
}
