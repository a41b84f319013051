package dev.lockstep.processor.stories;

import static java.util.stream.Collectors.joining;

import dev.lockstep.MigrationSet;
import dev.lockstep.SchemaEditor;
import dev.lockstep.diff.ColumnSwap;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropPartition;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.processor.snapshot.SnapshotJson;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models, snapshots and migrations of the stories, spoilt at random: whatever they hold, there is
 * no stack trace, nothing is written after an error, and nothing is dropped that nobody accepted.
 * {@code -Dfuzz.compiles=10000} compiles more often than usual, {@code -Dfuzz.seed=42} begins at
 * another seed.
 */
final class FuzzTest {
  private static final int COMPILES = Integer.getInteger("fuzz.compiles", 300);
  private static final long SEED = Long.getLong("fuzz.seed", 0);
  private static final Pattern FAULT = Pattern.compile(
      "InternalError|Exception|\\bat [\\w.$]+\\([\\w.]+:\\d+\\)|uncaught", Pattern.MULTILINE);

  @TempDir
  Path temporary;

  private final Map<Path, Map<String, String>> bases = new HashMap<>();

  /** A project before it is spoilt: its files, and those of the story that come next. */
  private record Start(Map<String, String> files, Map<String, String> next) {}

  @Test
  void survivesWhateverItIsGiven() throws Exception {
    List<Story> stories = stories();
    Map<String, String> others = new TreeMap<>();
    stories.forEach(story -> others.putAll(sources(story, "after")));
    List<String> texts = List.copyOf(others.values());
    List<String> faults = new ArrayList<>();
    for (long seed = SEED; seed < SEED + COMPILES && faults.size() < 20; seed++) {
      Random random = new Random(seed);
      Start start = start(stories.get(random.nextInt(stories.size())));
      Map<String, String> files = new TreeMap<>(start.files());
      if (random.nextInt(3) > 0) {
        files.putAll(start.next());
      }
      Mutations mutations = new Mutations(random, texts);
      for (int i = random.nextInt(4); i >= 0 && !files.isEmpty(); i--) {
        mutations.mutate(files, others);
      }
      boolean compilable = files.keySet().stream().anyMatch(file -> file.endsWith(".java"));
      String fault = compilable ? fault(random, start, files) : "";
      if (!fault.isEmpty()) {
        faults.add("seed " + seed + ": " + fault);
      }
    }
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join("\n\n", faults));
    }
  }

  private static List<Story> stories() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/stories").toAbsolutePath())) {
      List<Story> stories = new ArrayList<>();
      for (Path file :
          files.filter(each -> each.toString().endsWith(".story")).sorted().toList()) {
        stories.add(Story.read(file));
      }
      return stories;
    }
  }

  private static Map<String, String> sources(Story story, String section) {
    Map<String, String> files = new TreeMap<>();
    SourceFiles.in(story.section(section))
        .forEach((name, text) -> text.ifPresent(found -> files.put("shop/" + name, found)));
    return files;
  }

  private Start start(Story story) throws IOException {
    Map<String, String> base = bases.get(story.file());
    if (base == null) {
      Project project = new Project(temporary.resolve("base " + bases.size()));
      for (String section : List.of("earlier", "before")) {
        if (!story.section(section).isEmpty()) {
          project.write(SourceFiles.in(story.section(section)));
          project.compile(Map.of("lockstep.migrate", section));
        }
      }
      base = project.tree();
      bases.put(story.file(), base);
    }
    return new Start(base, sources(story, "after"));
  }

  /** Empty if all is well. */
  private String fault(Random random, Start start, Map<String, String> files) throws Exception {
    Path folder = temporary.resolve("project");
    delete(folder);
    Project project = new Project(folder);
    Map<String, Optional<String>> written = new LinkedHashMap<>();
    written.put("package-info.java", Optional.empty());
    project.write(written);
    for (var file : files.entrySet()) {
      Path path = folder.resolve("src").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Map<String, String> options = options(random);
    Map<String, String> before = project.tree();
    String messages = "";
    String fault;
    try {
      Project.Result result = project.compile(options);
      messages = result.messages();
      fault = fault(project, result, options, before);
    } catch (RuntimeException | LinkageError e) {
      fault = "thrown: " + e;
    }
    return fault.isEmpty()
        ? ""
        : fault + "\noptions " + options + "\n" + messages + "\n" + changed(start.files(), before);
  }

  private static Map<String, String> options(Random random) {
    Map<String, String> options = new LinkedHashMap<>();
    if (random.nextInt(4) > 0) {
      options.put("lockstep.migrate", "Fuzz it");
    }
    switch (random.nextInt(8)) {
      case 0 -> options.put("lockstep.accept", "data-loss");
      case 1 -> options.put("lockstep.accept", "data-loss,rewrite");
      case 2, 3 -> options.put("lockstep.accept", "rewrite");
      case 4 -> options.put("lockstep.check", "warn");
      case 5 -> options.put("lockstep.check", "off");
      default -> {}
    }
    return options;
  }

  private static String fault(
      Project project,
      Project.Result result,
      Map<String, String> options,
      Map<String, String> before)
      throws Exception {
    Map<String, String> after = project.tree();
    boolean refused =
        Pattern.compile("error: \\[lockstep:").matcher(result.messages()).find();
    if (result
        .messages()
        .lines()
        .anyMatch(line -> isOurs(line) && FAULT.matcher(line).find())) {
      return "a fault shows";
    }
    boolean told = result.messages().contains("[lockstep:MigrationWritten]")
        || result.messages().contains("for classes that have moved")
        || result.messages().contains("schema.json, as the migrations leave it");
    if (!before.equals(after) && (refused || !told || !options.containsKey("lockstep.migrate"))) {
      return "written without being told: " + changed(before, after);
    }
    return after.keySet().equals(before.keySet()) || !result.success()
        ? ""
        : drops(project, options, before);
  }

  /** The compiler speaks of exceptions as well, but not of those that a processor throws. */
  private static boolean isOurs(String line) {
    return line.contains("lockstep") || line.contains("processor");
  }

  private static String drops(
      Project project, Map<String, String> options, Map<String, String> before) throws Exception {
    MigrationSet set = project.migrations();
    List<Operation> operations = set.entries().stream()
        .map(MigrationSet.Entry::id)
        .filter(id -> !before.containsKey("shop/migrations/" + id + ".java"))
        .map(set::migration)
        .flatMap(migration -> SchemaEditor.record(migration::upgrade).stream())
        .toList();
    String old = before.getOrDefault(Project.SNAPSHOT, "");
    Schema schema = old.isEmpty() ? Schema.EMPTY : SnapshotJson.read(old).schema();
    boolean accepted = options.getOrDefault("lockstep.accept", "").contains("data-loss");
    for (Operation operation : ColumnSwap.plain(operations, schema)) {
      if (!accepted && loses(operation, schema)) {
        return "nobody accepted " + operation;
      }
      schema = Operations.apply(List.of(operation), schema);
    }
    Schema recorded = SnapshotJson.read(project.snapshot()).schema();
    return schema.equals(recorded) ? "" : "the migration does not lead to the snapshot";
  }

  private static boolean loses(Operation operation, Schema before) {
    return operation instanceof DropTable
        || operation instanceof DropPartition
        || (operation instanceof DropColumn drop
            && !(before.table(drop.table()).columns().get(drop.column()).value()
                instanceof Computed));
  }

  private static String changed(Map<String, String> before, Map<String, String> after) {
    return Stream.concat(
            before.keySet().stream()
                .filter(file -> !after.containsKey(file))
                .map(file -> "-- " + file + " is deleted"),
            after.entrySet().stream()
                .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                .map(file -> "-- " + file.getKey() + "\n" + file.getValue()))
        .collect(joining("\n"));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
