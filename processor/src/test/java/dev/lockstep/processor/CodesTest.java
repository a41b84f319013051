package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** README lists each code of the pipeline, the snapshot and the migrations. */
class CodesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/lockstep/processor");
  private static final Pattern CODE = Pattern.compile(
      "(?:Problem\\s*\\.error|Problem\\s*\\.warning|new SnapshotException|new Note)\\(\\s*\"(\\w+)\"");

  @Test
  void areAllListed() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Path folder : new Path[] {SOURCES, SOURCES.resolve("snapshot")}) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          CODE.matcher(Files.readString(file))
              .results()
              .map(match -> match.group(1))
              .forEach(codes::add);
        }
      }
    }
    assertTrue(codes.size() >= 15, codes::toString);
    String readme = Files.readString(Path.of("README.md"));
    codes.removeIf(code -> readme.contains("`" + code + "`"));
    assertEquals(Set.of(), codes);
  }
}
