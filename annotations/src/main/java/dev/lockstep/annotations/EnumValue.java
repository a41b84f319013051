package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an enum's constant is called in the database.
 *
 * <pre>{@code
 * @EnumValue("in-transit") IN_TRANSIT,
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface EnumValue {
  /** The value. Plain text, without quotes. Empty: the constant's Java name. */
  String value() default "";

  /**
   * The value that this constant has in the recorded schema, so that it is renamed and rows keep
   * it. Plain text, without quotes. Empty: it was not renamed. It may go once the migration is
   * written.
   */
  String renamedFrom() default "";
}
