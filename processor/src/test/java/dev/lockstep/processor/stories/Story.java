package dev.lockstep.processor.stories;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that tells one change of a model: what a person wants, then sections.
 *
 * <pre>
 * Add a column
 *
 * A column that may be NULL is added at once, whatever the table holds.
 *
 * == before ==
 * -- User.java
 * &#64;Table class User { @Id long id; }
 * </pre>
 *
 * @param text title and prose
 * @param sections by name, in the order of the file; without empty lines around them
 */
record Story(Path file, String text, Map<String, String> sections) {
  /** What a person writes. */
  static final List<String> GIVEN =
      List.of("earlier", "before", "after", "options", "server", "rows", "application");

  /** What the runner compares, and writes when it is asked to. */
  static final List<String> EXPECTED = List.of(
      "messages",
      "refused",
      "report",
      "migration",
      "sql up",
      "sql down",
      "contract migration",
      "contract sql up",
      "contract sql down",
      "snapshot",
      "messages after",
      "nothing to do",
      "rows after",
      "rows back");

  private static final Pattern HEADER = Pattern.compile("== (.+) ==");

  static Story read(Path file) throws IOException {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    List<String> part = parts.computeIfAbsent("", name -> new ArrayList<>());
    for (String line : Files.readAllLines(file)) {
      Matcher header = HEADER.matcher(line);
      if (header.matches()) {
        part = begin(file, parts, header.group(1));
      } else {
        part.add(line);
      }
    }
    Map<String, String> sections = new LinkedHashMap<>();
    parts.forEach((name, lines) -> sections.put(name, stripped(lines)));
    return new Story(file, sections.remove(""), sections);
  }

  private static List<String> begin(Path file, Map<String, List<String>> parts, String name) {
    if (!GIVEN.contains(name) && !EXPECTED.contains(name)) {
      throw new IllegalArgumentException(file + ": no section is named \"" + name + "\"");
    }
    List<String> part = new ArrayList<>();
    if (parts.put(name, part) != null) {
      throw new IllegalArgumentException(file + ": section \"" + name + "\" is there twice");
    }
    return part;
  }

  private static String stripped(List<String> lines) {
    return String.join("\n", lines).replaceFirst("^\n+", "").stripTrailing();
  }

  String title() {
    return text.lines().findFirst().orElse("");
  }

  boolean has(String section) {
    return sections.containsKey(section);
  }

  /** Empty if there is none. */
  String section(String name) {
    return sections.getOrDefault(name, "");
  }

  /** The options as {@code key=value}, the title as the description where none is given. */
  Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("lockstep.migrate", title());
    section("options")
        .lines()
        .map(line -> line.split("=", 2))
        .forEach(pair -> options.put(pair[0], pair[1]));
    return options;
  }

  /** This story with other expectations: those that are not named go. */
  Story expecting(Map<String, String> expectations) {
    Map<String, String> changed = new LinkedHashMap<>();
    GIVEN.stream().filter(this::has).forEach(name -> changed.put(name, section(name)));
    EXPECTED.stream()
        .filter(expectations::containsKey)
        .forEach(name -> changed.put(name, expectations.get(name)));
    return new Story(file, text, changed);
  }

  void write() throws IOException {
    Stream<String> parts =
        sections.entrySet().stream().map(each -> "== " + each.getKey() + " ==\n" + each.getValue());
    Files.writeString(
        file, Stream.concat(Stream.of(text), parts).collect(joining("\n\n", "", "\n")));
  }
}
