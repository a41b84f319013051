package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column whose value PostgreSQL computes from others of its row: {@code GENERATED ALWAYS AS}.
 *
 * <pre>{@code
 * @Computed("lower(email)") String emailKey;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Computed {
  /**
   * The value. An SQL expression over the columns of the row, by column name, of immutable
   * functions alone.
   */
  String value();

  /**
   * Whether it is kept on disk rather than computed when read. {@code false} needs PostgreSQL 18.
   */
  boolean stored() default true;
}
