package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field that stands for the columns of an {@link Embeddable}, in declaration order.
 *
 * <p>An {@link Id} at the field makes all of them the key; nothing else may stand beside it. With
 * JSpecify's {@code @Nullable} on the field all of them are nullable, unless an override says
 * otherwise.
 *
 * <pre>{@code
 * @Embedded(prefix = "home_", overrides = @ColumnOverride(field = "city", column = @Column(length = 80)))
 * Address home;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Embedded {
  /**
   * What is put before each column's name, inside of the prefixes of embeddables around it. Plain
   * text, may be empty. Left out: the field's name in snake_case with {@code _} after it.
   */
  String prefix() default "";

  /** Columns that differ from what the {@link Embeddable} says. Empty: none. */
  ColumnOverride[] overrides() default {};
}
