package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.MigrationSet;
import dev.lockstep.MigrationVerifier;
import dev.lockstep.Migrator;
import dev.lockstep.processor.Project.Result;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One migration that stands for the beginning of a chain. */
class SquashTest {
  private static final String SQUASH = Project.MIGRATIONS + "M0003_Squash.java";

  @TempDir
  Path folder;

  private Project project;
  private int copies;

  @BeforeEach
  void generateFourMigrations() throws IOException {
    project = Project.shop(folder);
    String fields = "";
    for (String name : List.of("email", "phone", "fax", "note")) {
      fields += "  String " + name + ";\n";
      project.table("User", "@Table public class User {\n  @Id Long id;\n" + fields + "}");
      project.generate("Add " + name).expectSuccess();
    }
  }

  /** As they are compiled now, whatever is compiled later. */
  private MigrationSet migrations() throws IOException {
    Path copy = folder.resolve("copy-" + copies++);
    try (Stream<Path> files = Files.walk(project.classes())) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(project.classes().relativize(file).toString()));
      }
    }
    URLClassLoader loader =
        new URLClassLoader(new URL[] {copy.toUri().toURL()}, getClass().getClassLoader());
    return ServiceLoader.load(MigrationSet.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .filter(each -> each.getClass().getPackageName().equals("com.example.shop.migrations"))
        .findFirst()
        .orElseThrow();
  }

  private void deleteParts() throws IOException {
    for (String part : List.of("M0001_AddEmail", "M0002_AddPhone", "M0003_AddFax")) {
      project.delete(Project.MIGRATIONS + part + ".java");
      Files.delete(project.classes().resolve(Project.MIGRATIONS + part + ".class"));
    }
  }

  private static Migrator migrator(DataSource database, MigrationSet set) {
    return Migrator.builder(database).migrations(set).build();
  }

  @Test
  void everyDatabaseEndsInTheSamePlace() throws IOException {
    MigrationSet before = migrations();
    Result squashed = project.compile("-Alockstep.squash=M0003").expectSuccess();
    assertTrue(
        squashed
            .notes()
            .get(0)
            .contains("[lockstep:SquashWritten] migration \"M0003_Squash\" of"
                + " database \"main\" stands for 3 others from now on"),
        squashed.toString());
    assertTrue(project.read(SQUASH).contains("""
            @Revision(replaces = {
                "M0001_AddEmail",
                "M0002_AddPhone",
                "M0003_AddFax"}, description = "Squash M0001_AddEmail to M0003_AddFax")
            """), project.read(SQUASH));
    project.compile().expectSuccess();
    MigrationVerifier.verify(migrations());
    MigrationSet both = migrations();
    deleteParts();
    project.compile().expectSuccess();
    MigrationSet alone = migrations();
    MigrationVerifier.verify(alone);

    for (int major : new int[] {14, 18}) {
      String fresh = "";
      for (String applied : new String[] {"", "M0001", "M0002", "M0003", "M0004"}) {
        DataSource database = Postgres.newDatabase(major);
        if (!applied.isEmpty()) {
          migrator(database, before).upgradeTo(applied);
        }
        migrator(database, both).upgrade();
        assertTrue(migrator(database, alone).upgrade().applied().isEmpty());
        assertEquals(List.of(), migrator(database, alone).check().differences());
        String catalog = CatalogDump.of(database, "public");
        fresh = fresh.isEmpty() ? catalog : fresh;
        assertEquals(fresh, catalog, applied);
      }
      DataSource database = Postgres.newDatabase(major);
      migrator(database, alone).upgrade();
      assertEquals(fresh, CatalogDump.of(database, "public"));
    }
  }

  /** PostgreSQL names the sequence of an identity once, and no rename changes it. */
  @Test
  void sequencesOfRenamedTablesKeepTheirNames() throws Exception {
    project.table(
        "Ticket", "@Table public class Ticket { @Id @Identity Long id; @Identity @Index int no; }");
    project.generate("Add ticket").expectSuccess();
    project.table(
        "Ticket",
        "@Table(name = \"card\", renamedFrom = \"ticket\") public class Ticket {"
            + " @Id @Identity @Column(name = \"key\", renamedFrom = \"id\") Long id; @Identity @Index int no; }");
    project.generate("Rename ticket").expectSuccess();
    MigrationSet before = migrations();
    project.compile("-Alockstep.squash=M0006").expectSuccess();
    project.compile().expectSuccess();
    String squash = project.read(Project.MIGRATIONS + "M0006_Squash.java");
    assertTrue(squash.contains("schema.renameTable(\"ticket\", \"card\");"), squash);
    MigrationSet after = migrations();
    MigrationVerifier.verify(after);
    for (int major : new int[] {14, 18}) {
      DataSource step = Postgres.newDatabase(major);
      migrator(step, before).upgrade();
      DataSource whole = Postgres.newDatabase(major);
      migrator(whole, after).upgrade();
      assertEquals(List.of("ticket_id_seq", "ticket_no_seq"), sequences(whole));
      assertEquals(sequences(step), sequences(whole));
      assertEquals(CatalogDump.of(step, "public"), CatalogDump.of(whole, "public"));
      migrator(whole, after).downgradeTo("base");
      assertEquals(List.of(), sequences(whole));
    }
  }

  @Test
  void refusesWhereTheOldNameIsTaken() throws IOException {
    project.table("Ticket", "@Table public class Ticket { @Id @Identity Long id; }");
    project.generate("Add ticket").expectSuccess();
    project.table(
        "Ticket",
        "@Table(name = \"card\", renamedFrom = \"ticket\") public class Ticket { @Id @Identity Long id; }");
    project.generate("Rename ticket").expectSuccess();
    project.table(
        "Ticket", "@Table(name = \"card\") public class Ticket { @Id @Identity Long id; }");
    project.table(
        "Other", "@Table(name = \"ticket\") public class Other { @Id @Identity Long id; }");
    project.generate("Add another").expectSuccess();

    assertRefused(
        "M0007",
        "[lockstep:SquashSteps] migration \"M0007_AddAnother\" cannot be squashed, since table"
            + " \"card\" has a sequence named as before it was renamed");
    project.compile("-Alockstep.squash=M0006").expectSuccess();
  }

  private static List<String> sequences(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet rows = connection
            .createStatement()
            .executeQuery("SELECT relname FROM pg_class WHERE relkind = 'S' ORDER BY 1")) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }

  @Test
  void changesGoOnAfterIt() throws IOException {
    project.compile("-Alockstep.squash=M0004_AddNote").expectSuccess();
    for (String part : List.of("M0004_AddNote")) {
      project.delete(Project.MIGRATIONS + part + ".java");
    }
    deleteParts();
    project.compile().expectSuccess();
    project.table("User", "@Table public class User { @Id Long id; String email; }");
    project.generate("Less", "-Alockstep.accept=data-loss").expectSuccess();
    assertTrue(project
        .read(Project.MIGRATIONS + "M0005_Less.java")
        .contains("parents = \"M0004_Squash\""));
    project.compile("-Alockstep.squash=M0005").expectSuccess();
    assertTrue(project
        .read(Project.MIGRATIONS + "M0005_Squash.java")
        .contains("replaces = {\n    \"M0004_Squash\",\n    \"M0005_Less\"}"));
    project.compile().expectSuccess();
  }

  @Test
  void isNoSquashOfASquashAlone() throws IOException {
    project.compile("-Alockstep.squash=M0003").expectSuccess();
    assertRefused("M0003_AddFax", "[lockstep:SquashOfOne]");
  }

  @Test
  void aSquashThatLeadsElsewhereIsFound() throws IOException {
    project.compile("-Alockstep.squash=M0003").expectSuccess();
    project.write(SQUASH, project.read(SQUASH).replace("column(\"fax\"", "column(\"telefax\""));

    Result refused = project.compile();

    assertTrue(
        refused
            .errors()
            .get(0)
            .contains("[lockstep:SquashDiffers] squash \"M0003_Squash\" does not"
                + " lead to what the migrations lead to that it stands for"),
        refused.toString());
  }

  @Test
  void whatCannotBeSquashedIsNamed() throws IOException {
    String second = Project.MIGRATIONS + "M0002_AddPhone.java";
    String text = project.read(second);
    project.write(
        second,
        text.replace("schema.addColumn", "schema.sql(\"select 1\");\n    schema.addColumn"));
    var before = project.tree();

    assertRefused(
        "M0003",
        "[lockstep:SquashSteps] migration \"M0002_AddPhone\" cannot be squashed,"
            + " since it runs SQL of unknown meaning");
    assertRefused("M0001", "[lockstep:SquashOfOne]");
    assertRefused(
        "M00",
        "[lockstep:SquashUnknown] lockstep.squash names \"M00\", which is not one"
            + " migration but several: M0001_AddEmail, ");
    assertRefused("M0009", "[lockstep:SquashUnknown]");
    assertEquals(before, project.tree());
    project.write(
        second,
        text.replace("schema.addColumn", "schema.run(\"fill\", c -> {});\n    schema.addColumn"));
    assertRefused("M0003", "since it runs Java: fill");
  }

  private void assertRefused(String squash, String message) throws IOException {
    Result refused = project.compile("-Alockstep.squash=" + squash);
    assertFalse(refused.success());
    assertTrue(refused.errors().get(0).contains(message), refused.toString());
  }
}
