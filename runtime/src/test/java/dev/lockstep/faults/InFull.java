package dev.lockstep.faults;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What takes too long for every build; {@code mvn -Pfaults verify} runs it. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
    named = Suite.PROPERTY,
    matches = Suite.ALL,
    disabledReason = "it takes too long for every build: mvn -Pfaults verify")
public @interface InFull {}
