package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.Project.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Gradle's incremental compile does with an aggregating processor: what it generated is
 * deleted, changed sources are compiled without a source path, every other class that has one of
 * its annotations is named to javac as a class, {@code package-info} is always compiled, and the
 * environment is Gradle's own around javac's.
 */
class GradleTest {
  private static final String USER = """
      @Table @org.jspecify.annotations.NullMarked
      public class User {
        @Id @Identity Long zone;
        String name;
        @org.jspecify.annotations.Nullable String city;
        Kind kind;
        @Embedded Place place;
      }
      """;
  private static final String ITEM = """
      @Table @Index(columns = "title")
      public record Item(
          @Id long zone, @Id long number, @References(User.class) Long owner,
          java.util.@org.jspecify.annotations.NonNull UUID tag, String title) {}
      """;
  private static final List<String> MODEL =
      List.of("com.example.shop.User", "com.example.shop.Item", "com.example.shop.Place");

  @TempDir
  Path folder;

  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder)
        .table("User", USER)
        .table("Item", ITEM)
        .table("Place", "@Embeddable public class Place { @Column(length = 9) String zip; }")
        .table("Kind", "public enum Kind { SECOND, FIRST }")
        .table("Other", "class Other {}");
  }

  private void onPackage() throws IOException {
    project.write(Project.PACKAGE + "package-info.java", """
        @dev.lockstep.annotations.Database
        package com.example.shop;
        """);
    first();
  }

  private void onClass() throws IOException {
    project.table("Shop", "@Database public final class Shop {}");
    first();
  }

  private void first() throws IOException {
    gradle(project.javaFiles(), List.of(), "-Alockstep.migrate=First").expectSuccess();
  }

  @Test
  void comparesClassFilesLikeSources() throws IOException {
    onPackage();
    Map<String, String> before = project.tree();

    Result result = gradle(sources("Other", "package-info"), MODEL).expectSuccess();

    assertEquals(List.of(), result.diagnostics());
    assertEquals(before, project.tree());
    assertTrue(registry().containsKey("META-INF/services/dev.lockstep.MigrationSet"));
  }

  @Test
  void findsTheSnapshotOfADatabaseOnAClassBesideAnySource() throws IOException {
    onClass();
    List<String> classes =
        Stream.concat(MODEL.stream(), Stream.of("com.example.shop.Shop")).toList();

    Result found = gradle(sources("Other"), classes).expectSuccess();
    Result told = gradle(List.of(), classes, "-Alockstep.sources=" + project.sources());
    Result untold = gradle(List.of(), classes);

    assertEquals(List.of(), found.diagnostics());
    assertEquals(List.of(), told.expectSuccess().diagnostics());
    assertTrue(untold.errors().get(0).contains("[lockstep:SourceRootUnknown]"), untold.toString());
  }

  @Test
  void reportsAndMigratesTheOneClassThatChanged() throws IOException {
    onPackage();
    project.table(
        "User",
        USER.replace(
            "Kind kind;", "Kind kind;\n  @org.jspecify.annotations.Nullable Long weight;"));
    List<String> rest = MODEL.subList(1, MODEL.size());

    Result checked = gradle(sources("User", "package-info"), rest);
    Result generated =
        gradle(sources("User", "package-info"), rest, "-Alockstep.migrate=Weigh users");

    assertEquals(
        List.of("User.java:11: [lockstep:ColumnAdded] column \"weight\" of table \"user\""
            + " is not migrated yet"),
        checked.errors().stream()
            .map(error -> error.lines().findFirst().orElse(""))
            .toList());
    generated.expectSuccess();
    String migration = project.read(Project.MIGRATIONS + "M0002_WeighUsers.java");
    assertTrue(
        migration.contains("schema.addColumn(\"user\", column(\"weight\", bigint()));"), migration);
  }

  private List<Path> sources(String... names) {
    return Stream.of(names)
        .map(name -> project.sources().resolve(Project.PACKAGE + name + ".java"))
        .toList();
  }

  private Map<String, String> registry() throws IOException {
    return Project.tree(project.classes());
  }

  private Result gradle(List<Path> files, List<String> classNames, String... options)
      throws IOException {
    Files.deleteIfExists(project.classes().resolve("META-INF/services/dev.lockstep.MigrationSet"));
    Files.deleteIfExists(project.classes().resolve(Project.MIGRATIONS + "Migrations.class"));
    Files.deleteIfExists(project.classes().resolve(Project.MIGRATIONS + "Migrations.java"));
    String[] all = Stream.concat(Stream.of("-sourcepath", "", "-implicit:none"), Stream.of(options))
        .toArray(String[]::new);
    return project.compile(List.of(new Wrapped(new LockstepProcessor())), files, classNames, all);
  }

  /** A processor that gets another environment. */
  private record Wrapped(Processor processor) implements Processor {
    @Override
    public Set<String> getSupportedOptions() {
      return processor.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public void init(ProcessingEnvironment environment) {
      processor.init(new Environment(environment));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }

    @Override
    public Iterable<? extends javax.annotation.processing.Completion> getCompletions(
        Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
      return processor.getCompletions(element, annotation, member, text);
    }
  }

  private record Environment(ProcessingEnvironment delegate) implements ProcessingEnvironment {
    @Override
    public Map<String, String> getOptions() {
      return delegate.getOptions();
    }

    @Override
    public Messager getMessager() {
      return delegate.getMessager();
    }

    @Override
    public Filer getFiler() {
      return delegate.getFiler();
    }

    @Override
    public Elements getElementUtils() {
      return delegate.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return delegate.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return delegate.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return delegate.getLocale();
    }
  }
}
