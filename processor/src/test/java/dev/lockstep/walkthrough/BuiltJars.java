package dev.lockstep.walkthrough;

import com.fasterxml.jackson.core.JsonFactory;
import com.palantir.javapoet.JavaFile;
import dev.lockstep.MigrationSet;
import dev.lockstep.annotations.Table;
import dev.lockstep.processor.Options;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars that this build made, and those that they need. */
final class BuiltJars {
  static final Path ANNOTATIONS = jarOf(Table.class);
  static final Path RUNTIME = jarOf(MigrationSet.class);
  static final Path PROCESSOR = jarOf(Options.class);
  static final Path ECJ = jarOf(org.eclipse.jdt.core.compiler.batch.BatchCompiler.class);
  static final Path DRIVER = jarOf(org.postgresql.Driver.class);
  static final Path PICOCLI = jarOf(picocli.CommandLine.class);

  /** What an application compiles with. */
  static final List<Path> COMPILE = List.of(ANNOTATIONS, RUNTIME);

  /** What the command line runs with. */
  static final List<Path> RUN = List.of(RUNTIME, DRIVER, PICOCLI);

  /** What the compiler loads the processor from. */
  static final List<Path> PROCESS =
      List.of(PROCESSOR, ANNOTATIONS, RUNTIME, jarOf(JavaFile.class), jarOf(JsonFactory.class));

  private BuiltJars() {}

  static String path(List<Path> jars, Path... more) {
    return Stream.concat(Arrays.stream(more), jars.stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path jarOf(Class<?> type) {
    try {
      Path jar =
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(jar)) {
        throw new IllegalStateException(
            type + " comes from " + jar + "; this test needs the jars that mvn verify makes");
      }
      return jar;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
