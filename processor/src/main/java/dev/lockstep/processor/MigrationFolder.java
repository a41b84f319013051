package dev.lockstep.processor;

import dev.lockstep.processor.snapshot.SnapshotException;
import dev.lockstep.processor.snapshot.SnapshotSides;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of the migrations package in the source tree: migrations and snapshot.
 *
 * @param root absolute
 * @param packageName qualified name; its folder need not exist yet
 */
record MigrationFolder(Path root, String packageName) {
  private static final String EXTENSION = ".java";

  MigrationFolder {
    root = root.toAbsolutePath().normalize();
  }

  Path path() {
    return root.resolve(packageName.replace('.', '/'));
  }

  Path snapshotFile() {
    return path().resolve("schema.json");
  }

  Path sourceFile(String className) {
    return path().resolve(className + EXTENSION);
  }

  /**
   * The snapshot, or the sides of its conflict; empty if there is no such file.
   *
   * @throws SnapshotException if the file is damaged
   */
  Optional<SnapshotSides> snapshot() throws IOException {
    return Files.exists(snapshotFile())
        ? Optional.of(SnapshotSides.of(text(snapshotFile())))
        : Optional.empty();
  }

  /** The text of the snapshot's file; empty if there is none. */
  Optional<String> snapshotText() throws IOException {
    return Files.exists(snapshotFile()) ? Optional.of(text(snapshotFile())) : Optional.empty();
  }

  /** The source of that class; never fails for its encoding, which need not be known. */
  String source(String className) throws IOException {
    return text(sourceFile(className));
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** Whether the source tree has the file of that outermost class. */
  boolean holds(String qualifiedName) {
    return Files.exists(root.resolve(qualifiedName.replace('.', '/') + EXTENSION));
  }

  /** Names of the outermost classes whose files are there, sorted. */
  List<String> classNames() throws IOException {
    if (!Files.isDirectory(path())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(EXTENSION) && !name.equals("package-info.java"))
          .map(name -> name.substring(0, name.length() - EXTENSION.length()))
          .sorted()
          .toList();
    }
  }

  /** A path as the user would type it: relative where it lies below the working directory. */
  static String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath();
    Path shown = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }

  /** For messages, with {@code /} at its end. */
  String shown() {
    return shown(path()) + "/";
  }
}
