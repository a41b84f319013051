package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.oneLine;
import static dev.lockstep.processor.problem.Wording.quoted;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The storage parameters that PostgreSQL 14 to 18 knows, and their values (PostgreSQL manual,
 * CREATE TABLE and CREATE INDEX).
 *
 * @param values by name in lower case, those of a TOAST table with {@code toast.} before it
 */
record StorageParameters(Map<String, Values> values) {
  private static final String VACUUM = """
      autovacuum_enabled bool
      autovacuum_vacuum_threshold 0 2147483647
      autovacuum_vacuum_max_threshold -1 2147483647
      autovacuum_vacuum_scale_factor 0 100
      autovacuum_vacuum_insert_threshold -1 2147483647
      autovacuum_vacuum_insert_scale_factor 0 100
      autovacuum_vacuum_cost_delay 0 100
      autovacuum_vacuum_cost_limit 1 10000
      autovacuum_freeze_min_age 0 1000000000
      autovacuum_freeze_max_age 100000 2000000000
      autovacuum_freeze_table_age 0 2000000000
      autovacuum_multixact_freeze_min_age 0 1000000000
      autovacuum_multixact_freeze_max_age 10000 2000000000
      autovacuum_multixact_freeze_table_age 0 2000000000
      log_autovacuum_min_duration -1 2147483647
      vacuum_index_cleanup auto
      vacuum_max_eager_freeze_failure_rate 0 1
      vacuum_truncate bool
      """;

  private static final String ROWS = """
      fillfactor 10 100
      toast_tuple_target 128 8160
      parallel_workers 0 1024
      user_catalog_table bool
      autovacuum_analyze_threshold 0 2147483647
      autovacuum_analyze_scale_factor 0 100
      """;

  /** Of tables and materialized views. */
  static final StorageParameters OF_TABLES =
      new StorageParameters(read(ROWS + VACUUM + VACUUM.replaceAll("(?m)^", "toast.")));

  private static final Map<String, StorageParameters> OF_INDEXES = Map.of(
      "btree", new StorageParameters(read("fillfactor 10 100\ndeduplicate_items bool")),
      "hash", new StorageParameters(read("fillfactor 10 100")),
      "gist", new StorageParameters(read("fillfactor 10 100\nbuffering auto")),
      "spgist", new StorageParameters(read("fillfactor 10 100")),
      "gin", new StorageParameters(read("fastupdate bool\ngin_pending_list_limit 64 2147483647")),
      "brin", new StorageParameters(read("pages_per_range 1 131072\nautosummarize bool")));

  /** PostgreSQL takes the beginning of each as well, where that is of one alone. */
  private static final Set<String> TRUTHS =
      Set.of("true", "false", "yes", "no", "on", "off", "1", "0");

  /**
   * What one parameter may be: a number, or a word where that has no bounds.
   *
   * @param auto whether it may be {@code auto}
   */
  record Values(Optional<BigDecimal> least, Optional<BigDecimal> most, boolean auto) {
    private static Values of(String[] words) {
      boolean number = words.length > 2;
      return new Values(
          number ? Optional.of(new BigDecimal(words[1])) : Optional.empty(),
          number ? Optional.of(new BigDecimal(words[2])) : Optional.empty(),
          words[1].equals("auto"));
    }

    boolean hold(String value) {
      if (least.isEmpty()) {
        return (auto && value.equals("auto"))
            || (value.length() > 0 && TRUTHS.stream().anyMatch(word -> word.startsWith(value)));
      }
      return value.matches("[+-]?[0-9]{1,12}(\\.[0-9]+)?")
          && least.get().compareTo(new BigDecimal(value)) <= 0
          && most.orElseThrow().compareTo(new BigDecimal(value)) >= 0;
    }

    /** A good value, near to that one. */
    String near(String value) {
      if (least.isEmpty()) {
        return auto ? "auto" : "true";
      }
      boolean low = value.startsWith("-")
          || (value.matches("[0-9]{1,12}(\\.[0-9]+)?")
              && new BigDecimal(value).compareTo(least.get()) < 0);
      return String.valueOf(low ? least.get() : most.orElseThrow());
    }

    @Override
    public String toString() {
      return least.isPresent()
          ? least.get().stripTrailingZeros().toPlainString() + " to " + most.orElseThrow()
          : auto ? "auto, on and off" : "true and false";
    }
  }

  private static Map<String, Values> read(String lines) {
    Map<String, Values> values = new TreeMap<>();
    lines
        .lines()
        .map(line -> line.strip().split(" ", -1))
        .forEach(words -> values.put(words[0], Values.of(words)));
    return values;
  }

  /** Empty for a method of an extension, whose parameters only that knows. */
  static Optional<StorageParameters> ofIndex(String method) {
    return Optional.ofNullable(OF_INDEXES.get(method.toLowerCase(Locale.ROOT)));
  }

  /**
   * What is wrong with the parameters of something.
   *
   * @param what {@code index "user_name_idx" of table "user"}
   */
  Stream<Problem> problems(Map<String, String> with, String what, Place place) {
    return with.entrySet().stream()
        .flatMap(each -> problem(each.getKey(), each.getValue(), what, place).stream());
  }

  private Optional<Problem> problem(String name, String written, String what, Place place) {
    Values known = values.get(name);
    if (known == null) {
      return Optional.of(unknown(name, written, what, place));
    }
    String value = written.toLowerCase(Locale.ROOT);
    return known.hold(value)
        ? Optional.empty()
        : Optional.of(Problem.error(
            "ParameterValue",
            place,
            what + " has " + name + "=" + oneLine(written) + "; PostgreSQL takes " + known,
            "write: with = " + javaText(name + "=" + known.near(value))));
  }

  private Problem unknown(String name, String written, String what, Place place) {
    Set<String> own = new TreeSet<>(values.keySet());
    own.removeIf(each -> each.startsWith("toast."));
    Optional<String> meant = NearestName.of(name, values.keySet());
    String message = what + " has no storage parameter " + quoted(name)
        + meant.map(found -> "; did you mean " + quoted(found) + "?").orElse("");
    String good =
        meant.orElse(own.contains("fillfactor") ? "fillfactor" : own.iterator().next());
    Values known = values.getOrDefault(good, new Values(Optional.empty(), Optional.empty(), false));
    String value = meant.isPresent() && known.hold(written) ? written : known.near(written);
    String label = meant.isPresent() ? "write: with = " : "leave it out, or as: with = ";
    return Problem.error("ParameterUnknown", place, message, label + javaText(good + "=" + value));
  }
}
