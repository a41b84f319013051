package dev.lockstep;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Something that a downgrade cannot bring back; stands on the {@code downgrade} method of a
 * migration: {@code @Irreversible(what = "user.fax", reason = "its values are deleted")}. The
 * command line refuses such a downgrade unless {@code --accept data-loss} is given.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Irreversible.List.class)
public @interface Irreversible {
  /** What is gone: {@code table}, {@code table.column} and the like. */
  String what();

  /** Why it does not come back. */
  String reason();

  /** Several of them. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface List {
    Irreversible[] value();
  }
}
