package dev.lockstep.walkthrough;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A local repository of Maven: everything that this build's own holds, by links, and Lockstep as
 * this build made it, as if {@code mvn install} had been run. The user's own repository gets no
 * artifact of Lockstep.
 */
final class LocalRepository {
  private static final String GROUP = "dev/lockstep";

  private final Path root;
  private final String version;

  private LocalRepository(Path root) {
    this.root = root;
    this.version = property("lockstep.version");
  }

  /**
   * Where the module builds, made anew or brought up to date; each JVM of the tests has its own.
   */
  static Path create() throws IOException {
    Path root =
        Path.of("target", "walkthrough-repository-" + property("lockstep.fork")).toAbsolutePath();
    LocalRepository repository = new LocalRepository(root);
    repository.link(Path.of(property("localRepository")), root, Path.of(GROUP));
    repository.install("lockstep-parent", Path.of("..", "pom.xml"));
    repository.install("lockstep-annotations", BuiltJars.ANNOTATIONS, "annotations");
    repository.install("lockstep-runtime", BuiltJars.RUNTIME, "runtime");
    repository.install("lockstep-processor", BuiltJars.PROCESSOR, "processor");
    return root;
  }

  /** Links what is in a folder, but for {@code hidden} in it, which is left out at any depth. */
  private void link(Path from, Path to, Path hidden) throws IOException {
    Files.createDirectories(to);
    try (DirectoryStream<Path> children = Files.newDirectoryStream(from)) {
      for (Path child : children) {
        Path name = child.getFileName();
        if (!hidden.startsWith(name)) {
          link(child.toAbsolutePath(), to.resolve(name));
        } else if (hidden.getNameCount() > 1) {
          link(child, to.resolve(name), hidden.subpath(1, hidden.getNameCount()));
        }
      }
    }
  }

  /** What Maven brought itself before stays. */
  private static void link(Path from, Path to) throws IOException {
    if (Files.isSymbolicLink(to)) {
      Files.delete(to);
    }
    if (Files.notExists(to)) {
      Files.createSymbolicLink(to, from);
    }
  }

  private void install(String artifact, Path jar, String module) throws IOException {
    Path pom = install(artifact, Path.of("..", module, "pom.xml"));
    Path target = pom.resolveSibling(artifact + "-" + version + ".jar");
    Files.copy(jar, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path install(String artifact, Path pom) throws IOException {
    Path file = root.resolve(GROUP)
        .resolve(artifact)
        .resolve(version)
        .resolve(artifact + "-" + version + ".pom");
    Files.createDirectories(file.getParent());
    return Files.copy(pom, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set; this test runs in mvn verify");
    }
    return value;
  }
}
