package dev.lockstep.processor.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A second project with the sources of the first, and its repository if it has one. */
final class ProjectCopy {
  private ProjectCopy() {}

  static Project of(Project project, Path folder) throws IOException {
    Path from = project.sources();
    Path to = folder.resolve("src");
    for (Path file : files(from)) {
      Path copied = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(copied);
      } else {
        Files.copy(file, copied);
      }
    }
    return Project.existing(folder);
  }

  /** Folders before what is in them. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }
}
