package dev.lockstep.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What the README shows is what happens: its files are written, its commands typed, in order. */
class ReadmeIT {
  @TempDir
  private Path temporary;

  @Test
  void showsWhatHappens() throws IOException {
    Path project = Files.createDirectory(temporary.toRealPath().resolve("shop"));
    Map<String, String> environment = environment();
    for (Readme.Part part : Readme.read().parts()) {
      if (part instanceof Readme.Listing listing) {
        writeOrCompare(project, listing);
      } else if (part instanceof Readme.Command command) {
        type(project, environment, command);
      }
    }
  }

  private Map<String, String> environment() throws IOException {
    Path localRepository = LocalRepository.create();
    Map<String, String> environment =
        new HashMap<>(new MavenBuild(Jdk.running(), localRepository).environment());
    environment.put(
        "PATH", MavenBuild.home().resolve("bin") + File.pathSeparator + System.getenv("PATH"));
    PGSimpleDataSource database = (PGSimpleDataSource) Postgres.newDatabase(Postgres.NEWEST);
    environment.put("LOCKSTEP_URL", database.getURL());
    environment.put("PGUSER", "postgres");
    return environment;
  }

  /** Migrations are not the user's to write. */
  private static void writeOrCompare(Path project, Readme.Listing listing) throws IOException {
    Path file = project.resolve(listing.path());
    if (listing.path().contains("/migrations/")) {
      assertEquals(listing.text(), Files.readString(file));
    } else {
      Files.createDirectories(file.getParent());
      Files.writeString(file, listing.text());
    }
  }

  private static void type(Path project, Map<String, String> environment, Readme.Command command) {
    Shell.Result result = Shell.run(project, environment, List.of("bash", "-c", command.text()));
    String output = result.output().replace(project.toString(), "/home/ada/shop");
    assertTrue(
        expected(command.output()).matcher(comparable(output)).matches(),
        () -> "README.md shows\n" + String.join("\n", command.output()) + "\nbut\n" + result);
  }

  private static Pattern expected(List<String> lines) {
    return Pattern.compile(lines.stream()
        .map(line -> line.equals("...") ? "(?:.*\n)*?" : Pattern.quote(comparable(line) + "\n"))
        .collect(Collectors.joining()));
  }

  /**
   * Without colours, the progress of downloads, which later text overwrites, what newer JDKs say of
   * Maven's own libraries, and what is another each time: moments, durations, who and where, and
   * widths for these.
   */
  private static String comparable(String text) {
    return text.replaceAll("\u001b\\[[;\\d]*m", "")
        .replaceAll("[^\n]*\r", "")
        .replaceAll("(?m)^WARNING: .*\n", "")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z?", "MOMENT")
        .replaceAll("\\d+(\\.\\d+)? (ms|s)\\b", "DURATION")
        .replaceAll("\\w+ on \\S+", "SOMEONE")
        .replaceAll(" +(?=\n|$)", "")
        .replaceAll("(?<=\\S) +", " ");
  }
}
