package dev.lockstep.processor.stories;

import dev.lockstep.processor.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a section of a {@link MessageStory} does to the sources: edits of a line each, then whole
 * files.
 *
 * <pre>
 * User.java: String name; =&gt; @Column(length = 80) String name;
 * options: lockstep.accept=dataloss =&gt; lockstep.accept=data-loss
 * -- Order.java
 * &#64;Table class Order { @Id long id; }
 * </pre>
 *
 * <p>The text before the arrow must be there once; {@code options} are those of the compile, and no
 * text before the arrow adds one; {@code git: => checkout ...} runs git.
 */
record Edits(List<Replacement> replacements, Map<String, Optional<String>> files) {
  private static final Pattern REPLACEMENT = Pattern.compile("(\\S+): (.*?) ?=> ?(.*)");

  /** A text of a file, and what takes its place; {@code \n} stands for a new line. */
  record Replacement(String file, String from, String to) {}

  static Edits in(String section) {
    List<Replacement> replacements = new ArrayList<>();
    List<String> lines = section.lines().toList();
    int at = 0;
    for (; at < lines.size() && !lines.get(at).startsWith("-- "); at++) {
      Matcher line = REPLACEMENT.matcher(lines.get(at));
      if (line.matches()) {
        replacements.add(
            new Replacement(line.group(1), lineFeeds(line.group(2)), lineFeeds(line.group(3))));
      } else if (!lines.get(at).isBlank()) {
        throw new IllegalArgumentException("no edit: " + lines.get(at));
      }
    }
    return new Edits(
        replacements, SourceFiles.in(String.join("\n", lines.subList(at, lines.size()))));
  }

  private static String lineFeeds(String text) {
    return text.replace("\\n", "\n");
  }

  /**
   * Does them to the sources.
   *
   * @param options {@code key=value} each; changed in place
   */
  void apply(Project project, List<String> options) throws IOException, InterruptedException {
    project.write(files);
    for (Replacement each : replacements) {
      switch (each.file()) {
        case "options" -> change(options, each, project.sources());
        case "git" -> new GitRepository(project.sources()).run(each.to().split(" ", -1));
        default -> change(project.sources().resolve("shop").resolve(each.file()), each);
      }
    }
  }

  private static void change(List<String> options, Replacement edit, Path sources) {
    if (!edit.from().isEmpty() && !options.remove(edit.from())) {
      throw new AssertionError("no option " + edit.from() + " among " + options);
    }
    if (!edit.to().isEmpty()) {
      options.add(edit.to().replace("{sources}", sources.toString()));
    }
  }

  private static void change(Path file, Replacement edit) throws IOException {
    String text = Files.readString(file);
    int at = text.indexOf(edit.from());
    if (at < 0 || text.indexOf(edit.from(), at + 1) >= 0) {
      throw new AssertionError(
          "\"" + edit.from() + "\" is not once in " + file.getFileName() + ":\n" + text);
    }
    Files.writeString(file, text.replace(edit.from(), edit.to()));
  }
}
