package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.MigrationSet;
import dev.lockstep.processor.Project.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newest migration, which nobody has yet, is generated anew from the model. */
class AmendTest {
  private static final String SECOND = Project.MIGRATIONS + "M0002_AddEmail.java";

  @TempDir
  Path folder;

  private Project project;

  @BeforeEach
  void generateTwoMigrations() throws IOException {
    project = Project.shop(folder);
    user("");
    project.generate("Begin").expectSuccess();
    user("  String mail;\n  @Index String fax;\n");
    project.generate("Add email").expectSuccess();
  }

  private void user(String fields) throws IOException {
    project.table("User", "@Table public class User {\n  @Id Long id;\n" + fields + "}");
  }

  private Result amend(String description, String... options) throws IOException {
    List<String> all = new java.util.ArrayList<>(List.of(options));
    all.add("-Alockstep.amend=" + description);
    return project.compile(all.toArray(String[]::new));
  }

  @Test
  void takesThePlaceOfTheNewest() throws IOException {
    user("  @Column(length = 120) String email;\n");

    Result amended = amend("Add email, better");

    amended.expectSuccess();
    assertFalse(project.tree().containsKey(SECOND));
    String migration = project.read(Project.MIGRATIONS + "M0002_AddEmailBetter.java");
    assertTrue(
        migration.contains(
            "@Revision(parents = \"M0001_Begin\", description = \"Add email, better\")"),
        migration);
    assertTrue(migration.contains("column(\"email\", varchar(120))"), migration);
    assertFalse(migration.contains("fax"), migration);
    assertTrue(amended.notes().get(0).contains("deleted: "), amended.toString());
    try (var loader = project.load()) {
      MigrationSet set = ServiceLoader.load(MigrationSet.class, loader).stream()
          .map(ServiceLoader.Provider::get)
          .filter(each -> each.getClass().getPackageName().equals("com.example.shop.migrations"))
          .findFirst()
          .orElseThrow();
      assertEquals(
          List.of("M0001_Begin", "M0002_AddEmailBetter"),
          set.entries().stream().map(MigrationSet.Entry::id).toList());
    }
    project.compile().expectSuccess();
    assertEquals(
        List.of("M0002_AddEmailBetter"),
        project.tree().keySet().stream()
            .filter(file -> file.contains("M0002"))
            .map(file -> file.replaceAll(".*/|\\.java", ""))
            .toList());
  }

  /** Between writing the new migration, the snapshot, and deleting the old migration. */
  @Test
  void tellsHowToGoOnAfterItWasKilled() throws IOException {
    String snapshot = Project.MIGRATIONS + "schema.json";
    String better = Project.MIGRATIONS + "M0002_Better.java";
    String oldMigration = project.read(SECOND);
    String oldSnapshot = project.read(snapshot);
    user("  String email;\n");
    amend("Better").expectSuccess();

    project.write(SECOND, oldMigration);
    String beforeDeletion = project.compile().toString();
    assertTrue(beforeDeletion.contains("[lockstep:MigrationLeftOver] "), beforeDeletion);
    assertTrue(beforeDeletion.contains("M0002_AddEmail.java"), beforeDeletion);
    project.write(snapshot, oldSnapshot);
    String beforeSnapshot = project.compile().toString();
    assertTrue(beforeSnapshot.contains("[lockstep:MigrationLeftOver] "), beforeSnapshot);
    assertTrue(beforeSnapshot.contains("an amend was stopped: rm "), beforeSnapshot);
    assertTrue(beforeSnapshot.contains("M0002_Better.java"), beforeSnapshot);
    project.delete(better);

    amend("Better").expectSuccess();
    project.compile().expectSuccess();
    assertTrue(project.tree().containsKey(better));
    assertFalse(project.tree().containsKey(SECOND));
  }

  @Test
  void mayKeepItsDescription() throws IOException {
    user("  String mail;\n");
    amend("Add email").expectSuccess();
    assertTrue(project.tree().containsKey(Project.MIGRATIONS + "M0002_AddEmail_2.java"));
    user("  String mail;\n  String fax;\n");
    amend("Add email").expectSuccess();
    assertTrue(project.tree().containsKey(SECOND));
    project.compile().expectSuccess();
  }

  @Test
  void asksAsAGenerationDoes() throws IOException {
    project.table("User", "@Table public class User { @Id Integer id; }");

    Result refused = amend("Shrink");

    assertFalse(refused.success());
    assertTrue(refused.errors().get(0).contains("[lockstep:"), refused.toString());
    assertTrue(project.tree().containsKey(SECOND));
  }

  @Test
  void mayReplaceOneForWhichSomethingWasAccepted() throws IOException {
    user("");
    project.generate("Drop mail", "-Alockstep.accept=data-loss").expectSuccess();
    user("  String mail;\n");

    amend("Drop fax", "-Alockstep.accept=data-loss").expectSuccess();

    String migration = project.read(Project.MIGRATIONS + "M0003_DropFax.java");
    assertTrue(migration.contains("@Accepted(\"data-loss:user.fax\")"), migration);
    assertFalse(migration.contains("\"mail\""), migration);
    project.compile().expectSuccess();
  }

  @Test
  void mayReplaceTheFirst() throws IOException {
    Project other = Project.shop(folder.resolve("other"));
    other.table("User", "@Table public class User { @Id Long id; }");
    other.generate("Begin").expectSuccess();
    other.table("User", "@Table public class User { @Id Integer id; }");
    other.compile("-Alockstep.amend=Begin anew").expectSuccess();
    assertTrue(other.read(Project.MIGRATIONS + "M0001_BeginAnew.java").contains("integer()"));
    other.compile().expectSuccess();
  }

  @Test
  void refusesWhatWasWrittenByHand() throws IOException {
    String generated = project.read(SECOND);
    for (String edit : List.of(
        generated.replace(
            "schema.addColumn(\"user\", column(\"mail\"",
            "schema.sql(\"select 1\");\n    schema.addColumn(\"user\", column(\"mail\""),
        generated.replace(
            "M0002_AddEmail implements", "M0002_AddEmail extends Object implements"))) {
      project.write(SECOND, edit);
      user("  String email;\n");
      var before = project.tree();

      Result refused = amend("Better");

      assertEquals(1, refused.errors().size(), refused.toString());
      assertTrue(
          refused
              .errors()
              .get(0)
              .contains("[lockstep:AmendEdited] migration \"M0002_AddEmail\" is"
                  + " not as it was generated"),
          refused.toString());
      assertEquals(before, project.tree());
    }
    project.write(
        SECOND, generated.replace("\n", "\r\n").replace("schema.add", "\r\n  schema.add"));
    amend("Better").expectSuccess();
  }

  /** Indexes stand by name in the snapshot, in the order of their birth in migrations. */
  @Test
  void takesBackWhatDropsThingsOfSeveralMigrations() throws IOException {
    user("  @Index(name = \"z\") String mail;\n  String fax;\n");
    amend("Mail").expectSuccess();
    user("  @Index(name = \"z\") String mail;\n  @Index(name = \"a\") String fax;\n");
    project.generate("Fax").expectSuccess();
    user("  String mail;\n  String fax;\n");
    project.generate("No index").expectSuccess();
    user("  String mail;\n  String fax;\n  String note;\n");

    amend("No index, but a note").expectSuccess();

    project.compile().expectSuccess();
  }

  @Test
  void refusesWhatWouldLeaveNothing() throws IOException {
    user("");

    Result refused = amend("Nothing");

    assertTrue(refused.errors().get(0).contains("[lockstep:AmendEmpty]"), refused.toString());
    assertTrue(project.tree().containsKey(SECOND));
  }

  @Test
  void offersNoLossOfWhatMayHaveBeenRenamed() throws IOException {
    user("  @Column(renamedFrom = \"mail\") String email;\n  @Index String fax;\n");
    project.generate("Rename mail").expectSuccess();
    user("  String mail;\n  @Index String fax;\n");

    Result refused = amend("Nothing");

    String error = refused.errors().get(0);
    assertTrue(error.contains("[lockstep:AmendEmpty]"), error);
    assertTrue(refused.toString().contains("-Dlockstep.migrate=\"Undo Rename mail\""), error);
    assertFalse(refused.toString().contains("lockstep.accept"), refused.toString());
  }

  @Test
  void refusesWhereThereIsNone() throws IOException {
    Project other = Project.shop(folder.resolve("other"));
    other.table("User", "@Table public class User { @Id Long id; }");

    Result refused = other.compile("-Alockstep.amend=First");

    assertTrue(refused.errors().get(0).contains("[lockstep:AmendNothing]"), refused.toString());
  }

  @Test
  void isNoSecondMigration() throws IOException {
    Result refused = amend("Better", "-Alockstep.migrate=More");

    assertTrue(
        refused
            .errors()
            .get(0)
            .contains(
                "[lockstep:OptionInvalid] lockstep.amend and" + " lockstep.migrate are both given"),
        refused.toString());
  }

  @Test
  void leavesAnotherDatabaseAlone() throws IOException {
    project.write("com/example/audit/package-info.java", """
        @dev.lockstep.annotations.Database(name = "audit")
        package com.example.audit;
        """);
    project.write("com/example/audit/Entry.java", """
        package com.example.audit;

        @dev.lockstep.annotations.Table
        public class Entry {
          @dev.lockstep.annotations.Id Long id;
        }
        """);
    project.generate("Audit").expectSuccess();
    user("  String email;\n");

    amend("Better").expectSuccess();

    assertTrue(project.tree().containsKey("com/example/audit/migrations/M0001_Audit.java"));
    assertTrue(project.tree().containsKey(Project.MIGRATIONS + "M0002_Better.java"));
    project.compile().expectSuccess();
  }

  /** One generation, one amendment: of a change in two phases both migrations go. */
  @Test
  void takesThePlaceOfBothPhases() throws IOException {
    generateBothPhases();
    assertEquals(
        List.of("M0003_AddNick", "M0004_AddNickContract"), migrationsAfter("M0002_AddEmail"));

    user("  String mail;\n  @Column(nullable = false, backfill = \"'?'\") String nick;\n");
    Result again = amend("Add nick", "-Alockstep.accept=data-loss");

    again.expectSuccess();
    assertEquals(
        List.of("M0003_AddNick_2", "M0004_AddNickContract_2"), migrationsAfter("M0002_AddEmail"));
    assertEquals(2, again.notes().get(0).split("deleted: ", -1).length - 1, again.toString());
    project.compile().expectSuccess();

    user("  String mail;\n  String nick;\n");
    amend("Add nick", "-Alockstep.accept=data-loss").expectSuccess();
    assertEquals(
        List.of("M0003_AddNick", "M0004_AddNickContract"), migrationsAfter("M0002_AddEmail"));
    project.compile().expectSuccess();
  }

  @Test
  void takesBackARenameThatTwoVersionsBear() throws IOException {
    user("  String mail;\n  String fax;\n");
    amend("Add fax").expectSuccess();
    user("  String mail;\n  @Column(renamedFrom = \"fax\") String phone;\n");
    project.generate("Rename", "-Alockstep.rolling=true").expectSuccess();
    assertEquals(List.of("M0003_Rename", "M0004_RenameContract"), migrationsAfter("M0002_AddFax"));

    user("  String mail;\n  @Column(renamedFrom = \"fax\") String telephone;\n");
    amend("Rename", "-Alockstep.rolling=true").expectSuccess();

    assertEquals(
        List.of("M0003_Rename_2", "M0004_RenameContract_2"), migrationsAfter("M0002_AddFax"));
    project.compile().expectSuccess();
  }

  /** What drops a NOT NULL column makes it nullable before, and fills it on both ways back. */
  @Test
  void takesBackADropInTwoPhases() throws IOException {
    String mail = "  @Column(nullable = false, backfill = \"'-'\") String mail;\n";
    user(mail);
    amend("Mail").expectSuccess();
    user("");
    project.generate("Drop mail", "-Alockstep.accept=data-loss").expectSuccess();
    assertEquals(
        List.of("M0004_DropMail", "M0005_DropMailContract"), migrationsAfter("M0003_MailContract"));

    user(mail + "  String fax;\n");
    amend("Add fax").expectSuccess();

    assertEquals(List.of("M0004_AddFax"), migrationsAfter("M0003_MailContract"));
    project.compile().expectSuccess();
  }

  @Test
  void refusesAnEditOfEitherPhase() throws IOException {
    generateBothPhases();
    String first = Project.MIGRATIONS + "M0003_AddNick.java";
    String generated = project.read(first);
    project.write(first, generated.replace("schema.addColumn", "/* new */ schema.addColumn"));
    user("  String mail;\n");

    String refused = amend("Nothing").toString();

    assertTrue(
        refused.contains("[lockstep:AmendEdited] migration \"M0003_AddNick\" is not as it was"),
        refused);
    project.write(first, generated);
    amend("Drop fax", "-Alockstep.accept=data-loss").expectSuccess();
  }

  /** A column that needs a value comes, and another one goes. */
  private void generateBothPhases() throws IOException {
    user("  String mail;\n  @Column(nullable = false, backfill = \"'-'\") String nick;\n");
    project.generate("Add nick", "-Alockstep.accept=data-loss").expectSuccess();
  }

  private List<String> migrationsAfter(String last) throws IOException {
    return project.tree().keySet().stream()
        .filter(file -> file.matches(".*/M\\d{4}_\\w+\\.java"))
        .map(file -> file.replaceAll(".*/|\\.java", ""))
        .filter(id -> id.compareTo(last) > 0)
        .toList();
  }

  /** Between any two changes of files. */
  @Test
  void tellsHowToGoOnAfterItWasKilledWithTwoPhases() throws IOException {
    generateBothPhases();
    String first = Project.MIGRATIONS + "M0003_AddNick.java";
    String oldFirst = project.read(first);
    String second = Project.MIGRATIONS + "M0004_AddNickContract.java";
    String oldSecond = project.read(second);
    user("  String mail;\n  @Column(nullable = false, backfill = \"'-'\") String name;\n");
    amend("Add name", "-Alockstep.accept=data-loss").expectSuccess();
    var done = project.tree();

    project.write(first, oldFirst);
    String lastLeft = project.compile().toString();
    assertTrue(lastLeft.contains("[lockstep:MigrationLeftOver] "), lastLeft);
    assertTrue(lastLeft.contains("M0003_AddNick.java"), lastLeft);
    project.write(second, oldSecond);
    String bothLeft = project.compile().toString();
    assertTrue(bothLeft.contains("[lockstep:MigrationLeftOver] "), bothLeft);
    assertTrue(bothLeft.contains("M0004_AddNickContract.java"), bothLeft);
    project.delete(second);
    project.delete(first);
    project.compile().expectSuccess();
    assertEquals(done, project.tree());
  }

  @Test
  void offersCommandsThatAmend() throws IOException {
    user("  String mail;\n");
    project.generate("Less", "-Alockstep.accept=data-loss").expectSuccess();
    user("");

    Result refused = amend("Less still");

    assertTrue(
        refused.errors().get(0).contains("-Dlockstep.amend=\"Less still\""), refused.toString());
    assertFalse(refused.toString().contains("lockstep.migrate"), refused.toString());
  }
}
