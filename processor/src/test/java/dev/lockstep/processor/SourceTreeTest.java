package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir
  Path folder;

  @Test
  void findsNothingInWhatIsNotThere() throws IOException {
    assertEquals(List.of(), SourceTree.named("A.java", folder.resolve("none")));
  }

  @Test
  void passesOverWhatCannotBeRead() throws IOException {
    Path root = folder.resolve("root");
    Path first = file(root.resolve("a/A.java"));
    Path last = file(root.resolve("z/A.java"));
    file(root.resolve("z/AA.java"));
    String step = "m".repeat(200) + "/";
    Path deep = root.resolve(step.repeat((4000 - root.toString().length()) / step.length()));
    Files.createDirectories(deep);
    Path closed = folder.resolve("closed");
    file(closed.resolve("c".repeat(250)).resolve("c".repeat(250)).resolve("A.java"));
    Files.move(closed, deep.resolve("closed"));
    try {
      assertThrows(UncheckedIOException.class, () -> walk(root));
      assertEquals(List.of(first, last), SourceTree.named("A.java", root));
    } finally {
      Files.move(deep.resolve("closed"), closed);
    }
  }

  /** A path that is too long is closed even to root, whom no permission stops. */
  private static void walk(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files.forEach(file -> {});
    }
  }

  private static Path file(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
