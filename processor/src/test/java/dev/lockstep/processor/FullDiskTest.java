package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that cannot be written to its end. A limit on the size of files, which any user may set,
 * stands for a full disk: both fail in the middle of a write.
 */
class FullDiskTest {
  private static final int LIMIT_IN_KILOBYTES = 64;

  @TempDir
  Path folder;

  /** Writes a small file, then one over the limit; run by a shell that has set the limit. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      SourceChanges changes = new SourceChanges();
      changes.create(folder.resolve("new/M0001_A.java"), "class");
      changes.replace(folder.resolve("schema.json"), "x".repeat(2 * LIMIT_IN_KILOBYTES * 1024));
      try {
        changes.write();
      } catch (IOException e) {
        System.out.println(e.getMessage());
        System.exit(3);
      }
    }
  }

  @Test
  void leavesNothingHalfWritten() throws Exception {
    Files.writeString(folder.resolve("schema.json"), "old");

    Ran ran = limited(
        LIMIT_IN_KILOBYTES,
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            folder.toString()));

    assertEquals(3, ran.exitCode(), ran.output());
    assertTrue(ran.output().contains("File too large"), ran.output());
    assertEquals(Map.of("schema.json", "old"), Project.tree(folder));
    assertTrue(Files.notExists(folder.resolve("new")));
  }

  @Test
  void leavesNoLockThatItHasNoRoomFor() throws Exception {
    Files.writeString(folder.resolve("schema.json"), "old");

    Ran ran = limited(
        0,
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            folder.toString()));

    assertEquals(3, ran.exitCode(), ran.output());
    assertEquals(Map.of("schema.json", "old"), Project.tree(folder));
    assertTrue(Files.notExists(folder.resolve("new")));
  }

  @Test
  void namesTheGeneratedSourceThatCannotBeWritten() throws Exception {
    String comment = "x".repeat(40 * 1024);
    Project project = Project.shop(folder)
        .table(
            "User",
            "@Table(comment = \"%s\") public class User { @Id @Column(comment = \"%s\") Long id; }"
                .formatted(comment, comment));
    Map<String, String> before = project.tree();
    Path generated = Files.createDirectories(folder.resolve("generated"));

    Ran ran = limited(
        LIMIT_IN_KILOBYTES, project.javac("-s", generated.toString(), "-Alockstep.migrate=First"));

    assertNotEquals(0, ran.exitCode(), ran.output());
    assertTrue(ran.output().contains("[lockstep:FileFailed]"), ran.output());
    assertTrue(ran.output().contains("M0001_First.java"), ran.output());
    assertEquals(before, project.tree());
    assertEquals(Map.of(), Project.tree(generated));
  }

  private record Ran(int exitCode, String output) {}

  private static Ran limited(int kilobytes, List<String> arguments) throws Exception {
    Path shell = Path.of("/bin/sh");
    assumeTrue(Files.isExecutable(shell), "no shell to set the limit");
    List<String> command = new ArrayList<>(List.of(
        shell.toString(),
        "-c",
        // In blocks of 512 bytes by POSIX; some shells count 1024, which the sizes above allow for.
        "ulimit -f " + kilobytes + " && exec \"$@\"",
        "sh",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:-UsePerfData"));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }
}
