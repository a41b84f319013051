package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.MigrationSet;
import dev.lockstep.processor.Project.Result;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source trees as they come: with odd names, Windows line ends, or not to be written to. */
class PlacesOfWorkTest {
  private static final String USER = """
      @Table
      public class User {
        @Id Long id;
        @Column(comment = \"""
            two
            lines\""") String name;
      }
      """;
  private static final String SNAPSHOT = Project.MIGRATIONS + "schema.json";
  private static final String FIRST = Project.MIGRATIONS + "M0001_First.java";

  @TempDir
  Path folder;

  @Test
  void worksBelowAPathWithSpacesAndForeignLetters() throws IOException {
    Path root = Files.createDirectories(folder.resolve("my #1 project%20 (é 表)"));
    Project project = Project.shop(root).table("User", USER);

    project.generate("First").expectSuccess();
    project.compile().expectSuccess();

    assertTrue(project.tree().containsKey(FIRST));
  }

  @Test
  void takesWindowsLineEndsForTheSame() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    project.generate("First").expectSuccess();
    project.table("User", USER.replace("String name;", "String name;\n  String city;"));
    project.generate("Second").expectSuccess();
    String registry = fingerprints(project);
    Map<String, String> before = project.tree();
    for (String file : before.keySet()) {
      project.write(file, project.read(file).replace("\n", "\r\n"));
    }
    Map<String, String> windows = project.tree();

    Result checked = project.compile().expectSuccess();
    Result generated = project.generate("Third").expectSuccess();

    assertEquals(List.of(), checked.diagnostics());
    assertTrue(generated.notes().get(0).contains("NothingToMigrate"), generated.toString());
    assertEquals(windows, project.tree());
    assertEquals(registry, fingerprints(project));
  }

  /** What git makes of it when it is committed is the same in every working copy. */
  @Test
  void writesLinuxLineEndsEverywhere() throws IOException {
    Project project = Project.shop(folder);
    project.write(
        Project.PACKAGE + "User.java",
        ("package com.example.shop; import dev.lockstep.annotations.*;\n" + USER)
            .replace("\n", "\r\n"));
    project.generate("First").expectSuccess();
    project.write(SNAPSHOT, project.read(SNAPSHOT).replace("\n", "\r\n"));
    project.write(
        Project.PACKAGE + "User.java",
        project.read(Project.PACKAGE + "User.java").replace("name;", "name; String city;"));

    project.generate("Second").expectSuccess();

    assertFalse(project.read(SNAPSHOT).contains("\r"));
    assertFalse(project.read(FIRST).contains("\r"));
    assertFalse(project.read(Project.MIGRATIONS + "M0002_Second.java").contains("\r"));
  }

  private static String fingerprints(Project project) throws IOException {
    try (URLClassLoader loader = project.load()) {
      return ServiceLoader.load(MigrationSet.class, loader)
          .iterator()
          .next()
          .entries()
          .toString();
    }
  }

  @Test
  void writesNothingToAReadOnlySourceTree() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    Path written = project.sources().resolve(Project.PACKAGE);
    allow(written, "r-xr-xr-x");
    Map<String, String> before = project.tree();

    Result checked = project.compile("-Alockstep.check=off").expectSuccess();
    Result result = project.generate("First");

    boolean heeded = !Files.isWritable(written);
    allow(written, "rwxr-xr-x");
    assertEquals(List.of(), checked.diagnostics());
    assertEquals(!heeded, result.success(), result.toString());
    if (heeded) {
      assertTrue(
          result.errors().get(0).contains("[lockstep:SourceTreeNotWritable]"), result.toString());
      assertTrue(result.errors().get(0).contains(SNAPSHOT), result.toString());
      assertEquals(before, project.tree());
    } else {
      // Root may write anywhere; then all is there.
      assertTrue(project.tree().keySet().containsAll(List.of(FIRST, SNAPSHOT)));
    }
  }

  @Test
  void leavesAReadOnlySnapshotAlone() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    project.generate("First").expectSuccess();
    allow(project.sources().resolve(SNAPSHOT), "r--r--r--");
    project.table("User", USER.replace("String name;", "String name;\n  String city;"));
    Map<String, String> before = project.tree();

    Result result = project.generate("Second");

    boolean heeded = !Files.isWritable(project.sources().resolve(SNAPSHOT));
    assertEquals(!heeded, result.success(), result.toString());
    if (heeded) {
      assertTrue(result.errors().get(0).contains("it is read-only"), result.toString());
      assertEquals(before, project.tree());
    } else {
      assertTrue(project.read(SNAPSHOT).contains("M0002_Second"));
    }
  }

  private static void allow(Path path, String permissions) throws IOException {
    Assumptions.assumeTrue(
        Files.getFileStore(path).supportsFileAttributeView("posix"), "no permissions here");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
