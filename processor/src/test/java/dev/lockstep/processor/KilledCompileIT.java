package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.Project.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A compile that is killed, at each change of a file that it makes: nothing is half-written, and
 * what the next compile says leads to where the compile would have led.
 */
class KilledCompileIT {
  private static final Pattern REMOVED = Pattern.compile(": rm (\\S.*)");
  private static final int MOST_FIXES = 3;

  @TempDir
  Path folder;

  @Test
  void generatesTheFirst() throws Exception {
    assertEquals(
        Set.of("TableAdded", "SnapshotMissing"),
        killedEverywhere("-Alockstep.migrate=Create user", 0));
  }

  @Test
  void generatesAnother() throws Exception {
    assertEquals(
        Set.of("ColumnAdded", "MigrationUnknown"),
        killedEverywhere("-Alockstep.migrate=Add c1 to user", 1));
  }

  /** Two migrations: for before the new version starts, and for when the old one has ended. */
  @Test
  void generatesBothPhases() throws Exception {
    Project start = project("start", 2);
    start.table(
        "User",
        "@Table public class User { @Id Long id; String c1;"
            + " @Column(nullable = false, backfill = \"'-'\") String c3; }");
    assertEquals(
        Set.of("ColumnAdded", "MigrationUnknown"),
        killedEverywhere("-Alockstep.migrate=Add c3 to user", start));
  }

  @Test
  void squashes() throws Exception {
    assertEquals(Set.of(), killedEverywhere("-Alockstep.squash=M0002", 3));
  }

  /** Codes of all errors of all compiles right after one that was killed. */
  private Set<String> killedEverywhere(String option, int migrations) throws Exception {
    return killedEverywhere(option, project("start", migrations));
  }

  private Set<String> killedEverywhere(String option, Project start) throws Exception {
    Project undisturbed = copy(start, "undisturbed");
    undisturbed.compile(option).expectSuccess();
    Map<String, String> before = start.tree();
    Map<String, String> after = undisturbed.tree();
    Set<String> codes = new TreeSet<>();
    int change = 1;
    for (; ; change++) {
      Project killed = copy(start, "killed " + change);
      if (!KilledJavac.kill(killed, option, change)) {
        assertEquals(after, killed.tree());
        break;
      }
      assertWhole(killed.tree(), before, after);
      mend(killed, before, codes);
      if (!killed.tree().equals(after)) {
        killed.compile(option);
      }
      assertEquals(after, killed.tree(), "killed after change " + change);
      killed.compile().expectSuccess();
    }
    assertTrue(change > 3, () -> "too few changes of files were seen");
    return codes;
  }

  /** Files that are neither as before nor as after, but for temporary ones, do not exist. */
  private static void assertWhole(
      Map<String, String> now, Map<String, String> before, Map<String, String> after) {
    now.forEach((file, text) -> {
      if (!KilledJavac.isTemporary(file)) {
        assertTrue(
            text.equals(before.get(file)) || text.equals(after.get(file)),
            () -> file + " is half-written: " + text);
      }
    });
    before.forEach((file, text) ->
        assertTrue(now.containsKey(file) || !after.containsKey(file), () -> file + " is lost"));
  }

  /** Does what the next compiles say, until they succeed or ask for what was asked for. */
  private static void mend(Project project, Map<String, String> before, Set<String> codes)
      throws IOException {
    for (int fixes = 0; ; fixes++) {
      Result plain = project.compile();
      if (plain.success()) {
        return;
      }
      String error = String.join("\n", plain.errors());
      codes.add(error.replaceAll("(?s).*?\\[lockstep:(\\w+)\\].*", "$1"));
      assertTrue(fixes < MOST_FIXES, error);
      Matcher removed = REMOVED.matcher(error);
      if (!removed.find()) {
        assertTrue(error.contains("mvn compile -Dlockstep.migrate="), error);
        assertEquals(before, withoutTemporary(project.tree()), error);
        return;
      }
      Files.delete(Path.of(removed.group(1)));
    }
  }

  private static Map<String, String> withoutTemporary(Map<String, String> tree) {
    Map<String, String> rest = new TreeMap<>(tree);
    rest.keySet().removeIf(KilledJavac::isTemporary);
    return rest;
  }

  /** The model is one column ahead of its migrations, unless there are three. */
  private Project project(String name, int migrations) throws IOException {
    Project project = Project.shop(folder.resolve(name));
    for (int i = 0; i < migrations; i++) {
      table(project, i);
      project.generate("Step " + i).expectSuccess();
    }
    if (migrations < 3) {
      table(project, migrations);
    }
    return project;
  }

  private static void table(Project project, int columns) throws IOException {
    StringBuilder fields = new StringBuilder();
    for (int i = 1; i <= columns; i++) {
      fields.append(" String c").append(i).append(";");
    }
    project.table("User", "@Table public class User { @Id Long id;" + fields + " }");
  }

  private Project copy(Project project, String name) throws IOException {
    Path target = folder.resolve(name);
    Path source = project.root();
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(source.relativize(file).toString()));
      }
    }
    return new Project(target);
  }
}
