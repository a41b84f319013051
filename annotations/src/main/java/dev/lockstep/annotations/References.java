package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A foreign key of one column.
 *
 * <p>{@link ForeignKey} is for several columns.
 *
 * <pre>{@code
 * @References(value = User.class, onDelete = ReferentialAction.CASCADE) Long userId;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface References {
  /** The {@link Table} class referenced. {@code void.class}: the field's own type. */
  Class<?> value() default void.class;

  /**
   * The column referenced, by its own name or its field's. Empty: the primary key of the target.
   */
  String column() default "";

  /** The constraint's name. Plain, unquoted. Empty: the one PostgreSQL would choose. */
  String name() default "";

  /** What a DELETE of the row referenced does. */
  ReferentialAction onDelete() default ReferentialAction.NO_ACTION;

  /** What an UPDATE of the key referenced does. */
  ReferentialAction onUpdate() default ReferentialAction.NO_ACTION;

  /** Whether the check may be put off to the end of the transaction ({@code DEFERRABLE}). */
  boolean deferrable() default false;

  /** Whether it is put off unless a transaction says otherwise; needs {@link #deferrable}. */
  boolean initiallyDeferred() default false;
}
