package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A view, plain or materialized.
 *
 * <p>The class's fields are not compared with the query: they are yours.
 *
 * <pre>{@code
 * @View(query = "SELECT id, email FROM customer WHERE active")
 * record ActiveCustomer(long id, String email) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface View {
  /** The view's name. Plain, unquoted. Empty: the class's name in snake_case. */
  String name() default "";

  /** The PostgreSQL schema. A plain name, unquoted. Empty: that of the {@link Database}. */
  String schema() default "";

  /** The rows. One SQL query, without a semicolon at its end. */
  String query();

  /** Whether the rows are stored until refreshed. */
  boolean materialized() default false;

  /**
   * The name that this view has in the recorded schema, so that it is renamed. A plain name,
   * unquoted. Empty: it was not renamed. It may go once the migration is written.
   */
  String renamedFrom() default "";

  /** The comment kept in the database. Plain text. Empty: none. */
  String comment() default "";

  /**
   * Options of a view or storage parameters of a materialized one, as SQL:
   * {@code "security_barrier=true"}. Empty: none.
   */
  String[] with() default {};
}
