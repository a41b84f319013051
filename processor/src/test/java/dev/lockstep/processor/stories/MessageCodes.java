package dev.lockstep.processor.stories;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The codes of all messages there are, as the sources of the processor tell. */
final class MessageCodes {
  private static final Path SOURCES = Path.of("src/main/java/dev/lockstep/processor");
  private static final Pattern WORDS = Pattern.compile("\"([A-Z][a-z]+(?:[A-Z][a-z]+)+)\"");

  /** Words in the sources that look like codes: names of classes, and the end of a code. */
  private static final Set<String> NO_CODES = Set.of(
      "CommentChanged",
      "ConnectionWork",
      "DoNotClaimAnnotations",
      "EnumType",
      "EnumValue",
      "ForeignKey",
      "MappedSuperclass",
      "MaterializedView",
      "NextRound",
      "NonNull",
      "NotNull",
      "NullMarked",
      "NullUnmarked",
      "ReferenceEquality",
      "SchemaEditor",
      "SchemaElements",
      "SqlObject");

  /** Codes of objects are put together of the kind and what happened to it, where that can be. */
  private static final Map<String, List<String>> OF_OBJECTS = Map.of(
      "Extension", List.of("Added", "Removed"),
      "Enum", List.of("Added", "Removed", "Renamed", "CommentChanged"),
      "Sequence", List.of("Added", "Removed", "Renamed", "Changed", "CommentChanged"),
      "View", List.of("Added", "Removed", "Renamed", "Changed", "CommentChanged"),
      "MaterializedView", List.of("Added", "Removed", "Renamed", "Changed", "CommentChanged"),
      "SqlObject", List.of("Added", "Removed", "Changed"));

  private MessageCodes() {}

  /** Sorted. */
  static Set<String> all() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        WORDS
            .matcher(Files.readString(file))
            .results()
            .map(match -> match.group(1))
            .forEach(codes::add);
      }
    }
    assertTrue(codes.containsAll(NO_CODES), "no longer in the sources: " + NO_CODES);
    codes.removeAll(NO_CODES);
    OF_OBJECTS.forEach((kind, ends) -> ends.forEach(end -> codes.add(kind + end)));
    return codes;
  }
}
