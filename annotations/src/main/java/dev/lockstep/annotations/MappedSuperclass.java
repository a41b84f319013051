package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class without a table, whose columns, constraints and indexes are those of every {@link Table}
 * class below it.
 *
 * <pre>{@code
 * @MappedSuperclass abstract class Entity { @Id @Identity Long id; Instant createdAt; }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MappedSuperclass {}
