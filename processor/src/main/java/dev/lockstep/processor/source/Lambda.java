package dev.lockstep.processor.source;

import dev.lockstep.ConnectionWork;
import dev.lockstep.SchemaEditor;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A function that a migration hands over: Java that nobody can read, or steps for an editor.
 *
 * @param steps null for what cannot be read
 */
record Lambda(@Nullable Consumer<SchemaEditor> steps) {
  /** As an argument of that type, if it can be one. */
  Optional<Object> as(Class<?> type) {
    if (type == ConnectionWork.class) {
      ConnectionWork never = connection -> {
        throw new IllegalStateException("the source was only read");
      };
      return Optional.of(never);
    }
    return type == Consumer.class ? Optional.ofNullable(steps) : Optional.empty();
  }
}
