package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whatever has no annotation of its own, as SQL: a function, a trigger, a policy, a grant.
 *
 * <p>When {@link #create} changes, the object is dropped and created again.
 *
 * <pre>{@code
 * @SqlObject(
 *     name = "touch_user",
 *     create = "CREATE TRIGGER touch BEFORE UPDATE ON \"user\" FOR EACH ROW EXECUTE FUNCTION touch()",
 *     drop = "DROP TRIGGER touch ON \"user\"",
 *     needs = {"user", "touch"})
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Repeatable(SqlObject.List.class)
public @interface SqlObject {
  /**
   * What it is called here and in messages; unique in its {@link Database}. Plain text that the
   * database never sees.
   */
  String name();

  /** How it comes to be. SQL, one statement or several. */
  String create();

  /** How it goes. SQL, one statement or several. */
  String drop();

  /**
   * What must exist before it: names of tables, views, sequences, types and other SQL objects.
   * Plain, unquoted. Empty: nothing, so that it comes after all tables.
   */
  String[] needs() default {};

  /** Holds several {@link SqlObject} annotations of one element; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.PACKAGE, ElementType.TYPE})
  @interface List {
    /** The annotations, in source order. */
    SqlObject[] value();
  }
}
