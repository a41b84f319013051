package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A check constraint; on a field it is one of the table all the same.
 *
 * <pre>{@code
 * @Check("price >= 0") BigDecimal price;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Repeatable(Check.List.class)
public @interface Check {
  /**
   * What every row must satisfy. An SQL condition over the columns of the row, by column name; NULL
   * satisfies it.
   */
  String value();

  /** The constraint's name. Plain, unquoted. Empty: the one PostgreSQL would choose. */
  String name() default "";

  /** Holds several {@link Check} annotations of one element; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
  @interface List {
    /** The annotations, in source order. */
    Check[] value();
  }
}
