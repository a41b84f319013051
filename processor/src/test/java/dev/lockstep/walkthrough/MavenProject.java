package dev.lockstep.walkthrough;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A project that real Maven compiles with the processor of this build. */
record MavenProject(Path root, Path localRepository) {

  private Shell.Result maven(String... arguments) {
    MavenBuild build = new MavenBuild(Jdk.running(), localRepository);
    List<String> command = new ArrayList<>(List.of(MavenBuild.program(), "-B"));
    command.addAll(List.of(arguments));
    return Shell.run(root, build.environment(), command);
  }

  void passes(String... arguments) {
    Shell.Result result = maven(arguments);
    assertTrue(result.succeeded(), result::toString);
  }

  String fails(String... arguments) {
    Shell.Result result = maven(arguments);
    assertFalse(result.succeeded(), result::toString);
    return result.toString();
  }

  static void says(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text.contains(part), () -> "\"" + part + "\" is not in\n" + text);
    }
  }

  /**
   * As if it had been written later than what was compiled from it: no two writes share a moment.
   */
  void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    boolean known = Files.exists(file);
    Files.writeString(file, text);
    if (known) {
      Files.setLastModifiedTime(
          file,
          FileTime.fromMillis(
              Files.getLastModifiedTime(file).toMillis() + Duration.ofSeconds(2).toMillis()));
    }
  }

  String read(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }

  static String database(String packageName, String attributes) {
    return "@dev.lockstep.annotations.Database" + attributes + "\npackage " + packageName + ";\n";
  }

  /** Of a module with the processor, compiled by that version of the plugin. */
  static String pom(String artifact, String dependencies, String plugin) {
    String version = System.getProperty("lockstep.version");
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>%s</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <dependencies>
            <dependency><groupId>dev.lockstep</groupId><artifactId>lockstep-annotations</artifactId><version>%s</version></dependency>
            <dependency><groupId>dev.lockstep</groupId><artifactId>lockstep-runtime</artifactId><version>%s</version></dependency>
            %s
          </dependencies>
          <build>
            <plugins>
              <plugin>
                <artifactId>maven-compiler-plugin</artifactId>
                <version>%s</version>
                <configuration>
                  <annotationProcessorPaths>
                    <path><groupId>dev.lockstep</groupId><artifactId>lockstep-processor</artifactId><version>%s</version></path>
                  </annotationProcessorPaths>
                </configuration>
              </plugin>
            </plugins>
          </build>
        </project>
        """.formatted(artifact, version, version, dependencies, plugin, version);
  }
}
