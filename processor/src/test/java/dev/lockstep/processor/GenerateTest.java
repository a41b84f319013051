package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.Project.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateTest {
  private static final String USER = """
      @Table
      public class User {
        @Id @Identity Long id;
        @Column(nullable = false) String name;
      }
      """;
  private static final String FIRST = Project.MIGRATIONS + "M0001_First.java";
  private static final String SNAPSHOT = Project.MIGRATIONS + "schema.json";

  @TempDir
  Path folder;

  @Test
  void writesTheSameBytesEverywhere() throws IOException {
    Project here = Project.shop(folder.resolve("a")).table("User", USER);
    Project there = Project.shop(folder.resolve("b/elsewhere")).table("User", USER);

    here.generate("First").expectSuccess();
    there.generate("First").expectSuccess();

    assertEquals(here.tree(), there.tree());
  }

  @Test
  void leavesNoCopyAmongGeneratedSources() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    Path generated = Files.createDirectories(folder.resolve("generated"));

    project.generate("First", "-s", generated.toString()).expectSuccess();

    assertEquals(
        List.of("com/example/shop/migrations/Migrations.java"),
        List.copyOf(Project.tree(generated).keySet()));
    assertTrue(Project.tree(project.classes())
        .containsKey("com/example/shop/migrations/M0001_First.class"));
    project.compile("-s", generated.toString()).expectSuccess();
  }

  @Test
  void touchesNothingWhenUpToDate() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    project.generate("First").expectSuccess();
    FileTime old = FileTime.fromMillis(1_000_000_000);
    for (String file : List.of(FIRST, SNAPSHOT)) {
      Files.setLastModifiedTime(project.sources().resolve(file), old);
    }

    project.compile().expectSuccess();
    project.generate("Again").expectSuccess();

    for (String file : List.of(FIRST, SNAPSHOT)) {
      assertEquals(old, Files.getLastModifiedTime(project.sources().resolve(file)));
    }
  }

  @Test
  void doesNotCareForTheOrderOfFields() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    project.generate("First").expectSuccess();
    Map<String, String> before = project.tree();

    project.table("User", USER.replaceAll("(?s)(  @Id.*?\n)(.*?\n)", "$2$1"));
    assertNotEquals(before, project.tree());
    project.generate("Second").expectSuccess();

    assertEquals(before.get(SNAPSHOT), project.read(SNAPSHOT));
  }

  @Test
  void writesNothingWhenTheModelIsWrong() throws IOException {
    Project project = Project.shop(folder)
        .table("User", USER)
        .table("Price", "@Table public class Price { @Id Long id; java.util.Currency currency; }");
    Map<String, String> before = project.tree();

    Result result = project.generate("First");

    assertFalse(result.success());
    assertEquals(1, result.errors().size(), result.toString());
    assertTrue(result.errors().get(0).contains("[lockstep:TypeUnmapped]"), result.toString());
    assertEquals(before, project.tree());
  }

  @Test
  void leavesErrorsOfTheLanguageToTheCompiler() throws IOException {
    Project project = Project.shop(folder)
        .table("User", USER)
        .table("Order", "@Table public class Order { @Id Long id; Unknown unknown; }");
    Map<String, String> before = project.tree();

    Result result = project.generate("First");

    assertFalse(result.success());
    assertEquals(1, result.errors().size(), result.toString());
    assertTrue(result.errors().get(0).contains("cannot find symbol"), result.toString());
    assertEquals(before, project.tree());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Table public class Order { @Id Long id; @Column(lenght = 5) String name; }",
        "@Table public class Order { @Id Long id; @Colum(length = 5) String name; }",
        "@Table public class Order { @Id Long id; @Nul String name; @Embedded Street street; }"
            + " @Embeddable class Street { String name; }",
        "@Table public class Order { @Id Long id; @javax.Nul String name; }",
        "@Table public class Order { @Id(\"id\") Long id; }",
        "@Table @Comment(\"all\") public class Order { @Id Long id; }",
        "@Table(coment = \"all\") public class Order { @Id Long id; }",
        "@Table @Index(colums = \"id\") @Index(columns = \"id\") class Order { @Id Long id; }",
        "@Table class Order { @Embedded(overrides = @ColumnOverride(field = \"a\", column = @Column("
            + "lenght = 5))) Street street; @Id Long id; } @Embeddable class Street { String a; }",
        "@Table public record Order(@Id long id, @Column(lenght = 5) String name) {}",
        "@Table public record Order(@Id long id, @Colum String name) {}",
        "@Table class Order extends Base { @Id Long id; } @MappedSuperclas class Base { int a; }",
        "@Tabel class Order { Long id; }",
        "class Outer { @Tabel static class Order { Long id; } }",
        "enum Order { @EnumValu(\"a\") A } @Table class Uses { @Id Long id; Order order; }",
      })
  void leavesWrongAnnotationsToTheCompiler(String order) throws IOException {
    Project project = Project.shop(folder).table("User", USER).table("Order", order);
    Map<String, String> before = project.tree();

    for (Result result : List.of(project.generate("First"), project.compile())) {
      assertFalse(result.success());
      assertEquals(1, result.errors().size(), result.toString());
      assertTrue(
          result.errors().get(0).matches("(?s).*(cannot find symbol|does not exist).*"),
          result.toString());
    }
    assertEquals(before, project.tree());
  }

  @Test
  void leavesAWrongAnnotationOfAPackageToTheCompiler() throws IOException {
    Project project =
        Project.shop(folder).table("User", USER).write(Project.PACKAGE + "package-info.java", """
            @dev.lockstep.annotations.Database(extension = "citext")
            package com.example.shop;
            """);
    Map<String, String> before = project.tree();

    Result result = project.generate("First");

    assertEquals(1, result.errors().size(), result.toString());
    assertTrue(result.errors().get(0).contains("cannot find symbol"), result.toString());
    assertEquals(before, project.tree());
  }

  @Test
  void writesNothingWhenOneOfTwoDatabasesNeedsADecision() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    project.generate("First").expectSuccess();
    project
        .table("User", USER.replace("String name", "String title"))
        .write("com/example/audit/package-info.java", """
            @dev.lockstep.annotations.Database(name = "audit")
            package com.example.audit;
            """)
        .write("com/example/audit/Entry.java", """
            package com.example.audit;

            @dev.lockstep.annotations.Table
            public record Entry(@dev.lockstep.annotations.Id long id) {}
            """);
    Map<String, String> before = project.tree();

    assertFalse(project.generate("Second").success());

    assertEquals(before, project.tree());
  }

  @Test
  void generatesAnEmptyMigrationToBeFilled() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    project.generate("First").expectSuccess();
    String snapshot = project.read(SNAPSHOT);

    project.generate("Fill names", "-Alockstep.empty=true").expectSuccess();

    String source = project.read(Project.MIGRATIONS + "M0002_FillNames.java");
    assertTrue(source.contains("    // Write the steps here: schema.sql(\"...\")"), source);
    assertEquals(snapshot.replace("M0001_First", "M0002_FillNames"), project.read(SNAPSHOT));
    project.compile().expectSuccess();
  }

  @Test
  void makesAClassOfAnyDescription() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    int number = 0;
    for (String description :
        List.of("say \"hi\" \\u0041", "添加地址", "x".repeat(300), "!?*/", "null", "a\nb", "$L ${x}")) {
      number++;
      project.generate(description, "-Alockstep.empty=true").expectSuccess();
      project.compile().expectSuccess();
    }
    try (var loader = project.load()) {
      var sets = java.util.ServiceLoader.load(dev.lockstep.MigrationSet.class, loader);
      assertEquals(number, sets.iterator().next().entries().size());
      assertEquals("添加地址", sets.iterator().next().entries().get(1).description());
    }
  }

  @Test
  void refusesABlankDescription() throws IOException {
    Project project = Project.shop(folder).table("User", USER);

    Result result = project.generate("  ");

    assertTrue(
        result.errors().get(0).startsWith("[lockstep:OptionInvalid] lockstep.migrate is empty"),
        result.toString());
    assertFalse(project.tree().containsKey(SNAPSHOT));
  }

  @Test
  void rollsBackWhenTheSnapshotCannotBeWritten() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    Files.createDirectories(project.sources().resolve(SNAPSHOT).resolve("in the way"));

    Result result = project.generate("First");

    assertFalse(result.success());
    assertFalse(project.tree().containsKey(FIRST));
  }

  @Test
  void saysThatTheSourceTreeCannotBeWritten() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    // Not a read-only folder: root may write there all the same.
    project.write("com/example/shop/migrations", "a file in the way");
    Map<String, String> before = project.tree();

    Result result = project.generate("First");

    assertFalse(result.success());
    assertTrue(
        result.errors().get(0).contains("[lockstep:SourceTreeNotWritable] nothing was written"),
        result.toString());
    assertEquals(before, project.tree());
  }

  @Test
  void writesToTheGivenSourceFolder() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    Path other = Files.createDirectories(folder.resolve("other"));

    project.generate("First", "-Alockstep.sources=" + other).expectSuccess();
    Result unknown = project.generate("First", "-Alockstep.sources=" + folder.resolve("none"));
    Result impossible = project.compile("-Alockstep.sources=a\0b");

    assertEquals(List.of(FIRST, SNAPSHOT), List.copyOf(Project.tree(other).keySet()));
    assertTrue(
        unknown.errors().get(0).contains("[lockstep:SourceRootUnknown]"), unknown.toString());
    assertTrue(
        impossible.errors().get(0).contains("[lockstep:SourceRootUnknown]"), impossible.toString());
  }

  @Test
  void remembersWhereAClassHasMoved() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    project.generate("First").expectSuccess();
    project
        .delete(Project.PACKAGE + "User.java")
        .table("Person", USER.replace("@Table", "@Table(\"user\")").replace("User", "Person"));
    Files.delete(project.classes().resolve(Project.PACKAGE + "User.class"));

    project.compile().expectSuccess();
    Result moved = project.generate("Moved").expectSuccess();

    assertTrue(moved.notes().get(0).contains("[lockstep:NothingToMigrate]"), moved.toString());
    assertTrue(project.read(SNAPSHOT).contains("\"class\": \"com.example.shop.Person\""));
    assertFalse(project.tree().containsKey(Project.MIGRATIONS + "M0002_Moved.java"));
  }
}
