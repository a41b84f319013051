package dev.lockstep.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Puts things to measure into jars, as an application would. */
final class SetJars {
  private SetJars() {}

  /** Compiled sources and further files, by name. */
  static Path write(
      Path jar, String packageName, Map<String, String> sources, Map<String, String> files)
      throws IOException {
    Path classes = Files.createTempDirectory("lockstep-benchmark");
    try {
      compile(packageName, sources, classes);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = classes.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      pack(classes, "", jar);
    } finally {
      delete(classes);
    }
    return jar;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /**
   * All below a folder whose path in it begins so; folders too, without which Flyway finds nothing.
   */
  static void pack(Path folder, String beginning, Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    try (Stream<Path> found = Files.walk(folder);
        OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : found.filter(path -> !path.equals(folder)).sorted().toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith(beginning)) {
          continue;
        }
        if (Files.isDirectory(file)) {
          zip.putNextEntry(new ZipEntry(name + "/"));
        } else {
          zip.putNextEntry(new ZipEntry(name));
          Files.copy(file, zip);
        }
      }
    }
  }

  private static void compile(String packageName, Map<String, String> sources, Path classes)
      throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(new Source(packageName, name, text)));
    List<String> options = List.of(
        "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      if (!compiler.getTask(null, files, null, options, null, units).call()) {
        throw new IllegalStateException("the migrations do not compile");
      }
    }
  }

  /** A text as a source file. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String packageName, String name, String text) {
      super(
          URI.create("string:///" + packageName.replace('.', '/') + "/" + name + ".java"),
          Kind.SOURCE);
      this.text = text;
    }

    @Override
    public @Nullable CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
