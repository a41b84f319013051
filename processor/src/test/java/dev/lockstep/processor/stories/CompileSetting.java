package dev.lockstep.processor.stories;

import dev.lockstep.processor.LockstepProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** What else a compile may meet: other processors, files left out, a compiler that fails. */
enum CompileSetting {
  NONE(""),
  /** Another processor generates a table class of which the model knows nothing. */
  LATE("another processor generates class Late"),
  /** So does one that takes its time. */
  LATER("another processor generates class Late in the second round"),
  /** The compiler is given all files but the migrations. */
  WITHOUT_MIGRATIONS("without the migrations"),
  /** Has its lock for as long as this one runs. */
  BUSY("another compile writes to the migrations"),
  /** Stands for any fault: what is thrown there passes through the processor. */
  FAULT("the compiler fails to make a file for a migration");

  private final String text;

  CompileSetting(String text) {
    this.text = text;
  }

  static CompileSetting of(String text) {
    for (CompileSetting each : values()) {
      if (each.text.equals(text)) {
        return each;
      }
    }
    throw new IllegalArgumentException("no setting: " + text);
  }

  Project.Result compile(Project project, Map<String, String> options) throws IOException {
    List<Processor> processors = new ArrayList<>(List.of(new LockstepProcessor()));
    if (this == LATE || this == LATER) {
      processors.add(0, new LateTable(this == LATE ? 1 : 2));
    }
    return this == BUSY ? whileLocked(project, options) : compile(project, processors, options);
  }

  private static Project.Result whileLocked(Project project, Map<String, String> options)
      throws IOException {
    Path folder = Files.createDirectories(project.sources().resolve("shop/migrations"));
    Path lock = folder.resolve(".lockstep.lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      return project.compile(options);
    } finally {
      Files.delete(lock);
    }
  }

  private Project.Result compile(
      Project project, List<Processor> processors, Map<String, String> options) throws IOException {
    return project.compile(
        processors,
        file -> this != WITHOUT_MIGRATIONS || !file.toString().contains("migrations"),
        this == FAULT,
        options);
  }

  @SupportedAnnotationTypes("*")
  private static final class LateTable extends AbstractProcessor {
    private int roundsToGo;

    LateTable(int round) {
      this.roundsToGo = round;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      roundsToGo--;
      if (roundsToGo == 0) {
        try (Writer file =
            processingEnv.getFiler().createSourceFile("shop.Late").openWriter()) {
          file.write("package shop; @dev.lockstep.annotations.Table class Late {"
              + " @dev.lockstep.annotations.Id long id; }");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }
}
