package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value removed from an {@link EnumType}, and its successor.
 *
 * <pre>{@code
 * @EnumType(replaced = @ReplacedValue(value = "LOST", by = "CLOSED"))
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface ReplacedValue {
  /** The removed value as the database holds it. Plain text, without quotes. */
  String value();

  /** The value that takes its place, as the database holds it. Plain text, without quotes. */
  String by();
}
