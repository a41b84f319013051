package dev.lockstep.walkthrough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project of a user, under Git; {@code target} is not. */
final class UserProject {
  static final String SOURCES = "src/main/java";
  static final String USER = SOURCES + "/com/example/shop/User.java";
  static final String MIGRATIONS = SOURCES + "/com/example/shop/migrations/";

  private final Path root;

  private UserProject(Path root) {
    this.root = root;
  }

  /** The project of the README before its first compile, committed. */
  static UserProject create(Path root, Readme readme) throws IOException {
    UserProject project = new UserProject(Files.createDirectories(root));
    project.write(".gitignore", "target/\n");
    project.write("pom.xml", readme.listings("pom.xml").get(0));
    project.write(
        SOURCES + "/com/example/shop/package-info.java",
        readme.listings("package-info.java").get(0));
    project.write(USER, readme.listings("User.java").get(0));
    project.git("init", "--quiet");
    project.commit();
    return project;
  }

  Path root() {
    return root;
  }

  Path classes() {
    return root.resolve("target/classes");
  }

  Path generatedSources() {
    return root.resolve("target/generated-sources");
  }

  void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  String read(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }

  /** The number of the first line that holds the text, from 1. */
  int lineOf(String path, String text) throws IOException {
    return (int) read(path).lines().takeWhile(line -> !line.contains(text)).count() + 1;
  }

  /** Every Java file, sorted. */
  List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(SOURCES))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** Name to content of what is in the folder of the migrations. */
  SortedMap<String, String> migrations() throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(root.resolve(MIGRATIONS))) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }

  void commit() {
    git("add", "--all");
    git(
        "-c",
        "user.name=walk",
        "-c",
        "user.email=walk@example.com",
        "-c",
        "commit.gpgsign=false",
        "commit",
        "--quiet",
        "--message",
        "step");
  }

  /** What differs from the last commit, as {@code ?? new/File.java} and {@code M changed.json}. */
  List<String> changes() {
    return git("status", "--porcelain", "--untracked-files=all").lines().toList();
  }

  private String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Shell.Result result = Shell.run(root, Map.of(), command);
    if (!result.succeeded()) {
      throw new IllegalStateException(result.toString());
    }
    return result.output();
  }
}
