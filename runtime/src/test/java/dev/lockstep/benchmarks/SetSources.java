package dev.lockstep.benchmarks;

import dev.lockstep.CompleteHistory;
import dev.lockstep.MigrationSet.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The classes of a migration set as the processor writes them: a class each, and the registry. */
final class SetSources {
  static final String PACKAGE = "bench.migrations";

  /** As many as the processor puts into one nested class. */
  private static final int PART = 400;

  private final List<Step> steps;
  private final StepSet set;

  private SetSources(List<Step> steps) {
    this.steps = steps;
    this.set = new StepSet(steps);
  }

  /** Texts by simple class name. */
  static Map<String, String> of(List<Step> steps) {
    return new SetSources(steps).all();
  }

  private Map<String, String> all() {
    Map<String, String> sources = new LinkedHashMap<>();
    String parents = "";
    for (Step step : steps) {
      sources.put(step.id(), step.source(PACKAGE, parents));
      parents = "parents = \"" + step.id() + "\", ";
    }
    sources.put("Migrations", registry());
    return sources;
  }

  private String registry() {
    List<String> parts = parts();
    CompleteHistory complete = set.completeHistory().orElseThrow();
    return """
        package %s;

        import dev.lockstep.CompleteHistory;
        import dev.lockstep.Migration;
        import dev.lockstep.MigrationSet;
        import java.util.ArrayList;
        import java.util.List;
        import java.util.Optional;
        import java.util.stream.Stream;

        public final class Migrations implements MigrationSet {
          @Override
          public String name() {
            return "main";
          }

          @Override
          public String schema() {
            return "";
          }

          @Override
          public String schemaFingerprint() {
            return "%s";
          }

          @Override
          public List<MigrationSet.Entry> entries() {
            List<MigrationSet.Entry> entries = new ArrayList<>();
        %s    return List.copyOf(entries);
          }

          @Override
          public Migration migration(String id) {
            return Part1.migration(id);
          }

          @Override
          public Optional<CompleteHistory> completeHistory() {
            return Optional.of(new CompleteHistory("%s", %d, "%s"));
          }

          @Override
          public List<String> schemaParts() {
            return Stream.of(%s).flatMap(String::lines).toList();
          }

        %s%s}
        """.formatted(
            PACKAGE,
            set.schemaFingerprint(),
            numbered(parts.size(), "    Part$.entries(entries);\n"),
            complete.head(),
            complete.size(),
            complete.digest(),
            numbered(schemas().size(), "Schema$.lines(), ").replaceAll(", $", ""),
            String.join("", parts),
            String.join("", schemas()));
  }

  private static String numbered(int count, String text) {
    StringBuilder all = new StringBuilder();
    for (int number = 1; number <= count; number++) {
      all.append(text.replace("$", String.valueOf(number)));
    }
    return all.toString();
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    List<Entry> entries = set.entries();
    for (int from = 0; from < entries.size(); from += PART) {
      int to = Math.min(entries.size(), from + PART);
      parts.add(part(parts.size() + 1, entries.subList(from, to), to == entries.size()));
    }
    return parts;
  }

  private static String part(int number, List<Entry> entries, boolean last) {
    StringBuilder additions = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    for (Entry entry : entries) {
      additions.append(
          "      entries.add(new MigrationSet.Entry(\"%s\", List.of(%s), \"%s\", \"%s\"));\n"
              .formatted(
                  entry.id(),
                  entry.parents().isEmpty() ? "" : "\"" + entry.parents().get(0) + "\"",
                  entry.description(),
                  entry.fingerprint()));
      cases.append("        case \"%1$s\" -> new %1$s();\n".formatted(entry.id()));
    }
    String otherwise =
        last ? "throw new IllegalArgumentException(id)" : "Part" + (number + 1) + ".migration(id)";
    return """
          private static final class Part%d {
            static void entries(List<MigrationSet.Entry> entries) {
        %s    }

            static Migration migration(String id) {
              return switch (id) {
        %s        default -> %s;
              };
            }
          }

        """.formatted(number, additions, cases, otherwise);
  }

  private List<String> schemas() {
    List<String> classes = new ArrayList<>();
    List<String> lines = set.schemaParts();
    for (int from = 0; from < lines.size(); from += PART) {
      String text = String.join("\\n", lines.subList(from, Math.min(lines.size(), from + PART)));
      classes.add("""
            private static final class Schema%d {
              static String lines() {
                return "%s";
              }
            }

          """.formatted(classes.size() + 1, text));
    }
    return classes;
  }
}
