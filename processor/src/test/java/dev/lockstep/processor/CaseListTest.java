package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** README lists each case of a change once, with the test that shows it or why none can. */
class CaseListTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");
  private static final Pattern STORY = Pattern.compile("`([\\w-]+\\.story)`");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private record Row(List<Integer> numbers, String answer) {}

  private static List<Row> rows() throws IOException {
    return Files.readString(Path.of("README.md"))
        .replaceFirst("(?s).*\n## Cases\n", "")
        .replaceFirst("(?s)\n## .*", "")
        .lines()
        .filter(line -> line.matches("\\| \\d.*"))
        .map(line -> line.split("\\|"))
        .map(cells -> new Row(numbers(cells[1]), cells[2]))
        .toList();
  }

  private static List<Integer> numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(found -> Integer.valueOf(found.group()))
        .toList();
  }

  /** Every fourth number was never given to a case. */
  @Test
  void holdsEachCaseOnce() throws IOException {
    assertEquals(
        IntStream.rangeClosed(1, 363).filter(number -> number % 4 != 0).boxed().toList(),
        rows().stream().flatMap(row -> row.numbers().stream()).sorted().toList());
  }

  @Test
  void givesEachCaseATestOrAReason() throws IOException {
    for (Row row : rows()) {
      assertTrue(
          TEST.matcher(row.answer()).find()
              || STORY.matcher(row.answer()).find()
              || row.answer().matches(" (cannot apply|not yet): .+"),
          row::toString);
    }
  }

  @Test
  void namesTestsThatAreThere() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Row row : rows()) {
      for (MatchResult test : TEST.matcher(row.answer()).results().toList()) {
        String source = source(test.group(1));
        if (test.group(2) == null) {
          row.numbers().stream()
              .filter(number -> !isNamed(number, source))
              .forEach(number -> missing.add(test.group(1) + " of " + number));
        } else if (!source.contains(" void " + test.group(2) + "(")) {
          missing.add(test.group());
        }
      }
      STORY
          .matcher(row.answer())
          .results()
          .map(story -> story.group(1))
          .filter(story -> !Files.exists(Path.of("src/test/stories", story)))
          .forEach(missing::add);
    }
    assertEquals(List.of(), missing);
  }

  /** Whether a test method has the number in its name: {@code case11And13MoveATable}. */
  private static boolean isNamed(int number, String source) {
    return Pattern.compile(" void case(\\d+And)*" + number + "\\D")
        .matcher(source)
        .find();
  }

  /** Of the one test class of that name; nothing if there is none. */
  private static String source(String name) throws IOException {
    for (Path root : List.of(Path.of("src/test/java"), Path.of("../runtime/src/test/java"))) {
      try (Stream<Path> files = Files.walk(root)) {
        Path file =
            files.filter(each -> each.endsWith(name + ".java")).findFirst().orElse(null);
        if (file != null) {
          return Files.readString(file);
        }
      }
    }
    return "";
  }
}
