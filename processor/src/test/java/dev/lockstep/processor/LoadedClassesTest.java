package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each class that a compile loads costs it more than most of what its methods do. */
class LoadedClassesTest {
  /** Classes that a JVM makes of lambdas cost the most; there were 660. */
  private static final int MOST_LAMBDAS = 200;

  @TempDir
  Path folder;

  @Test
  void aCheckNeedsNoLibraryWhereNothingHasChanged() throws Exception {
    Project project = project("");
    assertTrue(project.generate("Initial migration").success());

    List<String> loaded = loaded(project);

    assertEquals(List.of(), of(loaded, "com.palantir.", "com.fasterxml."));
    List<String> lambdas = of(loaded, "dev.lockstep.").stream()
        .filter(name -> name.contains("$$Lambda"))
        .toList();
    assertTrue(lambdas.size() < MOST_LAMBDAS, () -> String.join("\n", lambdas));
  }

  @Test
  void aGenerationParsesNoSnapshotThatTheMigrationsLeadTo() throws Exception {
    Project project = project("");
    assertTrue(project.generate("Initial migration").success());
    project("String note;");

    List<String> loaded = loaded(project, "-Alockstep.migrate=Add note");

    assertEquals(List.of(), of(loaded, "com.fasterxml."));
  }

  private Project project(String field) throws Exception {
    Project project = Project.shop(folder);
    project.table("User", """
        @Table
        public class User {
          @Id @Identity Long id;
          @Column(length = 80, unique = true, nullable = false) String username;
          @Column(defaultValue = "now()") java.time.Instant created;
          @Index @References(User.class) Long parent;
          %s
        }
        """.formatted(field));
    return project;
  }

  private static List<String> of(List<String> loaded, String... packages) {
    return loaded.stream()
        .filter(name -> Stream.of(packages).anyMatch(name::startsWith))
        .toList();
  }

  private static List<String> loaded(Project project, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xlog:class+load:stdout:none"));
    command.addAll(project.javac(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes()).lines().toList();
    assertEquals(0, process.waitFor(), () -> String.join("\n", lines));
    List<String> names =
        lines.stream().map(line -> line.replaceFirst(" .*", "")).toList();
    assertTrue(names.contains(Output.class.getName()), () -> String.join("\n", names));
    return names;
  }
}
