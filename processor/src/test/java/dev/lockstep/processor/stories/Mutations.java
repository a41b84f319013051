package dev.lockstep.processor.stories;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils the files of a project: model, migrations and snapshot, in the ways that people do. */
final class Mutations {
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
  private static final Pattern NUMBER = Pattern.compile("\\b\\d+\\b");
  private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w*\\b");
  private static final Pattern ANNOTATION = Pattern.compile("@\\w+(?:\\([^()\\n]*\\))?");
  private static final Pattern FIELD = Pattern.compile("(?<=[;{])[^;{}]*\\w;");
  private static final Pattern END = Pattern.compile("(?<=\\w);");
  private static final Pattern NAME = Pattern.compile("(?<=\\w) \\w+;");
  private static final Pattern TYPE = Pattern.compile(
      "\\b(?:long|int|short|boolean|String|Long|Integer|BigDecimal|UUID|Instant|LocalDate)\\b");
  private static final List<String> TYPES = List.of(
      "long",
      "int",
      "short",
      "String",
      "Long",
      "Integer",
      "java.math.BigDecimal",
      "byte[]",
      "java.util.UUID",
      "java.time.Instant",
      "int[][]",
      "java.util.List<String>",
      "Object",
      "char",
      "java.util.Map<String, ? extends Number>",
      "void",
      "java.util.List",
      "Thread.State",
      "var");
  private static final List<String> TEXTS = List.of(
      "\"\"",
      "\" \"",
      "\"'\"",
      "\"''\"",
      "\"a'; DROP TABLE x; --\"",
      "\"(\"",
      "\"a b\"",
      "\"\\\"\"",
      "\"\\0\"",
      "\"\\ud800\"",
      "\"\u00e9\u8868\"",
      "\"null\"",
      "\"NULL\"",
      "\"1\"",
      "\"-- x\"",
      "\"/* x\"",
      "\"$$\"",
      "\"E'\\\\'\"",
      "\"*\"",
      "\"id\"",
      "\"user\"",
      "\"a.b.c\"",
      "\"pg_x\"",
      "\"now()\"",
      "\"(a\"",
      "\"a DESC NULLS\"",
      "\"" + "x".repeat(70) + "\"",
      "\"\\n\"",
      "\"{}\"",
      "\"lower(name)\"",
      "\"\\u0001\"",
      "\"%s\"",
      "\"$L\"",
      "\"[]\"",
      "\"int4[\"",
      "\"\\\\\"");
  private static final List<String> NUMBERS =
      List.of("0", "1", "2", "-1", "63", "1000", "2147483647", "-2147483648", "99999999999", "007");
  private static final List<String> MARKERS =
      List.of("<<<<<<< HEAD\n", "=======\n", ">>>>>>> b\n", "||||||| base\n", "{", "}", "[", ",");

  private final Random random;
  private final List<String> annotations;
  private final List<String> words;

  /** Takes what it puts into files from the texts, too. */
  Mutations(Random random, List<String> texts) {
    this.random = random;
    this.annotations = all(ANNOTATION, texts);
    this.words = all(WORD, texts);
  }

  private static List<String> all(Pattern pattern, List<String> texts) {
    return texts.stream()
        .flatMap(text -> pattern.matcher(text).results())
        .map(MatchResult::group)
        .distinct()
        .sorted()
        .toList();
  }

  /** Changes one of the files by path; those of other projects may come in by their paths. */
  void mutate(Map<String, String> files, Map<String, String> others) {
    String file = some(files);
    switch (random.nextInt(30)) {
      case 0 -> files.remove(file);
      case 1 -> {
        String other = pick(List.copyOf(others.keySet()));
        files.put(other, others.get(other));
      }
      case 2 -> files.put(pick(words) + file.substring(file.lastIndexOf('/') + 1), files.get(file));
      default ->
        files.put(
            file, file.endsWith(".json") ? ofSnapshot(files.get(file)) : ofSource(files.get(file)));
    }
  }

  /** Mostly the model: what it says is what there is most of to go wrong. */
  private String some(Map<String, String> files) {
    String file = pick(List.copyOf(files.keySet()));
    for (int i = 0; i < 3 && (file.contains("/migrations/") || file.endsWith("-info.java")); i++) {
      file = pick(List.copyOf(files.keySet()));
    }
    return file;
  }

  private String ofSource(String text) {
    return switch (random.nextInt(16)) {
      case 0 -> replaceOne(ANNOTATION, text, "");
      case 1, 2 -> replaceOne(ANNOTATION, text, pick(annotations));
      case 3, 4 -> replaceOne(TYPE, text, pick(annotations) + " " + pick(TYPES));
      case 5, 6 -> replaceOne(TYPE, text, pick(TYPES));
      case 7, 8 -> replaceOne(FIELD, text, ";");
      case 9, 10 -> replaceOne(END, text, "; " + pick(TYPES) + " " + pick(words) + ";");
      case 11 -> replaceOne(NAME, text, " " + pick(words) + ";");
      case 12, 13 -> replaceOne(TEXT, text, pick(TEXTS));
      default -> ofAny(text);
    };
  }

  private String ofSnapshot(String text) {
    return random.nextInt(3) == 0 ? replaceOne(WORD, text, pick(words)) : ofAny(text);
  }

  private String ofAny(String text) {
    return switch (random.nextInt(11)) {
      case 0, 1, 2 -> replaceOne(TEXT, text, pick(TEXTS));
      case 3 -> replaceOne(TEXT, text, "\"" + pick(words) + "\"");
      case 4 -> replaceOne(NUMBER, text, pick(NUMBERS));
      case 5, 6, 7 -> ofLines(text);
      case 8 -> text.replace("\n", "\r\n");
      case 9 -> text.substring(0, random.nextInt(text.length() + 1));
      default -> {
        int at = random.nextInt(text.length() + 1);
        yield text.substring(0, at) + pick(MARKERS) + text.substring(at);
      }
    };
  }

  private String ofLines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int line = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
      case 2 -> lines.add(line, pick(MARKERS).strip());
      default -> Collections.swap(lines, line, random.nextInt(lines.size()));
    }
    return String.join("\n", lines);
  }

  private String replaceOne(Pattern pattern, String text, String by) {
    List<MatchResult> found = pattern.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult one = pick(found);
    return text.substring(0, one.start()) + by + text.substring(one.end());
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
