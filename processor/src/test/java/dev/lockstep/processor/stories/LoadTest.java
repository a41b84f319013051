package dev.lockstep.processor.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.MigrationSet;
import dev.lockstep.Migrator;
import dev.lockstep.processor.stories.Application.Experience;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated migrations beside an application that reads and writes the table meanwhile. The online
 * form never makes it wait longer than the lock timeout; the plain form does, so that the test
 * would see it. The files are stories with sections of their own: {@code server}, SQL that comes
 * first, to make the plain form take long, for 100,000 rows are few; {@code application}, a
 * statement for each session. Each takes ten seconds and more, so a build runs three of them;
 * {@code -Dload=story} runs all, {@code -Dload=index,check} those with one of the words in their
 * names.
 */
final class LoadTest {
  private static final Path STORIES = Path.of("src/test/load").toAbsolutePath();

  private static final String OF_EACH_BUILD = "check,foreign-key,not-null";

  /** In the table that the application works on. */
  private static final int ROWS = 100_000;

  /** How long the migration, and each statement of the application, may wait for a lock. */
  private static final Duration LOCK_TIMEOUT = Duration.ofMillis(500);

  private static final Map<String, String> ONLINE = Map.of("lockstep.migrate", "After");

  private static final Map<String, String> PLAIN =
      Map.of("lockstep.migrate", "After", "lockstep.online", "false", "lockstep.accept", "rewrite");

  @TempDir
  private Path temporary;

  /** What one form of the migration led to. */
  private record Outcome(Experience experience, String catalog) {}

  @TestFactory
  Stream<DynamicTest> changesUnderLoad() throws IOException {
    List<String> words = List.of(System.getProperty("load", OF_EACH_BUILD).split(","));
    try (Stream<Path> files = Files.list(STORIES)) {
      return files
          .filter(file -> words.stream().anyMatch(file.getFileName().toString()::contains))
          .sorted()
          .toList()
          .stream()
          .flatMap(file -> majors().stream().map(major -> test(file, major)));
    }
  }

  private DynamicTest test(Path file, int major) {
    return DynamicTest.dynamicTest(
        file.getFileName() + ", PostgreSQL " + major,
        file.toUri(),
        () -> compare(Story.read(file), major));
  }
  /** The newest, unless others are asked for: each case takes seconds. */
  private static List<Integer> majors() {
    List<Integer> majors = Postgres.majors();
    return majors.size() > 2 ? majors : majors.subList(majors.size() - 1, majors.size());
  }

  private void compare(Story change, int major) throws Exception {
    Outcome plain = run(change, false, major);
    Outcome online = run(change, true, major);
    assertEquals(Map.of(), online.experience().failures());
    assertEquals(0, online.experience().blocked(), "statements that waited too long, online form");
    assertTrue(plain.experience().blocked() > 0, "the plain form did not make anybody wait");
    assertEquals(plain.catalog(), online.catalog());
  }

  private Outcome run(Story change, boolean online, int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    Rows rows = new Rows(database);
    rows.execute(change.section("server"));
    Project project = new Project(temporary.resolve(
        change.file().getFileName() + "-" + major + (online ? "-online" : "-plain")));
    migrate(project, change.section("before"), Map.of("lockstep.migrate", "Before"));
    migrator(database, project.migrations()).upgrade();
    rows.execute(change.section("rows"));
    rows.execute("ANALYZE");
    migrate(project, change.section("after"), online ? ONLINE : PLAIN);
    Migrator migrator = migrator(database, project.migrations());
    try (Application application = Application.start(
        database, LOCK_TIMEOUT, ROWS, change.section("application").lines().toList())) {
      migrator.upgrade();
      Experience experience = application.end();
      assertEquals(List.of(), migrator.check().differences());
      return new Outcome(experience, CatalogDump.of(database, "public"));
    }
  }

  private static void migrate(Project project, String model, Map<String, String> options)
      throws Exception {
    project.write(SourceFiles.in(model));
    Project.Result result = project.compile(options);
    assertTrue(result.success(), result.messages());
  }

  private static Migrator migrator(DataSource database, MigrationSet migrations) {
    return Migrator.builder(database)
        .migrations(migrations)
        .lockTimeout(LOCK_TIMEOUT)
        .retryFor(Duration.ofMinutes(1))
        .build();
  }
}
