package dev.lockstep.processor.stories;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** ECJ says what javac says and generates what javac generates; without a database. */
final class EcjStoriesTest {
  @TestFactory
  Stream<DynamicTest> stories(@TempDir Path temporary) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/stories").toAbsolutePath())) {
      return files.filter(file -> file.toString().endsWith(".story")).sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(
              file.getFileName().toString(),
              file.toUri(),
              () -> check(Story.read(file), temporary.resolve(file.getFileName()))));
    }
  }

  private static void check(Story story, Path folder) throws IOException {
    Project project = new Project(folder, new EclipseCompiler(), List.of("-17"));
    generate(project, story, "earlier", "Initial migration");
    generate(
        project, story, "before", story.has("earlier") ? "Second migration" : "Initial migration");
    Map<String, String> before = project.tree();
    project.write(SourceFiles.in(story.section("after")));
    Map<String, String> check = new LinkedHashMap<>(story.options());
    check.keySet().retainAll(List.of("lockstep.check"));
    String messages = project.compile(check).messages();
    Map<String, String> options = new LinkedHashMap<>(story.options());
    options.keySet().removeIf(name -> !name.startsWith("lockstep."));
    Project.Result generated = project.compile(options);

    if (story.has("messages")) {
      assertEquals(flat(story.section("messages")), flat(messages));
    }
    if (story.has("refused")) {
      assertEquals(flat(story.section("refused")), flat(generated.messages()));
    }
    if (story.has("migration")) {
      assertEquals(
          story.section("migration"),
          project.tree().entrySet().stream()
              .filter(
                  file -> !before.containsKey(file.getKey()) && file.getKey().contains("/M0"))
              .map(file -> file.getValue().stripTrailing())
              .findFirst()
              .orElse("nothing: " + generated.messages()));
    }
  }

  /**
   * Messages of ours as both compilers can tell them: javac deepens indentation; ECJ knows no lines
   * of packages, records and enum constants, so that the message names the class or none.
   */
  private static String flat(String messages) {
    return Arrays.stream(messages.split("\n(?! )", -1))
        .filter(message -> message.contains("[lockstep:"))
        .map(message -> message.replaceAll("\n +", "\n"))
        .map(message -> message.replaceFirst(" \\(in (package )?[\\w.]+\\)(?=\n|$)", ""))
        .map(message -> message.replaceFirst("^(\\S+\\.java:\\d+: )?", ""))
        .sorted()
        .collect(joining("\n"));
  }

  private static void generate(Project project, Story story, String section, String description)
      throws IOException {
    if (!story.section(section).isEmpty()) {
      project.write(SourceFiles.in(story.section(section)));
      Project.Result result = project.compile(Map.of("lockstep.migrate", description));
      if (!result.success()) {
        throw new AssertionError(section + ":\n" + result.messages());
      }
    }
  }
}
