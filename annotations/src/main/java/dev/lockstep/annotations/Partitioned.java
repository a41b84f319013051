package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A table that is kept in partitions.
 *
 * <p>A primary key or unique constraint of it must hold all columns it is partitioned by.
 *
 * <pre>{@code
 * @Partitioned(
 *     columns = "day",
 *     partitions = @Partition(name = "sale_2025", values = "FROM ('2025-01-01') TO ('2026-01-01')"))
 * @Table class Sale { @Id long id; @Id LocalDate day; }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Partitioned {
  /** How rows are told apart. */
  PartitionStrategy by() default PartitionStrategy.RANGE;

  /**
   * What rows are told apart by, in order: columns, by their own names or their fields', or SQL
   * expressions in parentheses; at least one, exactly one for {@link PartitionStrategy#LIST}.
   */
  String[] columns();

  /**
   * The partitions that migrations create. Empty: none, as when a job creates them; those are not
   * ours then.
   */
  Partition[] partitions() default {};
}
