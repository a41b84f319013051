package dev.lockstep.processor.model;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** The syntax trees of javac, which no other compiler has. */
final class CompilerTrees {
  private CompilerTrees() {}

  /** Empty under other compilers, which may not have the class at all. */
  static Optional<Trees> of(ProcessingEnvironment environment) {
    try {
      return Optional.of(Trees.instance(environment));
    } catch (IllegalArgumentException | LinkageError e) {
      return wrapped(environment).flatMap(CompilerTrees::of);
    }
  }

  /**
   * Gradle and kapt hand over an environment of their own around javac's, which its trees refuse.
   */
  private static Optional<ProcessingEnvironment> wrapped(ProcessingEnvironment environment) {
    return Arrays.stream(environment.getClass().getDeclaredFields())
        .filter(field -> ProcessingEnvironment.class.isAssignableFrom(field.getType()))
        .findFirst()
        .flatMap(field -> value(field, environment))
        .filter(inner -> inner != environment);
  }

  private static Optional<ProcessingEnvironment> value(
      Field field, ProcessingEnvironment environment) {
    try {
      field.setAccessible(true);
      return Optional.ofNullable((ProcessingEnvironment) field.get(environment));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
