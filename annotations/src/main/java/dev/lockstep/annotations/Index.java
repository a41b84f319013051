package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index; on a field, of that field's column.
 *
 * <p>An entry of {@link #columns} is a column, by its own name or its field's, or an SQL expression
 * in parentheses; then, optionally and in this order, {@code collate} and a collation, an operator
 * class, {@code asc} or {@code desc}, {@code nulls first} or {@code nulls last}.
 *
 * <pre>{@code
 * @Index(columns = {"customerId", "createdAt desc"}, where = "state <> 'done'")
 * @Index(columns = "(lower(email))", unique = true)
 * @Table class Order { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Repeatable(Index.List.class)
public @interface Index {
  /**
   * What is indexed, as said above, in order. On a field that field's column comes first, unless an
   * entry names it; on a type at least one entry is needed.
   */
  String[] columns() default {};

  /** The index's name. Plain, unquoted. Empty: the one PostgreSQL would choose. */
  String name() default "";

  /** Whether no two rows may be equal in it. */
  boolean unique() default false;

  /**
   * The access method. A plain name: {@code "gin"}, {@code "gist"}, {@code "brin"}, {@code "hash"}.
   */
  String method() default "btree";

  /** Which rows are indexed. An SQL condition over the row. Empty: all. */
  String where() default "";

  /**
   * Columns kept in the index without being searched by, by their own names or their fields'.
   * Empty: none.
   */
  String[] include() default {};

  /** Storage parameters of the access method, as SQL: {@code "fillfactor=70"}. Empty: none. */
  String[] with() default {};

  /** Whether a unique index takes two NULLs as equal. Needs PostgreSQL 15. */
  boolean nullsNotDistinct() default false;

  /** Holds several {@link Index} annotations of one element; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
  @interface List {
    /** The annotations, in source order. */
    Index[] value();
  }
}
