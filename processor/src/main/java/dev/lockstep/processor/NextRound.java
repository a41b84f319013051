package dev.lockstep.processor;

import dev.lockstep.processor.model.DatabaseElement;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Asks the compiler for another round, in which the classes are known that other processors
 * generate in this one: by a source without a class, which is deleted when processing ends.
 */
final class NextRound {
  private static final String TEXT = "// Asks the compiler for another round.\n";

  private @Nullable JavaFileObject file;

  /** Whether it was asked for now; it is but once, and not without a database. */
  boolean ask(Filer filer, List<DatabaseElement> databases) throws IOException {
    if (file != null || databases.isEmpty()) {
      return false;
    }
    String packageName = databases.get(0).migrationsPackage();
    JavaFileObject created = filer.createSourceFile(
        (packageName.isEmpty() ? "" : packageName + ".") + "NextRound",
        databases.get(0).element());
    file = created;
    try (Writer writer = created.openWriter()) {
      writer.write(TEXT);
    }
    return true;
  }

  void end() throws IOException {
    if (file != null && "file".equals(file.toUri().getScheme())) {
      Files.deleteIfExists(Path.of(file.toUri()));
    }
  }
}
