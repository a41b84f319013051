package dev.lockstep.processor.stories;

import static java.util.stream.Collectors.joining;

import dev.lockstep.Migration;
import dev.lockstep.MigrationSet;
import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.KeepExtras;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RestoreExtras;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.processor.snapshot.SnapshotJson;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What really happens when the story is played. */
final class StoryRun {
  private static final int AROUND = 2;

  private final Story story;
  private final Path folder;
  private final Project project;
  private final Map<String, String> actual;

  private StoryRun(Story story, Path folder, Map<String, String> actual) throws IOException {
    this.story = story;
    this.actual = actual;
    this.folder = folder;
    this.project = new Project(folder.resolve("project"));
  }

  /**
   * Fills in the sections that the story should have.
   *
   * @param folder an empty one, for the projects
   * @throws AssertionError if something happens that no story may tell
   */
  static void play(Story story, Path folder, Map<String, String> actual) throws Exception {
    new StoryRun(story, folder, actual).play();
  }

  private void play() throws Exception {
    generateBefore("earlier", "Initial migration");
    generateBefore("before", story.has("earlier") ? "Second migration" : "Initial migration");
    Map<String, String> before = project.tree();
    project.write(SourceFiles.in(story.section("after")));
    String messages = project.compile(options("lockstep.check")).messages();
    Map<String, String> edited = project.tree();
    Project.Result generated = project.compile(processorOptions());

    if (!generated.success()) {
      putIfTold("messages", messages);
      actual.put("refused", generated.messages());
      require(edited.equals(project.tree()), "a compile that was refused wrote something");
    } else if (edited.keySet().equals(project.tree().keySet())) {
      putUnlessEmpty("messages", messages);
      actual.put("nothing to do", generated.messages());
      putUnlessEmpty("snapshot", TextDiff.of(snapshot(edited), project.snapshot(), AROUND));
      compareWithFresh();
    } else {
      actual.put("messages", messages);
      putIfTold("report", generated.messages());
      tellMigration(before, edited);
    }
  }

  private void generateBefore(String section, String description) throws Exception {
    if (story.section(section).isEmpty()) {
      return;
    }
    project.write(SourceFiles.in(story.section(section)));
    Project.Result result = project.compile(Map.of("lockstep.migrate", description));
    require(result.success(), "the model \"" + section + "\" has mistakes:\n" + result.messages());
  }

  private Map<String, String> processorOptions() {
    Map<String, String> options = new LinkedHashMap<>(story.options());
    options.keySet().removeIf(name -> !name.startsWith("lockstep."));
    return options;
  }

  /** Those of the story's options, if it has them. */
  private Map<String, String> options(String... names) {
    Map<String, String> options = new LinkedHashMap<>(story.options());
    options.keySet().retainAll(List.of(names));
    return options;
  }

  private void tellMigration(Map<String, String> before, Map<String, String> edited)
      throws Exception {
    Map<String, String> written = project.tree();
    String old = snapshot(before);
    MigrationSet set = project.migrations();
    List<String> revisions = set.entries().stream()
        .map(MigrationSet.Entry::id)
        .filter(id -> !before.containsKey(file(id)))
        .toList();
    require(revisions.size() < 3, "generating wrote " + revisions);
    tell("", set, revisions.get(0), written);
    if (revisions.size() > 1) {
      tell("contract ", set, revisions.get(1), written);
    }
    actual.put(
        "snapshot",
        old.isEmpty()
            ? project.snapshot().stripTrailing()
            : TextDiff.of(old, project.snapshot(), AROUND));
    requireOnlyNewFiles(edited, written, revisions);
    compileAgain(written);
    StoryDatabase database =
        new StoryDatabase(story, set, revisions, schema(old), schema(project.snapshot()));
    for (int major : majors()) {
      database.play(major).forEach(this::putRows);
    }
  }

  private void tell(String phase, MigrationSet set, String revision, Map<String, String> written) {
    Migration migration = set.migration(revision);
    actual.put(phase + "migration", written.getOrDefault(file(revision), "").stripTrailing());
    actual.put(phase + "sql up", sql(SchemaEditor.record(migration::upgrade)));
    actual.put(phase + "sql down", sql(SchemaEditor.record(migration::downgrade)));
  }

  private static String file(String revision) {
    return "shop/migrations/" + revision + ".java";
  }

  private void compileAgain(Map<String, String> written) throws Exception {
    Project.Result checked = project.compile(Map.of());
    require(checked.success(), "a check after the migration fails:\n" + checked.messages());
    putUnlessEmpty("messages after", checked.messages());
    Project.Result again =
        project.compile(options("lockstep.migrate", "lockstep.accept", "lockstep.online"));
    require(again.success(), "a second generate fails:\n" + again.messages());
    require(written.equals(project.tree()), "a second generate wrote something");
  }

  private static void requireOnlyNewFiles(
      Map<String, String> edited, Map<String, String> written, List<String> revisions) {
    List<String> changed = written.keySet().stream()
        .filter(file -> !written.get(file).equals(edited.get(file)))
        .toList();
    List<String> expected = Stream.concat(
            revisions.stream().map(StoryRun::file), Stream.of(Project.SNAPSHOT))
        .toList();
    require(changed.equals(expected), "generating wrote " + changed);
    require(written.keySet().containsAll(edited.keySet()), "generating deleted a file");
  }

  /** Nothing to do must mean that the database is what the model asks for. */
  private void compareWithFresh() throws Exception {
    StoryDatabase database = new StoryDatabase(
        story, project.migrations(), List.of(), schema(project.snapshot()), freshSchema());
    majors().forEach(database::requireUpToDate);
  }

  private List<Integer> majors() {
    int least = Integer.parseInt(story.options().getOrDefault("postgresql", "0"));
    return Postgres.majors().stream().filter(major -> major >= least).toList();
  }

  /**
   * One statement after the other, as a server without any special wants it; long queries of the
   * catalog by their names.
   */
  private static String sql(List<Operation> operations) {
    PostgresDdl ddl = new PostgresDdl("public", Postgres.NEWEST);
    return operations.stream()
        .map(each -> each instanceof KeepExtras || each instanceof RestoreExtras
            ? PostgresDdl.portable().sql(each)
            : ddl.sql(each) + ";")
        .collect(joining("\n"));
  }

  private static String snapshot(Map<String, String> tree) {
    return tree.getOrDefault(Project.SNAPSHOT, "");
  }

  private static Schema schema(String snapshot) {
    return (snapshot.isEmpty() ? Snapshot.EMPTY : SnapshotJson.read(snapshot)).schema();
  }

  /** The schema of the model after, for a database without a past. */
  private Schema freshSchema() throws Exception {
    Project fresh = new Project(folder.resolve("fresh"));
    for (String section : List.of("earlier", "before", "after")) {
      fresh.write(SourceFiles.in(story.section(section)));
    }
    Project.Result result = fresh.compile(Map.of("lockstep.migrate", "Initial migration"));
    require(result.success(), "the model after makes no fresh database:\n" + result.messages());
    return schema(fresh.snapshot());
  }

  private void putRows(String section, String rows) {
    String others = actual.putIfAbsent(section, rows);
    require(
        others == null || others.equals(rows),
        section + " differ between the servers:\n" + others + "\nand\n" + rows);
  }

  private void putIfTold(String section, String text) {
    if (story.has(section)) {
      actual.put(section, text);
    }
  }

  private void putUnlessEmpty(String section, String text) {
    if (!text.isEmpty()) {
      actual.put(section, text);
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
