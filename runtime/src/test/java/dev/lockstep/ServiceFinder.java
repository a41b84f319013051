package dev.lockstep;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Lets a test's thread find certain migration sets as services. */
public final class ServiceFinder {
  private final Path folder;

  private ServiceFinder(Path folder) {
    this.folder = folder;
  }

  /** Writes a class path element that names these classes as migration sets. */
  public static ServiceFinder of(Path folder, List<String> classNames) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(MigrationSet.class.getName()), String.join("\n", classNames));
    return new ServiceFinder(folder);
  }

  public <R> R during(Supplier<R> work) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
