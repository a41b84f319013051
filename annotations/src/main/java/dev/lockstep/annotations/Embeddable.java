package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class or record whose fields become columns of every table that has it {@link Embedded}.
 *
 * <p>Its annotations, and those of its fields, hold there too. The columns that they name, in SQL
 * as well, are its own by the names that they have here, without a prefix; then those of the table.
 *
 * <pre>{@code
 * @Embeddable record Address(String street, String city) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Embeddable {}
