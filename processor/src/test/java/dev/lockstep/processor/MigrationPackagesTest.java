package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages and classes get new names, and the chain stays what it was. */
class MigrationPackagesTest {
  private static final String STORE = "com/example/store/";
  private static final String FIRST = "M0001_First.java";

  @TempDir
  Path folder;

  private Project project;

  @BeforeEach
  void generate() throws IOException {
    project = Project.shop(folder).table("User", "@Table public class User { @Id Long id; }");
    project.generate("First").expectSuccess();
  }

  /** Moves a file; the package lines of Java follow if that is asked for. */
  private void move(String from, String to, boolean rewritten) throws IOException {
    String text = project.read(from);
    project.delete(from);
    String oldPackage = from.substring(0, from.lastIndexOf('/')).replace('/', '.');
    String newPackage = to.substring(0, to.lastIndexOf('/')).replace('/', '.');
    project.write(
        to,
        rewritten
            ? text.replace("package " + oldPackage + ";", "package " + newPackage + ";")
            : text);
  }

  private void moveModel() throws IOException {
    for (String file : List.of("package-info.java", "User.java")) {
      move(Project.PACKAGE + file, STORE + file, true);
    }
    forgetClasses();
  }

  private void forgetClasses() throws IOException {
    for (String file : Project.tree(project.classes()).keySet()) {
      Files.delete(project.classes().resolve(file));
    }
  }

  private void assertRefused(String beginning) throws IOException {
    Map<String, String> before = project.tree();
    for (Project.Result result : List.of(project.compile(), project.generate("Again"))) {
      assertEquals(1, result.errors().size(), result.toString());
      assertTrue(result.errors().get(0).contains(beginning), result.toString());
    }
    assertEquals(before, project.tree());
  }

  @Test
  void renamesTheModelAlone() throws IOException {
    moveModel();
    assertRefused("[lockstep:MigrationsForsaken] database \"main\" has no migrations in ");
    project.write(
        STORE + "package-info.java",
        "@dev.lockstep.annotations.Database(migrations = \"com.example.shop.migrations\")\n"
            + "package com.example.store;\n");
    project.compile().expectSuccess();
  }

  @Test
  void renamesModelAndMigrationsTogether() throws IOException {
    moveModel();
    for (String file : List.of(FIRST, "schema.json")) {
      move(Project.MIGRATIONS + file, STORE + "migrations/" + file, true);
    }
    Map<String, String> before = project.tree();
    project.compile().expectSuccess();
    assertEquals(before, project.tree());
  }

  @Test
  void leavesTheSnapshotBehind() throws IOException {
    moveModel();
    move(Project.MIGRATIONS + FIRST, STORE + "migrations/" + FIRST, true);
    assertRefused("[lockstep:SnapshotMissing] ");
  }

  @Test
  void forgetsThePackageLine() throws IOException {
    moveModel();
    for (String file : List.of(FIRST, "schema.json")) {
      move(Project.MIGRATIONS + file, STORE + "migrations/" + file, false);
    }
    assertRefused("[lockstep:MigrationMoved] migration \"M0001_First\" is in ");
  }

  @Test
  void movesTheMigrationsAlone() throws IOException {
    for (String file : List.of(FIRST, "schema.json")) {
      move(Project.MIGRATIONS + file, "com/example/changes/" + file, true);
    }
    forgetClasses();
    assertRefused("[lockstep:MigrationsForsaken] database \"main\" has no migrations in ");
  }

  @Test
  void renamesAClassOfTheModel() throws IOException {
    project.delete(Project.PACKAGE + "User.java");
    project.table("Person", "@Table(\"user\") public class Person { @Id Long id; }");
    forgetClasses();
    Map<String, String> before = project.tree();
    project.compile().expectSuccess();
    assertEquals(before, project.tree());
  }

  @Test
  void renamesAMigrationInTheMiddle() throws IOException {
    project.table("User", "@Table public class User { @Id Long id; String name; }");
    project.generate("Second").expectSuccess();
    String first = project.read(Project.MIGRATIONS + FIRST);
    project.delete(Project.MIGRATIONS + FIRST);
    project.write(
        Project.MIGRATIONS + "M0001_Begin.java", first.replace("M0001_First", "M0001_Begin"));
    forgetClasses();
    assertRefused("[lockstep:MigrationRenamed] migration \"M0001_First\" was renamed to"
        + " \"M0001_Begin\"");
  }
}
