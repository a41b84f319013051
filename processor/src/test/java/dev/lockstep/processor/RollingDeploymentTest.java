package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lockstep.FinishedMigration;
import dev.lockstep.MigrationSet;
import dev.lockstep.Migrator;
import dev.lockstep.Phase;
import dev.lockstep.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The old and the new version of the example's own code run beside each other, while a column that
 * both read and write gets another name.
 */
@Timeout(120)
class RollingDeploymentTest {
  private static final Path EXAMPLE = Path.of("../example/src/main/java");
  private static final String PACKAGE = "dev/lockstep/example/";
  private static final String STORE = PACKAGE + "ShopStore.java";
  private static final String USER = PACKAGE + "shop/User.java";
  private static final int SOME = 100;

  @TempDir
  Path folder;

  private final Map<String, Integer> saved = ShopTraffic.nothingSaved();

  /**
   * One may be NULL, one is NOT NULL and unique, and by one the code knows who is there already.
   */
  @ParameterizedTest
  @CsvSource({
    "address, '@Column(length = 200)', 14",
    "email, '@Column(length = 120, unique = true)', 18",
    "username, '@Column(length = 80, unique = true)', 18"
  })
  void bothVersionsRunWhileAColumnIsRenamed(String column, String annotation, int major)
      throws Exception {
    DataSource database = Postgres.newDatabase(major);
    Project oldVersion = oldVersion();
    Project newVersion = newVersion(column, annotation, "-Alockstep.rolling=true");
    fill(database, oldVersion);
    Migrator migrator = migrator(database, newVersion);
    try (ShopTraffic fresh = new ShopTraffic("new", newVersion.load(), database, saved)) {
      try (ShopTraffic old = new ShopTraffic("old", oldVersion.load(), database, saved)) {
        old.start();
        old.awaitMore(SOME);
        assertEquals(
            List.of("M0003_Rename"), revisions(migrator.upgrade(Phase.EXPAND).applied()));
        old.awaitMore(SOME);
        old.talkTo(fresh);
        fresh.talkTo(old);
        fresh.start();
        fresh.awaitMore(SOME);
        old.awaitMore(SOME);
      }
      assertEquals(List.of("M0004_RenameContract"), revisions(migrator.upgrade().applied()));
      fresh.awaitMore(SOME);
    }
    assertEquals(List.of(), migrator.check().differences());
  }

  /** Without that the other test would prove nothing. */
  @Test
  void aRenameInOneStepBreaksTheOldVersion() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Project oldVersion = oldVersion();
    Project newVersion = newVersion("address", "@Column(length = 200)");
    fill(database, oldVersion);
    Migrator migrator = migrator(database, newVersion);
    ShopTraffic old = new ShopTraffic("old", oldVersion.load(), database, saved);
    old.start();
    old.awaitMore(SOME);
    assertEquals(List.of(), migrator.upgrade(Phase.EXPAND).applied());
    old.awaitMore(SOME);
    assertEquals(List.of("M0003_Rename"), revisions(migrator.upgrade().applied()));

    SQLException failure = assertInstanceOf(SQLException.class, old.awaitFailure());
    assertEquals("42703", failure.getSQLState(), "undefined column");
    old.stop();
  }

  private Project oldVersion() throws IOException {
    Project project = project("old");
    project.compile().expectSuccess();
    return project;
  }

  /** Of which a column has another name. */
  private Project newVersion(String column, String annotation, String... options)
      throws IOException {
    Project project = project("new");
    String name = "new_" + column;
    String renamed =
        annotation.replace("(", "(name = \"" + name + "\", renamedFrom = \"" + column + "\", ");
    edit(project, USER, annotation + " ", renamed + " ", column);
    project.write(STORE, project.read(STORE).replaceAll("\\b" + column + "\\b", name));
    project.generate("Rename", options).expectSuccess();
    return project;
  }

  /** In the one line that has the word. */
  private static void edit(Project project, String file, String from, String to, String word)
      throws IOException {
    List<String> lines = project.read(file).lines().toList();
    assertEquals(
        1,
        lines.stream()
            .filter(line -> line.contains(from) && line.contains(word))
            .count());
    project.write(
        file,
        String.join(
            "\n",
            lines.stream()
                .map(line -> line.contains(word) ? line.replace(from, to) : line)
                .toList()));
  }

  /** The example's sources without what starts its own server. */
  private Project project(String version) throws IOException {
    Project project = new Project(folder.resolve(version));
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = EXAMPLE.relativize(file).toString().replace('\\', '/');
        if (!name.endsWith("/Main.java") && !name.endsWith("/EmbeddedServer.java")) {
          project.write(name, Files.readString(file));
        }
      }
    }
    return project;
  }

  /** Users of the version before. */
  private void fill(DataSource database, Project version) throws Exception {
    migrator(database, version).upgrade();
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("INSERT INTO \"user\" (username, email, address)"
          + " SELECT n, '0@' || n, 0 FROM generate_series(1, 300) n");
    }
  }

  private Migrator migrator(DataSource database, Project version) throws Exception {
    MigrationSet set = version
        .load()
        .loadClass("dev.lockstep.example.shop.migrations.Migrations")
        .asSubclass(MigrationSet.class)
        .getDeclaredConstructor()
        .newInstance();
    return Migrator.builder(database).migrations(set).build();
  }

  private static List<String> revisions(List<FinishedMigration> finished) {
    return finished.stream().map(FinishedMigration::revision).toList();
  }
}
