package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    Project project = Project.shop(folder);
    project.table("User", """
        @Table
        public class User {
          @Id @Identity Long id;
          @Column(length = 80, unique = true, nullable = false) String username;
          @Column(defaultValue = "now()") java.time.Instant created;
          @Index @References(User.class) Long parent;
        }
        """);
    assertTrue(project.generate("Initial migration").success());

    List<String> loaded = loaded(project);

    assertTrue(loaded.contains(Output.class.getName()), () -> String.join("\n", loaded));
    assertEquals(
        List.of(),
        loaded.stream()
            .filter(name -> name.startsWith("com.palantir.") || name.startsWith("com.fasterxml."))
            .toList());
    List<String> lambdas = loaded.stream()
        .filter(name -> name.startsWith("dev.lockstep.") && name.contains("$$Lambda"))
        .toList();
    assertTrue(lambdas.size() < MOST_LAMBDAS, () -> String.join("\n", lambdas));
  }

  private static List<String> loaded(Project project) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xlog:class+load:stdout:none"));
    command.addAll(project.javac());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes()).lines().toList();
    assertEquals(0, process.waitFor(), () -> String.join("\n", lines));
    return lines.stream().map(line -> line.replaceFirst(" .*", "")).toList();
  }
}
