package dev.lockstep.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The list of scenarios, their tests and the table in {@code FAULTS.md} are one. With
 * {@code -Dfaults.update} the table is written anew, and the test still fails.
 */
class SuiteTest {
  private static final Path PAGE = Path.of("FAULTS.md");
  private static final boolean UPDATE = System.getProperty("faults.update") != null;

  @Test
  void everyScenarioHasItsTests() throws Exception {
    Map<Scenario, SortedSet<String>> tests = tests();

    assertEquals(Scenario.LAST_OF_THE_LIST, Scenario.USER_CODE.number());
    assertEquals(
        List.of(),
        Arrays.stream(Scenario.values())
            .filter(each -> !tests.containsKey(each))
            .toList(),
        "without a test");
  }

  @Test
  void thePageSaysWhatTheTestsSay() throws Exception {
    Map<Scenario, SortedSet<String>> tests = tests();
    List<String> expected = Arrays.stream(Scenario.values())
        .map(each -> row(each, tests.getOrDefault(each, new TreeSet<>())))
        .toList();
    List<String> page = Files.readAllLines(PAGE);
    List<String> actual = page.stream().filter(SuiteTest::isRow).toList();
    if (UPDATE && !actual.equals(expected)) {
      List<String> written =
          page.stream().filter(line -> !isRow(line)).collect(Collectors.toList());
      written.addAll(written.indexOf("|---|---|---|---|---|") + 1, expected);
      Files.write(PAGE, written);
    }

    assertEquals(without(expected, actual), without(actual, expected), "with -Dfaults.update");
    assertEquals(expected.size(), actual.size());
  }

  private static String without(List<String> rows, List<String> others) {
    return rows.stream().filter(row -> !others.contains(row)).collect(Collectors.joining("\n"));
  }

  private static boolean isRow(String line) {
    return line.matches("\\| \\d+ \\|.*");
  }

  private static String row(Scenario scenario, SortedSet<String> tests) {
    return "| " + scenario.number() + " | " + scenario.fault() + " | " + scenario.injection()
        + " | " + scenario.outcome() + " | " + String.join(", ", tests) + " |";
  }

  private static Map<Scenario, SortedSet<String>> tests() throws Exception {
    Map<Scenario, SortedSet<String>> tests = new EnumMap<>(Scenario.class);
    for (Class<?> each : testClasses()) {
      add(tests, each, each.getSimpleName(), each.isAnnotationPresent(InFull.class));
      for (Method method : each.getDeclaredMethods()) {
        boolean full = Stream.of(each, method).anyMatch(of -> of.isAnnotationPresent(InFull.class));
        add(tests, method, each.getSimpleName() + "." + method.getName(), full);
      }
    }
    return tests;
  }

  private static void add(
      Map<Scenario, SortedSet<String>> tests, AnnotatedElement of, String name, boolean full) {
    Optional.ofNullable(of.getAnnotation(Fault.class))
        .ifPresent(fault -> Arrays.stream(fault.value())
            .forEach(scenario -> tests
                .computeIfAbsent(scenario, none -> new TreeSet<>())
                .add("`" + name + "`" + (full ? " (full)" : ""))));
  }

  private static List<Class<?>> testClasses()
      throws IOException, URISyntaxException, ClassNotFoundException {
    Path root = Path.of(
        SuiteTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> names;
    try (Stream<Path> files = Files.walk(root)) {
      names = files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith("Test.class"))
          .map(file -> file.replaceFirst("\\.class$", "").replaceAll("[/\\\\]", "."))
          .sorted()
          .toList();
    }
    List<Class<?>> classes = new ArrayList<>();
    for (String name : names) {
      classes.add(Class.forName(name, false, SuiteTest.class.getClassLoader()));
    }
    return classes;
  }
}
