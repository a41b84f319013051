package dev.lockstep;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What {@code lockstep.accept} had to allow before a migration was generated:
 * {@code @Accepted({"data-loss:user.fax", "rewrite:user"})}. A record for those who review it; it
 * changes nothing.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Accepted {
  /** Hazard and what it threatens, sorted. */
  String[] value();
}
