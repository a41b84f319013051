package dev.lockstep.processor.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays every story. {@code -Dstories=rename} plays those with that word in their file names;
 * {@code -Dstories.update} writes what happened into the files, and still fails.
 */
final class StoriesTest {
  private static final Path STORIES = Path.of("src/test/stories").toAbsolutePath();
  private static final boolean UPDATE = System.getProperty("stories.update") != null;

  /** Kept, since the logger would forget its level with its last user. */
  private static final Logger LOGGER = Logger.getLogger("dev.lockstep");

  @BeforeAll
  static void silence() {
    LOGGER.setLevel(Level.WARNING);
  }

  @TestFactory
  Stream<DynamicTest> stories(@TempDir Path temporary) throws IOException {
    String word = System.getProperty("stories", "");
    try (Stream<Path> files = Files.list(STORIES)) {
      List<Path> stories = files
          .filter(file -> file.toString().endsWith(".story"))
          .filter(file -> file.getFileName().toString().contains(word))
          .sorted()
          .toList();
      return stories.stream().map(file -> test(file, temporary));
    }
  }

  private static DynamicTest test(Path file, Path temporary) {
    String name = file.getFileName().toString();
    return DynamicTest.dynamicTest(
        name, file.toUri(), () -> check(Story.read(file), temporary.resolve(name), UPDATE));
  }

  /**
   * Plays a story in an empty folder and compares.
   *
   * @throws AssertionError if it goes otherwise; also if that was written into the file
   */
  static void check(Story story, Path folder, boolean update) throws Exception {
    Map<String, String> actual = new LinkedHashMap<>();
    @Nullable AssertionError failure = null;
    try {
      StoryRun.play(story, folder, actual);
    } catch (AssertionError e) {
      failure = e;
    }
    String differences = differences(story, actual);
    if (update && failure == null && !differences.isEmpty()) {
      story.expecting(actual).write();
    }
    if (failure != null || !differences.isEmpty()) {
      throw new AssertionError(
          story.file().toUri() + "\n" + differences + (failure == null ? "" : failure.getMessage()),
          failure);
    }
  }

  private static String differences(Story story, Map<String, String> actual) {
    return Story.EXPECTED.stream()
        .map(section -> difference(section, story.sections().get(section), actual.get(section)))
        .collect(Collectors.joining());
  }

  private static String difference(
      String section, @Nullable String expected, @Nullable String actual) {
    if (Objects.equals(expected, actual)) {
      return "";
    }
    String diff = TextDiff.of(
        Objects.requireNonNullElse(expected, ""), Objects.requireNonNullElse(actual, ""), 3);
    return "== " + section + " == "
        + (expected == null ? "is missing" : actual == null ? "does not happen" : "differs")
        + "\n" + diff + "\n\n";
  }
}
