package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A partition of a {@link Partitioned} table.
 *
 * <pre>{@code
 * @Partition(name = "customer_eu", values = "IN ('de', 'fr')")
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Partition {
  /** The name of the partition, itself a table. Plain, unquoted. */
  String name();

  /**
   * Which rows it takes. SQL, what CREATE TABLE has after {@code FOR VALUES}: {@code "FROM (1) TO
   * (10)"}, {@code "IN ('de')"}, {@code "WITH (MODULUS 4, REMAINDER 0)"}; or {@code "DEFAULT"}.
   */
  String values();
}
