package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.Project.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real Lombok before and after us, and what kapt hands to processors. */
class OtherProcessorsTest {
  private static final String FIRST = Project.MIGRATIONS + "M0001_First.java";

  @TempDir
  Path folder;

  @Test
  void readsFieldsThatLombokChanges() throws IOException {
    String migration = null;
    for (boolean lombokFirst : List.of(true, false)) {
      Project project = Project.shop(folder.resolve("lombok first " + lombokFirst))
          .table("User", """
              @Table @lombok.Data
              public class User {
                @Id @Identity Long id;
                @lombok.NonNull String name;
                @lombok.Getter(onMethod_ = @Deprecated) @Column(length = 20) String city;
              }
              """)
          .table("Tag", """
              @Table @lombok.Value @lombok.Builder
              public class Tag {
                @Id long id;
                String label;
              }
              """)
          .table("Use", """
              class Use {
                String use(User user) {
                  return user.getName() + Tag.builder().id(1).label("a").build().getLabel();
                }
              }
              """);

      Result result =
          project.compile(processors(lombokFirst), project.javaFiles(), "-Alockstep.migrate=First");

      result.expectSuccess();
      migration = migration == null ? project.read(FIRST) : migration;
      assertEquals(migration, project.read(FIRST));
      project.compile(processors(lombokFirst), project.javaFiles()).expectSuccess();
    }
    assertTrue(migration.contains("column(\"label\", text())"), migration);
  }

  private static List<Processor> processors(boolean lombokFirst) {
    Processor lombok = ServiceLoader.load(Processor.class).stream()
        .filter(each -> each.type().getName().contains("AnnotationProcessorHider$Annotation"))
        .findFirst()
        .orElseThrow()
        .get();
    return lombokFirst
        ? List.of(lombok, new LockstepProcessor())
        : List.of(new LockstepProcessor(), lombok);
  }

  /** As kapt writes it from {@code @Table class User(@Id var id: Long, var name: String, ...)}. */
  private static final String STUB = """
      package com.example.shop;

      @kotlin.Metadata(mv = {2, 0, 0}, k = 1, d1 = {"a"}, d2 = {"Lcom/example/shop/User;"})
      @dev.lockstep.annotations.Table()
      public final class User {
        @dev.lockstep.annotations.Id()
        private long id;
        @org.jetbrains.annotations.NotNull()
        private java.lang.String name;
        @org.jetbrains.annotations.Nullable()
        private java.lang.String city;
        @org.jetbrains.annotations.NotNull()
        private final java.util.function.Supplier<java.lang.String> upper$delegate = null;
        @org.jetbrains.annotations.NotNull()
        public static final com.example.shop.User.Companion Companion = null;

        public User(long id, @org.jetbrains.annotations.NotNull() java.lang.String name) {
          super();
        }

        public static final class Companion {}
      }
      """;

  private Project kapt() throws IOException {
    return Project.shop(folder)
        .write("kotlin/Metadata.java", """
            package kotlin;

            public @interface Metadata { int[] mv(); int k(); String[] d1(); String[] d2(); }
            """)
        .write("com/example/shop/User.java", STUB);
  }

  @Test
  void takesNullnessFromStubsOfKotlin() throws IOException {
    Project project = kapt();

    project.generate("First").expectSuccess();

    String migration = project.read(FIRST);
    assertTrue(migration.contains("column(\"name\", text()).notNull()"), migration);
    assertTrue(migration.contains("column(\"city\", text())"), migration);
    assertTrue(!migration.contains("column(\"city\", text()).notNull()"), migration);
    assertTrue(!migration.contains("companion"), migration);
    assertTrue(!migration.contains("delegate"), migration);
    Path packageInfo = project.sources().resolve(Project.PACKAGE + "package-info.java");
    assertEquals(
        List.of(), project.compile(List.of(packageInfo)).expectSuccess().diagnostics());
  }

  @Test
  void writesNoMigrationAmongStubs() throws IOException {
    Project project = new Project(folder)
        .write("kotlin/Metadata.java", """
            package kotlin;

            public @interface Metadata { int[] mv(); int k(); String[] d1(); String[] d2(); }
            """)
        .write(
            "com/example/shop/User.java",
            STUB.replace(
                "@dev.lockstep.annotations.Table()",
                "@dev.lockstep.annotations.Table() @dev.lockstep.annotations.Database()"));
    var before = project.tree();

    Result refused = project.generate("First");
    Path sources = Files.createDirectories(folder.resolve("src/main/migrations"));
    Result told = project.generate("First", "-Alockstep.sources=" + sources);

    assertEquals(1, refused.errors().size(), refused.toString());
    assertTrue(
        refused.errors().get(0).contains("[lockstep:SourceRootUnknown]"), refused.toString());
    told.expectSuccess();
    assertEquals(before, project.tree());
    assertEquals(2, Project.tree(sources).size());
  }
}
