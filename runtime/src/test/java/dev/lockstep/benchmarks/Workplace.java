package dev.lockstep.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where benchmarks put files: {@code target/benchmarks}. */
final class Workplace {
  private Workplace() {}

  static Path folder() {
    Path folder = Path.of(System.getProperty("benchmark.folder", "target/benchmarks"));
    try {
      return Files.createDirectories(folder.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path csv(String benchmark) {
    return folder().resolve(benchmark + ".csv");
  }

  /** The programs of this package, packed anew in each run. */
  static Path programs() {
    return folder().resolve("programs.jar");
  }

  static void packPrograms() throws IOException, URISyntaxException {
    Path classes = Path.of(
        Workplace.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String own = Workplace.class.getPackageName().replace('.', '/');
    SetJars.pack(classes, own, programs());
  }
}
