package dev.lockstep.walkthrough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The walk-through of the README at the top, in its order: files to write or to be found, commands
 * to type.
 *
 * <pre>
 * ```java
 * // src/main/java/com/example/shop/User.java       a listing; in XML the comment is an XML one
 * ...
 * ```
 * ```console
 * $ mvn -q compile                                  a command, what it prints below it
 * ...                                               any number of lines that are not shown
 * ```
 * </pre>
 */
final class Readme {
  private static final Pattern BLOCK =
      Pattern.compile("^```(java|xml|console)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern FILE_NAME =
      Pattern.compile("^(?://|<!--) (\\S+/\\S+\\.\\w+|pom\\.xml)(?: -->)?\\n");

  private final List<Part> parts;

  private Readme(List<Part> parts) {
    this.parts = parts;
  }

  /** A step of the walk-through. */
  sealed interface Part {}

  /** The whole text of a file, by its path in the project. */
  record Listing(String path, String text) implements Part {}

  /** A command and what it prints; a line {@code ...} stands for any number of lines. */
  record Command(String text, List<String> output) implements Part {}

  /** The README beside the modules; tests run in the folder of theirs. What sets up comes first. */
  static Readme read() throws IOException {
    String text = Files.readString(Path.of("..", "README.md"));
    List<Part> parts = new ArrayList<>(parts(section(text, "Set up")));
    parts.addAll(parts(section(text, "Walk-through")));
    return new Readme(List.copyOf(parts));
  }

  private static String section(String text, String title) {
    int begin = text.indexOf("\n## " + title + "\n");
    if (begin < 0) {
      throw new IllegalStateException("README.md has no section \"" + title + "\"");
    }
    int end = text.indexOf("\n## ", begin + 1);
    return text.substring(begin, end < 0 ? text.length() : end);
  }

  private static List<Part> parts(String section) {
    List<Part> parts = new ArrayList<>();
    Matcher block = BLOCK.matcher(section);
    while (block.find()) {
      if (block.group(1).equals("console")) {
        parts.addAll(commands(block.group(2)));
      } else {
        parts.add(listing(block.group(2)));
      }
    }
    return parts;
  }

  List<Part> parts() {
    return parts;
  }

  /** The listings of that file, in order; at least one. */
  List<String> listings(String path) {
    List<String> texts = parts.stream()
        .filter(part -> part instanceof Listing)
        .map(part -> (Listing) part)
        .filter(listing -> listing.path().endsWith(path))
        .map(Listing::text)
        .toList();
    if (texts.isEmpty()) {
      throw new IllegalStateException("README.md does not show " + path);
    }
    return texts;
  }

  private static Listing listing(String block) {
    Matcher name = FILE_NAME.matcher(block);
    if (!name.lookingAt()) {
      throw new IllegalStateException("no file name in the first line of\n" + block);
    }
    return new Listing(name.group(1), block.substring(name.end()));
  }

  private static List<Command> commands(String block) {
    List<Command> commands = new ArrayList<>();
    for (String session : block.split("(?m)^\\$ ")) {
      if (!session.isEmpty()) {
        List<String> lines = session.lines().toList();
        commands.add(new Command(lines.get(0), lines.subList(1, lines.size())));
      }
    }
    return commands;
  }
}
