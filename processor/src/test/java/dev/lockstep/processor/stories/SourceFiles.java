package dev.lockstep.processor.stories;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java files of a section, each after a line {@code -- User.java}, or {@code -- User.java is
 * deleted}.
 *
 * <p>All are in package {@code shop}. A file that does not begin with a package or an import of its
 * own gets both, on its first line so that the lines of messages are those of the story.
 */
final class SourceFiles {
  private static final Pattern HEADER = Pattern.compile("-- (\\S+)( is deleted)?");
  private static final String PREAMBLE =
      "package shop; import dev.lockstep.annotations.*; import java.math.*; import java.time.*;"
          + " import java.util.*; ";

  private SourceFiles() {}

  /** By name, relative to the folder of the package; empty for a file to delete. */
  static Map<String, Optional<String>> in(String section) {
    Map<String, Optional<String>> files = new LinkedHashMap<>();
    String name = "";
    for (String line : section.split("\n", -1)) {
      Matcher header = HEADER.matcher(line);
      if (header.matches()) {
        name = header.group(1);
        files.put(name, header.group(2) == null ? Optional.of("") : Optional.empty());
      } else if (files.getOrDefault(name, Optional.empty()).isPresent()) {
        files.put(name, files.get(name).map(text -> text + line + "\n"));
      } else if (!line.isBlank()) {
        throw new IllegalArgumentException("belongs to no file: " + line);
      }
    }
    files.replaceAll((file, text) -> text.map(content -> complete(file, content)));
    return files;
  }

  private static String complete(String file, String text) {
    if (!file.endsWith(".java") || file.endsWith("package-info.java")) {
      return text;
    }
    boolean complete =
        text.lines().anyMatch(line -> line.startsWith("package ") || line.startsWith("import "));
    return complete ? text : PREAMBLE + text;
  }
}
