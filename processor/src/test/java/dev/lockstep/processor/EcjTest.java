package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.Project.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Eclipse compiler does in its own way; the walk-through and the stories pass with it. */
class EcjTest {
  private static final String TAG =
      "@Table public record Tag(@Id long zone, @Id int number, String label, Kind kind) {}";
  private static final String KIND = "public enum Kind { SECOND, FIRST }";

  @TempDir
  Path folder;

  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = Project.shop(folder, new EclipseCompiler());
  }

  @Test
  void showsValuesAnnotationsFieldsAndClasses() throws IOException {
    project.table("User", """
        @Table
        public class User {
          @Id Long id;
          @Column(
              length = 0) String a;
          java.util.Currency b;
        }
        """);

    assertEquals(
        List.of("User.java:9: [lockstep:OutOfRange]", "User.java:10: [lockstep:TypeUnmapped]"),
        project.compile().errors().stream()
            .map(message -> message.substring(0, message.indexOf(']') + 1))
            .toList());
  }

  @Test
  void leavesAnUnknownAnnotationToTheCompiler() throws IOException {
    project.table("User", "@Table public class User { @Id Long id; @Colum String name; }");
    var before = project.tree();

    Result result = project.generate("First");

    assertFalse(result.success());
    assertEquals(1, result.errors().size(), result.toString());
    assertTrue(result.errors().get(0).contains("Colum cannot be resolved"), result.toString());
    assertEquals(before, project.tree());
  }

  @Test
  void namesWhatHasNoPosition() throws IOException {
    project.table("Tag", TAG).table("Kind", KIND);

    Result result = project.compile();

    assertTrue(
        result
            .errors()
            .get(0)
            .startsWith("[lockstep:TableAdded] table \"tag\" is not migrated yet"
                + " (in com.example.shop.Tag)\n"),
        result.toString());
  }

  @Test
  void reportsAtAnAnnotationWithAnEmptyList() throws IOException {
    project.table("User", "@Table @Unique(columns = {}) public class User { @Id Long id; }");

    Result result = project.compile();

    assertEquals(1, result.errors().size(), result.toString());
    assertTrue(result.errors().get(0).contains("[lockstep:ColumnsMissing]"), result.toString());
  }

  @Test
  void knowsTheOrderOfRecordsAndClassFiles() throws IOException {
    project.table("Tag", TAG).table("Kind", KIND);
    project.generate("First").expectSuccess();
    String migration = project.read(Project.MIGRATIONS + "M0001_First.java");
    assertTrue(migration.contains("primaryKey(\"tag_pkey\", \"zone\", \"number\")"), migration);
    assertTrue(migration.contains("kind IN ('SECOND', 'FIRST')"), migration);
    Path packageInfo = project.sources().resolve(Project.PACKAGE + "package-info.java");

    Result partial = project.compile(List.of(packageInfo)).expectSuccess();

    assertEquals(List.of(), partial.diagnostics());
    assertFalse(project.tree().containsKey(Project.MIGRATIONS + "M0002_Second.java"));
  }

  /** Before JDK 18 it can tell the file of a package only. */
  @Test
  void findsTheSourceFolderOfADatabaseOnAClass() throws IOException {
    Project onClass = new Project(folder.resolve("on a class"), new EclipseCompiler())
        .write(Project.PACKAGE + "Shop.java", """
            package com.example.shop;

            @dev.lockstep.annotations.Database
            public final class Shop {}
            """)
        .table("Tag", TAG)
        .table("Kind", KIND);

    onClass.generate("First").expectSuccess();
    onClass.compile().expectSuccess();

    assertTrue(onClass.tree().containsKey(Project.MIGRATIONS + "M0001_First.java"));
  }
}
