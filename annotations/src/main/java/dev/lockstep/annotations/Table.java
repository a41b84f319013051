package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A table, described by a class or a record.
 *
 * <p>Every instance field or record component that is neither {@code transient} nor {@link Ignore}
 * is a column, in declaration order, those of a {@link MappedSuperclass} first. A name that is not
 * given is the Java name in snake_case: {@code OrderLine} is {@code order_line}.
 *
 * <pre>{@code
 * @Table(comment = "People who may sign in")
 * public class User {
 *   @Id @Identity Long id;
 *   @Column(length = 80, unique = true, nullable = false) String username;
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Table {
  /** The table's name; the same as {@link #name}, of which at most one is given. */
  String value() default "";

  /** The table's name. Plain, unquoted. Empty: the class's name in snake_case. */
  String name() default "";

  /** The PostgreSQL schema. A plain name, unquoted. Empty: that of the {@link Database}. */
  String schema() default "";

  /** The comment kept in the database. Plain text. Empty: none. */
  String comment() default "";

  /**
   * The name that this table has in the recorded schema, so that it is renamed and keeps its rows.
   * A plain name, unquoted, or the old PostgreSQL schema, a dot and a plain name. Empty: it was not
   * renamed. It may go once the migration is written.
   */
  String renamedFrom() default "";

  /**
   * Storage parameters, as SQL: {@code "fillfactor=70"}, {@code "toast.autovacuum_enabled=false"}.
   * Empty: none.
   */
  String[] with() default {};

  /** Whether the table is not written to the log: faster, and empty after a crash. */
  boolean unlogged() default false;

  /** The tablespace. A plain name, unquoted. Empty: that of the database. */
  String tablespace() default "";
}
