package dev.lockstep.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A user's project on disk, compiled by the real compiler with the real processor. */
final class Project {
  static final String PACKAGE = "com/example/shop/";
  static final String MIGRATIONS = PACKAGE + "migrations/";

  private final Path root;
  private final Path sources;
  private final Path classes;
  private final JavaCompiler compiler;

  Project(Path root) throws IOException {
    this(root, ToolProvider.getSystemJavaCompiler());
  }

  Project(Path root, JavaCompiler compiler) throws IOException {
    this.compiler = compiler;
    this.root = Files.createDirectories(root);
    this.sources = Files.createDirectories(root.resolve("src/main/java"));
    this.classes = Files.createDirectories(root.resolve("target/classes"));
  }

  /** With an empty {@code @Database} package. */
  static Project shop(Path root) throws IOException {
    return shop(root, ToolProvider.getSystemJavaCompiler());
  }

  static Project shop(Path root, JavaCompiler compiler) throws IOException {
    return new Project(root, compiler).write(PACKAGE + "package-info.java", """
        @dev.lockstep.annotations.Database
        package com.example.shop;
        """);
  }

  Path root() {
    return root;
  }

  Path sources() {
    return sources;
  }

  Path classes() {
    return classes;
  }

  Project write(String file, String content) throws IOException {
    Path path = sources.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
    return this;
  }

  /** A class of the model with the imports that it needs. */
  Project table(String name, String body) throws IOException {
    return write(PACKAGE + name + ".java", """
        package com.example.shop;

        import dev.lockstep.annotations.*;

        %s
        """.formatted(body));
  }

  String read(String file) throws IOException {
    return Files.readString(sources.resolve(file));
  }

  Project delete(String file) throws IOException {
    Files.delete(sources.resolve(file));
    return this;
  }

  /** Every file below the source root with its content, by path. */
  Map<String, String> tree() throws IOException {
    return tree(sources);
  }

  static Map<String, String> tree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .collect(Collectors.toMap(
              file -> folder.relativize(file).toString().replace('\\', '/'),
              Project::text,
              (a, b) -> a,
              TreeMap::new));
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a compile said. */
  record Result(boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

    /** {@code User.java:7: error: text}, one each; in the order of the compiler. */
    List<String> messages(Diagnostic.Kind... kinds) {
      return diagnostics.stream()
          .filter(each -> Arrays.asList(kinds).contains(each.getKind()))
          .map(Result::format)
          .toList();
    }

    List<String> errors() {
      return messages(Diagnostic.Kind.ERROR);
    }

    List<String> warnings() {
      return messages(Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING);
    }

    List<String> notes() {
      return messages(Diagnostic.Kind.NOTE);
    }

    Result expectSuccess() {
      if (!success || !errors().isEmpty()) {
        throw new AssertionError("compile failed: " + this);
      }
      return this;
    }

    private static String format(Diagnostic<? extends JavaFileObject> diagnostic) {
      String place = diagnostic.getSource() == null
          ? ""
          : Path.of(diagnostic.getSource().toUri()).getFileName() + ":" + diagnostic.getLineNumber()
              + ": ";
      return place + diagnostic.getMessage(Locale.ROOT);
    }

    @Override
    public String toString() {
      return diagnostics.stream()
          .map(each -> each.getKind() + " " + format(each))
          .collect(Collectors.joining("\n", success ? "success\n" : "failure\n", ""));
    }
  }

  /** Compiles everything below the source root. */
  Result compile(String... options) throws IOException {
    return compile(javaFiles(), options);
  }

  /** What the {@code java} command takes to compile them in a process of its own. */
  List<String> javac(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(
        "-m",
        "jdk.compiler/com.sun.tools.javac.Main",
        "-cp",
        System.getProperty("java.class.path"),
        "-processor",
        LockstepProcessor.class.getName(),
        "-d",
        classes.toString()));
    arguments.addAll(List.of(options));
    javaFiles().forEach(file -> arguments.add(file.toString()));
    return arguments;
  }

  List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  Result generate(String description, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-Alockstep.migrate=" + description);
    return compile(all.toArray(String[]::new));
  }

  /** Compiles these files alone; the class files of earlier compiles are on the class path. */
  Result compile(List<Path> files, String... options) throws IOException {
    return compile(List.of(new LockstepProcessor()), files, options);
  }

  Result compile(List<Processor> processors, List<Path> files, String... options)
      throws IOException {
    return compile(processors, files, List.of(), options);
  }

  /**
   * Compiles files and processes classes.
   *
   * @param classNames of classes that are compiled already
   */
  Result compile(
      List<Processor> processors, List<Path> files, List<String> classNames, String... options)
      throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      if (isEcj()) {
        // Its default is the working directory.
        manager.setLocationFromPaths(
            StandardLocation.SOURCE_OUTPUT,
            List.of(Files.createDirectories(root.resolve("target/generated"))));
      }
      manager.setLocationFromPaths(
          StandardLocation.CLASS_PATH,
          Stream.concat(
                  Stream.of(classes),
                  Arrays.stream(System.getProperty("java.class.path")
                          .split(java.io.File.pathSeparator, -1))
                      .map(Path::of))
              .toList());
      JavaCompiler.CompilationTask task = compiler.getTask(
          // ECJ prints what it hands to the collector, too.
          isEcj() ? Writer.nullWriter() : null,
          manager,
          diagnostics,
          Stream.concat(flags(), Arrays.stream(options)).toList(),
          classNames,
          manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(processors);
      boolean success = task.call();
      return new Result(success, List.copyOf(diagnostics.getDiagnostics()));
    }
  }

  private Stream<String> flags() {
    return isEcj() ? Stream.of("-17") : Stream.of("-Xlint:all,-processing,-options");
  }

  private boolean isEcj() {
    return compiler.getClass().getName().startsWith("org.eclipse.");
  }

  /** Loads what was compiled. */
  URLClassLoader load() throws MalformedURLException {
    return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Project.class.getClassLoader());
  }
}
