package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.Project.Result;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockstepProcessorTest {
  private static final String USER = "@Table public class User { @Id Long id; String name; }";

  @TempDir
  Path folder;

  /** Another processor, which generates one class. */
  static class Generator extends AbstractProcessor {
    private final String name;
    private final String source;
    private int rounds;

    /** In its first round. */
    Generator(String name, String source) {
      this(name, source, 1);
    }

    Generator(String name, String source, int round) {
      this.name = name;
      this.source = source;
      this.rounds = round;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      rounds--;
      if (rounds == 0) {
        try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
          writer.write(source);
          generated();
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
      return false;
    }

    /** What is to happen when the class was written. */
    void generated() throws IOException {}
  }

  @Test
  void isRegistered() {
    assertTrue(ServiceLoader.load(Processor.class).stream()
        .anyMatch(provider -> provider.type() == LockstepProcessor.class));
  }

  @Test
  void isAggregatingForGradle() throws IOException {
    try (var stream = LockstepProcessor.class.getResourceAsStream(
        "/META-INF/gradle/incremental.annotation.processors")) {
      assertEquals(
          LockstepProcessor.class.getName() + ",aggregating\n",
          new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @Test
  void saysNothingWithoutAModel() throws IOException {
    Project project = new Project(folder).write("Main.java", "class Main {}");

    Result result = project.compile().expectSuccess();

    assertEquals(List.of(), result.diagnostics());
    assertEquals(
        List.of("Main.class"), List.copyOf(Project.tree(project.classes()).keySet()));
  }

  @Test
  void waitsForATypeThatIsYetToBeGenerated() throws IOException {
    Project project = Project.shop(folder)
        .table("User", "@Table public class User { @Id Long id; State state; }");
    Generator generator = new Generator(
        "com.example.shop.State", "package com.example.shop; enum State { NEW, DONE }");

    project
        .compile(
            List.of(generator, new LockstepProcessor()),
            project.javaFiles(),
            "-Alockstep.migrate=First")
        .expectSuccess();

    String source = project.read(Project.MIGRATIONS + "M0001_First.java");
    assertTrue(source.contains("'NEW'"), source);
  }

  @Test
  void waitsForAnAnnotationThatIsYetToBeGenerated() throws IOException {
    Project project = Project.shop(folder)
        .table("User", "@Table public class User { @Id Long id; @Shown String name; }");
    Generator generator =
        new Generator("com.example.shop.Shown", "package com.example.shop; @interface Shown {}", 2);
    Generator another =
        new Generator("com.example.shop.Any", "package com.example.shop; class Any {}");

    project
        .compile(
            List.of(another, generator, new LockstepProcessor()),
            project.javaFiles(),
            "-Alockstep.migrate=First")
        .expectSuccess();

    String source = project.read(Project.MIGRATIONS + "M0001_First.java");
    assertTrue(source.contains("column(\"name\""), source);
  }

  @Test
  void takesATableThatIsGeneratedInTheFirstRound() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    Path generated = Files.createDirectories(folder.resolve("generated"));
    String late =
        "package com.example.shop; @dev.lockstep.annotations.Table class Late { long id; }";
    for (String options : List.of("-Alockstep.migrate=First", "-Alockstep.check=error")) {
      Files.deleteIfExists(generated.resolve("com/example/shop/Late.java"));
      Files.deleteIfExists(project.classes().resolve("com/example/shop/Late.class"));

      Result result = project.compile(
          List.of(new Generator("com.example.shop.Late", late), new LockstepProcessor()),
          project.javaFiles(),
          options,
          "-s",
          generated.toString());

      assertEquals(List.of(), result.expectSuccess().warnings());
      assertEquals(
          List.of("com/example/shop/Late.java", "com/example/shop/migrations/Migrations.java"),
          List.copyOf(Project.tree(generated).keySet()));
    }
    String source = project.read(Project.MIGRATIONS + "M0001_First.java");
    assertTrue(source.contains("schema.createTable(\"late\""), source);
  }

  @Test
  void refusesATableThatIsGeneratedTooLate() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    Generator generator = new Generator(
        "com.example.shop.Late",
        "package com.example.shop; @dev.lockstep.annotations.Table class Late { long id; }",
        2);

    Result result = project.compile(
        List.of(generator, new LockstepProcessor()),
        project.javaFiles(),
        "-Alockstep.migrate=First");

    assertTrue(
        result
            .errors()
            .get(0)
            .startsWith("[lockstep:TableTooLate] table class com.example.shop.Late"),
        result.toString());
    assertFalse(project.tree().containsKey(Project.MIGRATIONS + "M0001_First.java"));
  }

  @Test
  void refusesASequenceThatIsGeneratedTooLate() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    Generator generator = new Generator(
        "com.example.shop.Late",
        "package com.example.shop; @dev.lockstep.annotations.Sequence(name = \"a\") @dev.lockstep.annotations.Sequence(name = \"b\") class Late {}",
        2);

    Result result = project.compile(
        List.of(generator, new LockstepProcessor()),
        project.javaFiles(),
        "-Alockstep.migrate=First");

    assertTrue(
        result.errors().get(0).startsWith("[lockstep:TableTooLate] class com.example.shop.Late"),
        result.toString());
    assertFalse(project.tree().containsKey(Project.MIGRATIONS + "M0001_First.java"));
  }

  @Test
  void warnsOnlyWhenAskedTo() throws IOException {
    Project project = Project.shop(folder).table("User", USER);

    Result warned = project.compile("-Alockstep.check=warn").expectSuccess();
    Result silent = project.compile("-Alockstep.check=off").expectSuccess();

    assertEquals(1, warned.warnings().size(), warned.toString());
    assertTrue(warned.warnings().get(0).contains("[lockstep:TableAdded]"), warned.toString());
    assertEquals(List.of(), silent.diagnostics());
    assertTrue(Project.tree(project.classes())
        .containsKey("com/example/shop/migrations/Migrations.class"));
  }

  @Test
  void reportsEverythingAtOnce() throws IOException {
    Project project = Project.shop(folder);
    for (int i = 0; i < 50; i++) {
      project.table(
          "T" + i, "@Table public class T%d { @Id Long id;\n java.util.Currency c; }".formatted(i));
    }

    Result result = project.compile("-Alockstep.check=loud");

    assertEquals(51, result.errors().size(), result.toString());
    assertEquals(
        50, result.errors().stream().filter(e -> e.contains("TypeUnmapped")).count());
  }

  @Test
  void makesAMessageOfWhatIsThrown() {
    String text = Fault.problem(new IllegalStateException("one\ntwo")).text();

    assertTrue(
        text.startsWith("[lockstep:InternalError] java.lang.IllegalStateException: one"
            + " (dev.lockstep.processor.LockstepProcessorTest.makesAMessageOfWhatIsThrown:"),
        text);
    assertEquals(3, text.lines().count());
  }
}
