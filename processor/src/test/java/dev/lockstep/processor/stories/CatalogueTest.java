package dev.lockstep.processor.stories;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.stories.MessageStory.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every message there is has a story that raises it and applies its fixes, and an entry in README
 * whose sample is that of the story. {@code -Dstories=Type} plays those with that word in their
 * names; {@code -Dstories.update} writes the messages into the stories and the samples into README,
 * and still fails.
 */
final class CatalogueTest {
  private static final Path MESSAGES = Path.of("src/test/messages").toAbsolutePath();
  private static final Path README = Path.of("README.md");
  private static final boolean UPDATE = System.getProperty("stories.update") != null;
  private static final Pattern ENTRY =
      Pattern.compile("(?s)#### `(\\w+)`\\n\\n(.+?)\\n\\n```\\n(.+?)\\n```\\n");

  /** Kept, since the logger would forget its level with its last user. */
  private static final Logger LOGGER = Logger.getLogger("dev.lockstep");

  @BeforeAll
  static void silence() {
    LOGGER.setLevel(Level.WARNING);
  }

  @TestFactory
  Stream<DynamicTest> everyFixThatIsShownWorks(@TempDir Path temporary) throws IOException {
    String word = System.getProperty("stories", "");
    return stories().stream()
        .filter(file -> name(file).contains(word))
        .map(file -> DynamicTest.dynamicTest(
            name(file), file.toUri(), () -> check(file, temporary.resolve(name(file)))));
  }

  private static void check(Path file, Path folder) throws Exception {
    MessageStory story = MessageStory.read(file);
    if (UPDATE) {
      story.write(stable(MessageRun.messages(story, folder.resolve("first"))));
      story = MessageStory.read(file);
    }
    String said = stable(MessageRun.play(story, folder.resolve("play")));
    assertEquals(story.section("messages"), said, file.toUri().toString());
    assertTrue(!UPDATE, "written");
  }

  /** The line of our own code where a fault was noticed is no part of the story. */
  private static String stable(String messages) {
    return messages.replaceAll("(\\(dev\\.lockstep[\\w.]+):\\d+\\)", "$1:1)");
  }

  @Test
  void everyCodeHasAStory() throws IOException {
    Set<String> told = new TreeSet<>();
    for (Path file : stories()) {
      told.add(MessageStory.read(file).code());
    }
    assertEquals(lines(MessageCodes.all()), lines(told));
  }

  @Test
  void everyCodeHasAnEntryWhoseSampleIsThatOfAStory() throws IOException {
    String readme = Files.readString(README);
    Map<String, List<String>> samples = samples();
    List<MatchResult> entries = ENTRY.matcher(readme).results().toList();
    Map<String, String> shown = entries.stream()
        .collect(toMap(entry -> entry.group(1), entry -> entry.group(3), (a, b) -> a + "\n" + b));
    assertEquals(lines(MessageCodes.all()), lines(new TreeSet<>(shown.keySet())));
    assertEquals(entries.size(), shown.size(), "an entry is there twice");
    if (UPDATE) {
      Files.writeString(
          README,
          ENTRY
              .matcher(readme)
              .replaceAll(entry -> Matcher.quoteReplacement(
                  "#### `" + entry.group(1) + "`\n\n" + entry.group(2) + "\n\n```\n"
                      + sample(samples.get(entry.group(1)), entry.group(3)) + "\n```\n")));
    }
    shown.forEach((code, sample) ->
        assertTrue(samples.getOrDefault(code, List.of()).contains(sample), sample));
  }

  private static String sample(@Nullable List<String> known, String shown) {
    return known == null || known.contains(shown) ? shown : known.get(0);
  }

  /** The texts of each code's own stories. */
  private static Map<String, List<String>> samples() throws IOException {
    Map<String, List<String>> samples = new LinkedHashMap<>();
    for (Path file : stories()) {
      MessageStory story = MessageStory.read(file);
      story.messages().stream()
          .filter(message -> message.code().equals(story.code()))
          .forEach(message -> samples
              .computeIfAbsent(message.code(), code -> new ArrayList<>())
              .add(message.text()));
    }
    return samples;
  }

  /** The stories of changes show messages too; what they offer is applied here. */
  @Test
  void everyLabelOfAFixIsApplied() throws IOException {
    Set<String> applied = new TreeSet<>();
    Set<String> shown = new TreeSet<>();
    for (Path file : stories()) {
      MessageStory story = MessageStory.read(file);
      story
          .messages()
          .forEach(message ->
              (message.code().equals(story.code()) ? applied : shown).addAll(labels(message)));
    }
    for (Path file : files(Path.of("src/test/stories"))) {
      Story story = Story.read(file);
      Stream.of("messages", "refused", "messages after")
          .map(story::section)
          .flatMap(text -> MessageStory.messages(text).stream())
          .forEach(message -> shown.addAll(labels(message)));
    }
    shown.removeAll(applied);
    assertEquals("", lines(shown));
  }

  /** {@code TypeUnmapped: name one}. */
  private static Set<String> labels(Message message) {
    return message.kind().equals("note")
        ? Set.of()
        : message.fixes().stream()
            .map(fix -> message.code() + ": " + fix.replaceFirst(": .*", ""))
            .collect(toCollection(TreeSet::new));
  }

  private static List<Path> stories() throws IOException {
    return files(MESSAGES);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".story")).sorted().toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String lines(Set<String> words) {
    return String.join("\n", words);
  }
}
