package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.MigrationSet;
import dev.lockstep.processor.Project.Result;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartialCompileTest {
  @TempDir
  Path folder;

  private Project threeTables() throws IOException {
    Project project = Project.shop(folder)
        .table("User", "@Table public class User { @Id Long id; }")
        .table(
            "Item", "@Table public class Item { @Id Long id; @References(User.class) Long owner; }")
        .table("Tag", "@Table public record Tag(@Id long id, String label) {}");
    project.generate("First").expectSuccess();
    return project;
  }

  @Test
  void dropsNothingThatIsOnTheClassPath() throws IOException {
    Project project = threeTables();
    var before = project.tree();
    for (String name : List.of("User", "Item", "Tag", "package-info")) {
      Path file = project.sources().resolve(Project.PACKAGE + name + ".java");

      Result result = project.compile(List.of(file)).expectSuccess();

      assertEquals(List.of(), result.warnings());
      assertEquals(List.of("main 1"), sets(project));
    }
    assertEquals(before, project.tree());
  }

  @Test
  void migratesTheOneClassThatIsCompiled() throws IOException {
    Project project = threeTables();
    project.table("Tag", "@Table public record Tag(@Id long id, String label, Long weight) {}");
    Path file = project.sources().resolve(Project.PACKAGE + "Tag.java");

    project.compile(List.of(file), "-Alockstep.migrate=Weigh tags").expectSuccess();

    String source = project.read(Project.MIGRATIONS + "M0002_WeighTags.java");
    assertTrue(
        source.contains("    schema.addColumn(\"tag\", column(\"weight\", bigint()));\n"), source);
    assertEquals(List.of("main 2"), sets(project));
    project.compile().expectSuccess();
  }

  @Test
  void keepsBothOfTwoDatabases() throws IOException {
    Project project = threeTables()
        .write("com/example/audit/package-info.java", """
            @dev.lockstep.annotations.Database(name = "audit", schema = "log")
            package com.example.audit;
            """)
        .write("com/example/audit/Entry.java", """
            package com.example.audit;

            @dev.lockstep.annotations.Table
            public record Entry(@dev.lockstep.annotations.Id long id) {}
            """);
    project.generate("Begin").expectSuccess();
    assertEquals(List.of("audit 1", "main 1"), sets(project));

    project
        .compile(List.of(project.sources().resolve("com/example/audit/Entry.java")))
        .expectSuccess();
    assertEquals(List.of("audit 1", "main 1"), sets(project));

    for (var file : List.of("package-info.java", "Entry.java")) {
      project.delete("com/example/audit/" + file);
    }
    project.delete("com/example/audit/migrations/schema.json");
    project.delete("com/example/audit/migrations/M0001_Begin.java");
    project.compile().expectSuccess();
    assertEquals(List.of("main 1"), sets(project));
  }

  @Test
  void worksWithoutAnyTable() throws IOException {
    Project project = Project.shop(folder);

    project.compile().expectSuccess();
    assertEquals(List.of("main 0"), sets(project));

    project.table("User", "@Table public class User { @Id Long id; }");
    project.generate("First").expectSuccess();
    project.delete(Project.PACKAGE + "User.java");
    java.nio.file.Files.delete(project.classes().resolve(Project.PACKAGE + "User.class"));
    project.generate("Drop it", "-Alockstep.accept=data-loss").expectSuccess();
    project.compile().expectSuccess();
    assertEquals(List.of("main 2"), sets(project));
  }

  private static List<String> sets(Project project) throws IOException {
    try (URLClassLoader loader = project.load()) {
      return ServiceLoader.load(MigrationSet.class, loader).stream()
          .map(ServiceLoader.Provider::get)
          .map(set -> set.name() + " " + set.entries().size())
          .sorted()
          .toList();
    }
  }
}
