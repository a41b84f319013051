package dev.lockstep.cli;

import dev.lockstep.Fleet;
import dev.lockstep.Target;
import dev.lockstep.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that say which databases and schemas are meant: one target, or many. */
final class TargetOptions {
  // Given before the command and after it, both count; a field would keep the latter.
  private final Set<String> urls = new LinkedHashSet<>();
  private final Set<String> schemas = new LinkedHashSet<>();

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "jdbc:postgresql://host/db or postgres://user@host/db; several times for"
          + " several databases")
  @SuppressWarnings("unused") // Called by reflection.
  private void addUrls(@Nullable List<String> given) {
    urls.addAll(given == null ? List.of() : given);
  }

  @Option(
      names = "--urls",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "file with the URL of a database on each line; # begins a comment")
  private @Nullable Path file;

  @Option(names = "--user", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "role")
  private @Nullable String user;

  @Option(
      names = "--password",
      paramLabel = "TEXT",
      scope = ScopeType.INHERIT,
      description = "better left to PGPASSWORD or .pgpass: others may see command lines")
  private @Nullable String password;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "target schema, instead of that of @Database")
  private @Nullable String schema;

  @Option(
      names = "--schemas",
      paramLabel = "PATTERN",
      scope = ScopeType.INHERIT,
      description = "all schemas of such a name are targets: 'tenant_*', ? for one character;"
          + " may be given several times")
  @SuppressWarnings("unused") // Called by reflection.
  private void addSchemas(@Nullable List<String> given) {
    schemas.addAll(given == null ? List.of() : given);
  }

  @Option(
      names = "--parallel",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      description = "how many targets to work on at a time (default: 4)")
  private int parallel = 4;

  /** Raw name of the one schema; null if that of the migrations is meant. */
  @Nullable
  String schema() {
    return schema;
  }

  /** Whether more than one target may be meant, so that each has a report of its own. */
  boolean many() {
    return file != null || urls.size() > 1 || !schemas.isEmpty();
  }

  /** The only database. */
  DatabaseUrl url(Map<String, String> environment) {
    return of(urls.stream().findFirst().orElse(null), environment);
  }

  private DatabaseUrl of(@Nullable String url, Map<String, String> environment) {
    return DatabaseUrl.of(url, user, password, environment);
  }

  /** What a command for all of them says of them, without secrets. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    urls.forEach(url -> words.addAll(NextCommand.url(url)));
    addTo(words, "--urls", file);
    addTo(words, "--user", user);
    addTo(words, "--schema", schema);
    schemas.forEach(pattern -> addTo(words, "--schemas", pattern));
    return words;
  }

  private static void addTo(List<String> words, String option, @Nullable Object value) {
    if (value != null) {
      words.addAll(List.of(option, value.toString()));
    }
  }

  /** What a command for that one says of it; of a database without a schema, all its schemas. */
  List<String> words(Target target, Map<String, String> environment) {
    List<String> words = new ArrayList<>();
    for (@Nullable String url : all()) {
      if (url != null && of(url, environment).name().equals(target.database())) {
        words.addAll(NextCommand.url(url));
      }
    }
    addTo(words, "--user", user);
    if (target.schema().isEmpty()) {
      schemas.forEach(pattern -> addTo(words, "--schemas", pattern));
    } else {
      addTo(words, "--schema", target.schema());
    }
    return words;
  }

  /**
   * A fleet of all targets.
   *
   * @param err where it is said that a file with passwords is not used
   */
  Fleet.Builder fleet(Map<String, String> environment, PrintStream err) {
    Fleet.Builder fleet =
        Fleet.builder().parallel(parallel).watched().schemas(schemas.toArray(String[]::new));
    for (@Nullable String url : all()) {
      DatabaseUrl database = of(url, environment);
      fleet.database(database.name(), database.dataSource(environment, err));
    }
    return fleet;
  }

  /** The URLs of the options and the file; one null if it is that of the environment. */
  @SuppressWarnings("NullAway") // The list's elements are declared nullable by its users.
  private List<@Nullable String> all() {
    List<@Nullable String> all = new ArrayList<>(urls);
    if (file != null) {
      all.addAll(lines(file));
    }
    if (all.isEmpty()) {
      all.add(null);
    }
    return all;
  }

  private static List<String> lines(Path file) {
    try {
      List<String> lines = Files.readAllLines(file).stream()
          // Some editors begin a file with a byte order mark.
          .map(line -> line.replace("\uFEFF", "").strip())
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
      if (lines.isEmpty()) {
        throw unreadable(file, "names no database", null);
      }
      return lines;
    } catch (IOException e) {
      throw unreadable(file, "cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  private static UsageException unreadable(Path file, String reason, @Nullable IOException cause) {
    return new UsageException(
        "UrlsUnreadable",
        "the file " + file + " " + reason,
        List.of("as: a line for each database, postgres://user@host/db"),
        cause);
  }
}
