package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column of an {@link Embeddable} as one table wants it.
 *
 * <pre>{@code
 * @Embedded(overrides = @ColumnOverride(field = "city", column = @Column(name = "town"))) Address home;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface ColumnOverride {
  /**
   * The field of the {@link Embeddable}, by its Java name; of one further in by its path,
   * {@code "geo.lat"}.
   */
  String field();

  /**
   * What takes the place of the field's own {@link Column} as a whole. A name given here, also as
   * {@link Column#renamedFrom}, gets no prefix.
   */
  Column column();
}
