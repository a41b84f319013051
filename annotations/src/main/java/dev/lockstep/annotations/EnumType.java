package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A Java enum that is a PostgreSQL enum type; without it an enum is {@code text} with a check.
 *
 * <p>Its values are the constants in declaration order, each as its Java name unless
 * {@link EnumValue} says otherwise.
 *
 * <pre>{@code
 * @EnumType(replaced = @ReplacedValue(value = "LOST", by = "CLOSED"))
 * public enum State { OPEN, CLOSED }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface EnumType {
  /** The type's name. Plain, unquoted. Empty: the enum's name in snake_case. */
  String name() default "";

  /** The PostgreSQL schema. A plain name, unquoted. Empty: that of the {@link Database}. */
  String schema() default "";

  /**
   * The name that this type has in the recorded schema, so that it is renamed. A plain name,
   * unquoted. Empty: it was not renamed. It may go once the migration is written.
   */
  String renamedFrom() default "";

  /**
   * What rows get that hold a value which is removed. Empty: no value is removed. It may go once
   * the migration is written.
   */
  ReplacedValue[] replaced() default {};

  /** The comment kept in the database. Plain text. Empty: none. */
  String comment() default "";
}
