package dev.lockstep.processor;

import dev.lockstep.diff.Hazard;
import dev.lockstep.processor.Options.Check;
import dev.lockstep.processor.problem.NearestName;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.problem.Risk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Reads the options of one compile: processor options, and system properties where those are
 * absent, which spares users of Maven a change of their {@code pom.xml}.
 */
final class OptionsReader {
  static final String PREFIX = "lockstep.";
  private static final String MIGRATE = PREFIX + "migrate";
  private static final String AMEND = PREFIX + "amend";
  private static final String SQUASH = PREFIX + "squash";
  private static final String ACCEPT = PREFIX + "accept";
  private static final String EMPTY = PREFIX + "empty";
  private static final String CHECK = PREFIX + "check";
  private static final String ONLINE = PREFIX + "online";
  private static final String ROLLING = PREFIX + "rolling";
  private static final String SOURCES = PREFIX + "sources";

  /** Every key there is, sorted. */
  static final SortedSet<String> KEYS =
      new TreeSet<>(Set.of(MIGRATE, AMEND, SQUASH, ACCEPT, EMPTY, CHECK, ONLINE, ROLLING, SOURCES));

  private final Map<String, String> given = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private OptionsReader(Map<String, String> processorOptions, Map<String, String> properties) {
    properties.forEach(this::addProperty);
    processorOptions.forEach(this::addOption);
  }

  /**
   * The options, and what is wrong with them; options with a problem have their defaults.
   *
   * @param processorOptions as in {@code ProcessingEnvironment.getOptions()}, where a key without a
   *     value has null
   * @param properties the system properties
   */
  static Read read(Map<String, String> processorOptions, Map<String, String> properties) {
    return new OptionsReader(processorOptions, properties).read();
  }

  static Read read(ProcessingEnvironment environment) {
    Map<String, String> properties = new TreeMap<>();
    System.getProperties().stringPropertyNames().stream()
        .filter(key -> key.startsWith(PREFIX))
        .forEach(key -> properties.put(key, System.getProperty(key, "")));
    return read(environment.getOptions(), properties);
  }

  /** What came of reading. */
  record Read(Options options, List<Problem> problems) {
    Read {
      problems = List.copyOf(problems);
    }
  }

  private void addOption(String key, @Nullable String value) {
    if (KEYS.contains(key)) {
      given.put(key, value == null ? "" : value);
    } else if (key.startsWith(PREFIX)) {
      problems.add(unknown(key, nearest(key)));
    }
  }

  /** Other programs may have properties that begin alike: only what looks mistyped is refused. */
  private void addProperty(String key, String value) {
    if (KEYS.contains(key)) {
      given.put(key, value);
    } else if (key.startsWith(PREFIX)) {
      nearest(key).ifPresent(meant -> problems.add(unknown(key, Optional.of(meant))));
    }
  }

  private static Optional<String> nearest(String key) {
    List<String> names =
        KEYS.stream().map(each -> each.substring(PREFIX.length())).toList();
    return NearestName.of(key.substring(PREFIX.length()), names).map(PREFIX::concat);
  }

  private static Problem unknown(String key, Optional<String> nearest) {
    String meant = nearest.map(name -> "; did you mean " + name + "?").orElse("");
    return invalid("there is no option " + key + meant, "options: " + String.join(", ", KEYS));
  }

  private Read read() {
    Options options = new Options(
        description(),
        given.containsKey(AMEND),
        squash(),
        risks(),
        flag(EMPTY, false),
        word(CHECK, Check.ERROR),
        flag(ONLINE, true),
        flag(ROLLING, false),
        nonEmpty(SOURCES, "-Dlockstep.sources=src/main/java"));
    if (options.empty() && !options.generates() && problems.isEmpty()) {
      problem(
          EMPTY + " needs a description",
          "write: -Dlockstep.empty=true -Dlockstep.migrate=\"Fill the new column\"");
    }
    if (options.rolling() && !options.online()) {
      problem(
          ROLLING + " and " + ONLINE + "=false contradict each other",
          "write: -D" + ROLLING + "=true or -D" + ONLINE + "=false");
    }
    return new Read(options, problems);
  }

  /** Kept verbatim. */
  private @Nullable String description() {
    if (given.containsKey(AMEND) && given.containsKey(MIGRATE)) {
      problem(
          AMEND + " and " + MIGRATE + " are both given",
          "the newest migration anew: -D" + AMEND + "=\"Add address to User\"",
          "one more: -D" + MIGRATE + "=\"Add address to User\"");
    }
    String key = given.containsKey(AMEND) ? AMEND : MIGRATE;
    return nonEmpty(key, "-D" + key + "=\"Add address to User\"");
  }

  private @Nullable String squash() {
    if (given.containsKey(SQUASH) && (given.containsKey(AMEND) || given.containsKey(MIGRATE))) {
      problem(
          SQUASH + " and another migration are both asked for",
          "the one: -D" + SQUASH + "=M0042",
          "then the other: -D" + MIGRATE + "=\"Add address to User\"");
    }
    return nonEmpty(SQUASH, "-D" + SQUASH + "=M0042");
  }

  private @Nullable String nonEmpty(String key, String example) {
    String value = given.get(key);
    if (value != null && value.isBlank()) {
      problem(key + " is empty", "write: " + example);
      return null;
    }
    return value;
  }

  private Set<Risk> risks() {
    Set<Risk> risks = new HashSet<>();
    for (String word : given.getOrDefault(ACCEPT, "").split(",", -1)) {
      if (!word.isBlank()) {
        risk(word.strip())
            .ifPresentOrElse(
                risks::add,
                () -> problem(
                    ACCEPT + " names \"" + word.strip() + "\", which is no hazard",
                    "write: " + words(Hazard.values(), Hazard::word)
                        + ", or one thing: data-loss:user.fax"));
      }
    }
    return Set.copyOf(risks);
  }

  /** {@code data-loss}, or {@code data-loss:user.fax}. */
  private static Optional<Risk> risk(String text) {
    int colon = text.indexOf(':');
    String word = colon < 0 ? text : text.substring(0, colon);
    String thing = colon < 0 ? "" : text.substring(colon + 1).strip();
    return colon >= 0 && thing.isEmpty()
        ? Optional.empty()
        : Hazard.ofWord(word.strip().toLowerCase(Locale.ROOT))
            .map(hazard -> new Risk(hazard, thing));
  }

  private boolean flag(String key, boolean usual) {
    String value = given.getOrDefault(key, String.valueOf(usual)).strip();
    if (!value.equals("true") && !value.equals("false")) {
      problem(key + " is \"" + value + "\"", "write: " + key + "=true or " + key + "=false");
      return usual;
    }
    return value.equals("true");
  }

  private Check word(String key, Check usual) {
    String value = given.getOrDefault(key, word(usual)).strip();
    return Arrays.stream(Check.values())
        .filter(constant -> word(constant).equals(value))
        .findFirst()
        .orElseGet(() -> {
          problem(
              key + " is \"" + value + "\"",
              "write: " + words(Check.values(), OptionsReader::word));
          return usual;
        });
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <T> String words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).map(word).collect(Collectors.joining(" or "));
  }

  private void problem(String message, String... fixes) {
    problems.add(invalid(message, fixes));
  }

  private static Problem invalid(String message, String... fixes) {
    return Problem.error("OptionInvalid", new Place.Nowhere(), message, fixes);
  }
}
