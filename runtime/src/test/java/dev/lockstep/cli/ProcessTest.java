package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.MigrationSet;
import dev.lockstep.testing.Postgres;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own. */
class ProcessTest {
  @TempDir
  Path folder;

  @BeforeEach
  void writeService() throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(MigrationSet.class.getName()), ShopMigrations.class.getName());
  }

  private String run(String missing, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    String classPath = Arrays.stream(
            System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(element -> missing.isEmpty() || !new File(element).getName().startsWith(missing))
        .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder builder = new ProcessBuilder(Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath + File.pathSeparator + folder,
                Main.class.getName()),
            Stream.of(args))
        .toList());
    builder.environment().putAll(environment);
    builder.environment().keySet().remove("JAVA_TOOL_OPTIONS");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int code =
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return code + "|" + Files.readString(out, StandardCharsets.UTF_8).strip() + "|"
        + Files.readString(err, StandardCharsets.UTF_8).strip();
  }

  @Test
  void upgradesAndSaysSoAndNothingElse() throws Exception {
    Map<String, String> environment =
        CommandLineRun.environment(Postgres.newDatabase(Postgres.OLDEST));

    assertEquals("""
        0|applied 2 migrations, now at M0002_AddAddressToUser
          M0001_InitialMigration (N ms)
          M0002_AddAddressToUser (N ms)|""", run("", environment, "upgrade").replaceAll("\\d+ ms", "N ms"));
    assertEquals("2", run("", environment, "downgrade", "-9").substring(0, 1));
  }

  @Test
  void saysThatPicocliIsMissing() throws Exception {
    assertEquals("""
        2||error: [lockstep:PicocliMissing] picocli is not on the class path
            add: info.picocli:picocli
            on the module path: --add-modules info.picocli""", run("picocli-", Map.of(), "status"));
  }

  @Test
  void saysThatTheDriverIsMissing() throws Exception {
    assertEquals("""
        2||error: [lockstep:DriverMissing] the PostgreSQL driver is not on the class path
            add: org.postgresql:postgresql""", run("postgresql-", Map.of("PGHOST", "localhost"), "status"));
  }
}
