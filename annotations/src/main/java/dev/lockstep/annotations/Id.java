package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column of the primary key; several make a composite key in declaration order.
 *
 * <pre>{@code
 * @Id @Identity Long id;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Id {
  /**
   * Whether this column, the last of the key and a range, must not overlap among rows that are
   * equal in the others ({@code WITHOUT OVERLAPS}). Needs PostgreSQL 18.
   */
  boolean withoutOverlaps() default false;
}
