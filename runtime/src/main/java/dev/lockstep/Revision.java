package dev.lockstep;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The place of a migration in the graph of its migration set; its id is the simple name of its
 * class.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {
  /**
   * Ids of the migrations that come right before it; none for the first, two or more for a merge.
   */
  String[] parents() default {};

  /**
   * Ids of the migrations that this one stands for, all of them, where it is a squash; their
   * classes may be gone once every database has passed them.
   */
  String[] replaces() default {};

  /**
   * When it may be applied while several versions of the application run; see
   * {@link Migrator#upgrade(Phase)}.
   */
  Phase phase() default Phase.EXPAND;

  /** What it does, in the words of the person who asked for it. */
  String description() default "";
}
