package dev.lockstep.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shapes of projects that people have, by real Maven: incremental, modules, tests. */
class MavenProjectsIT {
  private static final String OLD = "3.10.1";
  private static final String NEW = "3.16.0";
  private static final String SHOP = "src/main/java/com/example/shop/";
  private static final String SCHEMA = SHOP + "migrations/schema.json";

  private static final String SERVICE = "META-INF/services/dev.lockstep.MigrationSet";

  private static Path localRepository;

  @TempDir
  private Path root;

  private MavenProject project;

  @BeforeAll
  static void prepare() throws IOException {
    localRepository = LocalRepository.create();
  }

  @BeforeEach
  void create() {
    project = new MavenProject(root, localRepository);
  }

  @Test
  void compilesWhatChanged() throws IOException {
    changes(NEW);
  }

  @Test
  void compilesWhatChangedWithAnOldPlugin() throws IOException {
    changes(OLD);
  }

  private void changes(String plugin) throws IOException {
    project.write("pom.xml", MavenProject.pom("shop", "", plugin));
    project.write(SHOP + "package-info.java", MavenProject.database("com.example.shop", ""));
    project.write(SHOP + "User.java", table("User", "@Id Long id; String name;"));
    project.write(
        SHOP + "Tag.java", table("Tag", "@Id Long id; @References(User.class) Long owner;"));
    project.write(SHOP + "Other.java", "package com.example.shop; class Other {}");
    project.passes("compile", "-Dlockstep.migrate=First");
    project.passes("compile");
    String schema = project.read(SCHEMA);

    project.write(SHOP + "Other.java", "package com.example.shop; class Other { int a; }");
    project.passes("compile");
    project.write(SHOP + "Tag.java", project.read(SHOP + "Tag.java") + "// no change\n");
    project.passes("compile");
    assertEquals(schema, project.read(SCHEMA));
    assertTrue(Files.exists(root.resolve("target/classes/" + SERVICE)));

    project.write(
        SHOP + "Tag.java",
        table("Tag", "@Id Long id; @References(User.class) Long owner; int weight;"));
    MavenProject.says(project.fails("compile"), "Tag.java:[", "[lockstep:NotNullNeedsValue]");
    MavenProject.says(project.fails("compile"), "[lockstep:NotNullNeedsValue]");
    project.write(
        SHOP + "Tag.java",
        table("Tag", "@Id Long id; Integer weight; @References(User.class) Long owner;"));
    MavenProject.says(
        project.fails("compile"), "[lockstep:ColumnAdded] column \"weight\" of table \"tag\"");
    project.passes("compile", "-Dlockstep.migrate=Second");
    project.passes("compile");

    Files.delete(root.resolve(SHOP + "Tag.java"));
    MavenProject.says(project.fails("compile"), "[lockstep:TableRemoved] table \"tag\"");
    project.passes("compile", "-Dlockstep.migrate=Third", "-Dlockstep.accept=data-loss:tag");
    project.passes("compile");
    assertFalse(Files.exists(root.resolve("target/classes/com/example/shop/Tag.class")));
  }

  /** A library of the mapped, two databases beside each other, in parallel and one alone. */
  @Test
  void compilesModules() throws IOException {
    project.write("pom.xml", parent("base", "shop", "stock"));
    project.write("base/pom.xml", MavenProject.pom("base", "", NEW));
    project.write("base/src/main/java/com/example/base/Base.java", """
        package com.example.base;
        import dev.lockstep.annotations.*;
        @MappedSuperclass public abstract class Base { @Id @Identity Long id; protected String note; }
        """);
    project.write("base/src/main/java/com/example/base/Place.java", """
        package com.example.base;
        import dev.lockstep.annotations.*;
        @Embeddable public class Place { String street; @Column(length = 9, nullable = false) String zip; }
        """);
    for (String name : List.of("shop", "stock")) {
      String folder = name + "/src/main/java/com/example/" + name + "/";
      project.write(name + "/pom.xml", MavenProject.pom(name, dependency("base"), NEW));
      project.write(
          folder + "package-info.java",
          MavenProject.database("com.example." + name, "(name = \"" + name + "\")"));
      project.write(folder + "Thing.java", """
          package com.example.%s;
          import dev.lockstep.annotations.*;
          @Table("%s_thing") public class Thing extends com.example.base.Base {
            @Embedded com.example.base.Place place;
          }
          """.formatted(name, name));
    }

    MavenProject.says(
        project.fails("compile", "-T2", "--fail-at-end"),
        "\"shop_thing\" is not",
        "\"stock_thing\" is not");
    project.passes("compile", "-T2", "-Dlockstep.migrate=First");
    project.passes("compile", "-T2");
    project.passes("compile", "-pl", "stock", "-am");

    String migrations = "stock/src/main/java/com/example/stock/migrations/";
    MavenProject.says(
        project.read(migrations + "M0001_First.java"),
        "createTable(\"stock_thing\"",
        "column(\"id\", bigint()).notNull().identity()",
        "column(\"note\", text())",
        "column(\"place_zip\", varchar(9)).notNull()");
    assertTrue(
        Files.exists(root.resolve("shop/src/main/java/com/example/shop/migrations/schema.json")));
    assertFalse(Files.exists(root.resolve("base/src/main/java/com/example/base/migrations")));
    assertFalse(Files.exists(root.resolve("base/target/classes/" + SERVICE)));
  }

  /** Two databases in one module, and one more among its tests. */
  @Test
  void compilesDatabasesOfMainAndOfTests() throws IOException {
    project.write("pom.xml", MavenProject.pom("shop", "", NEW));
    for (String name : List.of("shop", "audit", "trial")) {
      String folder =
          (name.equals("trial") ? "src/test" : "src/main") + "/java/com/example/" + name + "/";
      project.write(
          folder + "package-info.java",
          MavenProject.database("com.example." + name, "(name = \"" + name + "\")"));
      project.write(folder + "Row.java", """
          package com.example.%s;
          import dev.lockstep.annotations.*;
          @Table("%s_row") public record Row(@Id long id) {}
          """.formatted(name, name));
    }

    MavenProject.says(project.fails("test-compile"), "\"shop_row\" is not", "\"audit_row\" is not");
    project.passes("test-compile", "-Dlockstep.migrate=First");
    project.passes("test-compile");

    for (String folder : List.of(
        "main/java/com/example/shop",
        "main/java/com/example/audit",
        "test/java/com/example/trial")) {
      try (Stream<Path> files = Files.list(root.resolve("src/" + folder + "/migrations"))) {
        assertEquals(
            List.of("M0001_First.java", "schema.json"),
            files.map(file -> file.getFileName().toString()).sorted().toList());
      }
    }
    assertEquals(2, registered("target/classes/"));
    assertEquals(1, registered("target/test-classes/"));
  }

  private long registered(String classes) throws IOException {
    return project
        .read(classes + SERVICE)
        .lines()
        .filter(line -> !line.isBlank())
        .count();
  }

  private static String table(String name, String fields) {
    return "package com.example.shop;\nimport dev.lockstep.annotations.*;\n@Table public class "
        + name + " {\n  " + fields.replace("; ", ";\n  ") + "\n}\n";
  }

  private static String parent(String... modules) {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>all</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <modules>%s</modules>
        </project>
        """.formatted("<module>" + String.join("</module><module>", modules) + "</module>");
  }

  private static String dependency(String artifact) {
    return "<dependency><groupId>com.example</groupId><artifactId>" + artifact
        + "</artifactId><version>1</version></dependency>";
  }
}
