package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column that PostgreSQL numbers: {@code GENERATED ... AS IDENTITY}; it is NOT NULL.
 *
 * <p>For {@code short}, {@code int} and {@code long} and their wrappers. The defaults shown are
 * those of an ascending {@code bigint}; an attribute that is left out is left to PostgreSQL.
 *
 * <pre>{@code
 * @Id @Identity(start = 1000) Long id;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Identity {
  /** Whether an INSERT may not name its own value: {@code ALWAYS} instead of {@code BY DEFAULT}. */
  boolean always() default false;

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
}
