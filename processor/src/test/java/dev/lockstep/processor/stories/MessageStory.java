package dev.lockstep.processor.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that makes the compiler say one message, then applies each fix that the message shows.
 *
 * @param file named by the code, as in {@code TypeUnmapped.story} or
 *     {@code TypeUnmapped-char.story}
 * @param title what is done wrong, in a line
 * @param sections by name; those of fixes are named {@code fix} and the line of the message
 */
record MessageStory(Path file, String title, Map<String, String> sections) {
  private static final Set<String> NAMES = Set.of(
      "before",
      "second",
      "squash",
      "uncommitted",
      "theirs",
      "ours",
      "described",
      "merged",
      "after",
      "options",
      "setting",
      "messages");
  private static final Pattern HEADER = Pattern.compile("== (.+) ==");
  private static final Pattern CODE = Pattern.compile("\\[lockstep:(\\w+)\\]");

  /**
   * A message as the compiler prints it.
   *
   * @param text without place; fixes indented by four
   * @param fixes its other lines, stripped
   */
  record Message(String code, String kind, String text, List<String> fixes) {}

  static MessageStory read(Path file) throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    String name = "title";
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      Matcher header = HEADER.matcher(line);
      if (header.matches()) {
        put(file, sections, name, text.toString());
        name = header.group(1);
        text.setLength(0);
      } else {
        text.append(line).append('\n');
      }
    }
    put(file, sections, name, text.toString());
    String title = sections.remove("title");
    return new MessageStory(file, String.valueOf(title), sections);
  }

  private static void put(Path file, Map<String, String> sections, String name, String text) {
    if (!NAMES.contains(name) && !name.startsWith("fix ") && !name.equals("title")) {
      throw new IllegalArgumentException(file + ": no section is named \"" + name + "\"");
    }
    if (sections.put(name, text.replaceFirst("^\n+", "").stripTrailing()) != null) {
      throw new IllegalArgumentException(file + ": section \"" + name + "\" is there twice");
    }
  }

  /** The code that it is about. */
  String code() {
    return String.valueOf(file.getFileName()).replaceFirst("(-.*)?\\.story$", "");
  }

  boolean has(String section) {
    return sections.containsKey(section);
  }

  /** Empty if there is none. */
  String section(String name) {
    return sections.getOrDefault(name, "");
  }

  List<Message> messages() {
    return messages(section("messages"));
  }

  /** Those of a text as {@link Project.Result#messages} is; what is not ours has an empty code. */
  static List<Message> messages(String text) {
    List<List<String>> blocks = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!line.startsWith("    ") || blocks.isEmpty()) {
        blocks.add(new ArrayList<>());
      }
      blocks.get(blocks.size() - 1).add(line);
    }
    return blocks.stream().map(MessageStory::message).toList();
  }

  private static Message message(List<String> lines) {
    String first = lines.get(0);
    Matcher code = CODE.matcher(first);
    boolean ours = code.find();
    List<String> fixes = lines.stream().skip(1).map(String::strip).toList();
    String sample = String.join(
        "\n",
        Stream.concat(
                Stream.of(ours ? first.substring(code.start()) : first),
                fixes.stream().map(fix -> "    " + fix))
            .toList());
    String kind = first.replaceFirst("^\\S+:\\d+: ", "").replaceFirst(": .*", "");
    return new Message(ours ? code.group(1) : "", kind, sample, fixes);
  }

  /** With these messages. */
  void write(String messages) throws IOException {
    Map<String, String> changed = new LinkedHashMap<>();
    sections.forEach((name, text) -> {
      if (name.startsWith("fix ")) {
        changed.putIfAbsent("messages", messages);
      }
      changed.put(name, text);
    });
    changed.put("messages", messages);
    StringBuilder text = new StringBuilder(title);
    changed.forEach((name, section) ->
        text.append("\n\n== " + name + " ==").append(section.isEmpty() ? "" : "\n" + section));
    Files.writeString(file, text.append('\n').toString());
  }
}
