package dev.lockstep.processor.stories;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.lockstep.Migration;
import dev.lockstep.MigrationSet;
import dev.lockstep.annotations.Table;
import dev.lockstep.processor.LockstepProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A folder of sources, compiled by the real compiler with the real processor. */
final class Project {
  /** The path of the snapshot. */
  static final String SNAPSHOT = "shop/migrations/schema.json";

  private static final String MIGRATIONS = "shop.migrations";
  private static final String DATABASE = "@dev.lockstep.annotations.Database package shop;\n";

  private static final List<String> FLAGS =
      List.of("-Xlint:all,-processing,-options", "-Xmaxerrs", "1000");

  private final Path sources;
  private final Path classes;
  private final JavaCompiler compiler;
  private final List<String> flags;

  /**
   * What a compile said.
   *
   * @param messages {@code User.java:7: error: text}, one after the other; files by their names
   */
  record Result(boolean success, String messages) {}

  Project(Path folder) throws IOException {
    this(folder, ToolProvider.getSystemJavaCompiler(), FLAGS);
  }

  Project(Path folder, JavaCompiler compiler, List<String> flags) throws IOException {
    this.compiler = compiler;
    this.flags = flags;
    this.sources = Files.createDirectories(folder.resolve("src"));
    this.classes = Files.createDirectories(folder.resolve("classes"));
    write(Map.of("package-info.java", Optional.of(DATABASE)));
  }

  private Project(Path sources, Path classes) {
    this.compiler = ToolProvider.getSystemJavaCompiler();
    this.flags = FLAGS;
    this.sources = sources;
    this.classes = classes;
  }

  /** With the sources that are there. */
  static Project existing(Path folder) throws IOException {
    return new Project(folder.resolve("src"), Files.createDirectories(folder.resolve("classes")));
  }

  Path sources() {
    return sources;
  }

  void write(Map<String, Optional<String>> files) throws IOException {
    for (var each : files.entrySet()) {
      Path file = sources.resolve("shop").resolve(each.getKey());
      Files.createDirectories(file.getParent());
      if (each.getValue().isPresent()) {
        Files.writeString(file, each.getValue().get());
      } else {
        Files.delete(file);
      }
    }
  }

  /** Every file of the sources by its path, sorted. */
  Map<String, String> tree() throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(sources.resolve(".git")))
          .collect(toMap(
              file -> sources.relativize(file).toString().replace('\\', '/'),
              Project::text,
              (a, b) -> a,
              TreeMap::new));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles everything anew, with these processor options. */
  Result compile(Map<String, String> options) throws IOException {
    return compile(List.of(new LockstepProcessor()), file -> true, false, options);
  }

  /**
   * Compiles anew.
   *
   * @param included of the source files
   * @param failing whether no file can be made for a migration
   */
  Result compile(
      List<Processor> processors,
      Predicate<Path> included,
      boolean failing,
      Map<String, String> options)
      throws IOException {
    clean();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> paths = Files.walk(sources)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(classes));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, libraries());
      var task = compiler.getTask(
          // ECJ prints what it hands to the collector, too.
          Writer.nullWriter(),
          failing ? new FailingFiles(files) : files,
          diagnostics,
          Stream.concat(
                  flags.stream(),
                  options.entrySet().stream()
                      .map(each -> "-A" + each.getKey() + "=" + each.getValue()))
              .toList(),
          null,
          files.getJavaFileObjectsFromPaths(paths
              .filter(path -> path.toString().endsWith(".java"))
              .filter(included)
              .sorted()
              .toList()));
      task.setProcessors(processors);
      boolean success = task.call();
      String messages =
          diagnostics.getDiagnostics().stream().map(Project::text).collect(joining("\n"));
      return new Result(
          success,
          messages.replace(sources + "/", "").replace(Path.of("").toAbsolutePath() + "/", ""));
    }
  }

  /** Throws what no compiler should. */
  private static final class FailingFiles
      extends ForwardingJavaFileManager<StandardJavaFileManager> {
    FailingFiles(StandardJavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling)
        throws IOException {
      if (className.startsWith(MIGRATIONS + ".M0")) {
        throw new IllegalStateException("no more paper");
      }
      return super.getJavaFileForOutput(location, className, kind, sibling);
    }
  }

  /** What a user's project has on its class path. */
  private static List<Path> libraries() {
    return Stream.of(Table.class, Migration.class, NullMarked.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(Project::path)
        .toList();
  }

  private static Path path(URL location) {
    try {
      return Path.of(location.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void clean() throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
    String place = diagnostic.getSource() == null
        ? ""
        : Path.of(diagnostic.getSource().toUri()).getFileName() + ":" + diagnostic.getLineNumber()
            + ": ";
    String kind = diagnostic.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return place + kind + ": " + diagnostic.getMessage(Locale.ROOT);
  }

  /** The migrations that the last compile left. */
  MigrationSet migrations() throws ReflectiveOperationException, MalformedURLException {
    // Not closed: the set loads its migrations when it is asked for them.
    var loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, Project.class.getClassLoader());
    return loader
        .loadClass(MIGRATIONS + ".Migrations")
        .asSubclass(MigrationSet.class)
        .getDeclaredConstructor()
        .newInstance();
  }

  /** The text of the snapshot; empty before the first migration. */
  String snapshot() throws IOException {
    return tree().getOrDefault(SNAPSHOT, "");
  }
}
