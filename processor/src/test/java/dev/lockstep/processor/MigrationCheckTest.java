package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.Project.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is wrong between migrations, snapshot and model stops the compile, with one message each.
 */
class MigrationCheckTest {
  private static final String FIRST = Project.MIGRATIONS + "M0001_First.java";
  private static final String SECOND = Project.MIGRATIONS + "M0002_Second.java";
  private static final String SNAPSHOT = Project.MIGRATIONS + "schema.json";

  @TempDir
  Path folder;

  private Project project;

  @BeforeEach
  void generateTwoMigrations() throws IOException {
    project = Project.shop(folder).table("User", "@Table public class User { @Id Long id; }");
    project.generate("First").expectSuccess();
    project.table("User", "@Table public class User { @Id Long id; String name; }");
    project.generate("Second").expectSuccess();
  }

  private void assertRefused(String... firstLines) throws IOException {
    assertRefused(project.compile(), firstLines);
    var before = project.tree();
    assertRefused(project.generate("Third", "-Alockstep.empty=true"), firstLines);
    assertEquals(before, project.tree());
  }

  private static void assertRefused(Result result, String... firstLines) {
    assertFalse(result.success());
    List<String> errors = result.errors().stream()
        .map(error ->
            error.lines().findFirst().orElse("").replaceAll("/\\S+/src/main/java/", ".../"))
        .toList();
    assertEquals(List.of(firstLines), errors, result.toString());
  }

  @Test
  void aParentThatIsMissing() throws IOException {
    project.delete(FIRST);

    assertRefused("M0002_Second.java:11: [lockstep:MigrationMissing] migration \"M0001_First\","
        + " the parent of \"M0002_Second\", is missing");
  }

  @Test
  void aHeadThatIsMissing() throws IOException {
    project.delete(SECOND);

    assertRefused("package-info.java:1: [lockstep:MigrationMissing] migration \"M0002_Second\","
        + " the last one that schema.json names, is missing");
  }

  @Test
  void aSnapshotThatIsMissing() throws IOException {
    project.delete(SNAPSHOT);

    assertRefused(
        "package-info.java:1: [lockstep:SnapshotMissing]"
            + " .../com/example/shop/migrations/schema.json is missing beside migration \"M0002_Second\"");
  }

  @Test
  void aSnapshotThatIsOlder() throws IOException {
    project.write(SNAPSHOT, project.read(SNAPSHOT).replace("M0002_Second", "M0001_First"));

    assertRefused("M0002_Second.java:11: [lockstep:MigrationUnknown] migration \"M0002_Second\""
        + " is newer than schema.json, which names \"M0001_First\" as the last");
  }

  @Test
  void aSnapshotThatIsDamaged() throws IOException {
    project.write(SNAPSHOT, project.read(SNAPSHOT).replace("\"text\"", "7"));

    assertRefused("[lockstep:SnapshotDamaged] .../com/example/shop/migrations/schema.json:18:"
        + " property \"type\" must be a text");
  }

  @Test
  void aSnapshotInConflictWhoseMarkersWereEdited() throws IOException {
    project.write(
        SNAPSHOT, project.read(SNAPSHOT).replace("  \"heads\"", "<<<<<<< HEAD\n  \"heads\""));

    assertRefused(
        "[lockstep:SnapshotConflict] .../com/example/shop/migrations/schema.json:32:"
            + " the file is in a merge conflict whose markers were edited: the last conflict has no end");
  }

  @Test
  void twoHeadsThatDoNotCommute() throws IOException {
    project.write(
        Project.MIGRATIONS + "M0002_Other.java",
        project.read(SECOND).replace("M0002_Second", "M0002_Other"));
    // The model of neither: else one of them would be what an amendment has left over.
    project.table("User", "@Table public class User { @Id Long id; String other; }");

    assertRefused(
        "M0002_Other.java:11: [lockstep:BranchesClash] migration \"M0002_Other\" and migration"
            + " \"M0002_Second\" of another branch do not commute: \"M0002_Second\" fails after the"
            + " other: table \"user\" has a column \"name\" already",
        "M0002_Second.java:11: [lockstep:BranchesClash] migration \"M0002_Second\" and migration"
            + " \"M0002_Other\" of another branch do not commute: \"M0002_Second\" fails after the"
            + " other: table \"user\" has a column \"name\" already");
  }

  @Test
  void aBranchOfWhichAMergeTookTheMigrationAlone() throws IOException {
    project.write(
        Project.MIGRATIONS + "M0002_Other.java",
        project
            .read(SECOND)
            .replace("M0002_Second", "M0002_Other")
            .replace("\"name\"", "\"other\""));
    String snapshot = Project.MIGRATIONS + "schema.json";

    String refused = project.compile().toString();
    assertTrue(refused.contains("put \"M0002_Other\" into heads in schema.json"), refused);
    project.write(
        snapshot,
        project
            .read(snapshot)
            .replace("\"M0002_Second\"", "\"M0002_Other\",\n    \"M0002_Second\""));
    project.table("User", "@Table public class User { @Id Long id; String name; String other; }");

    assertRefusedAsTwoHeads();
    project.generate("Merge").expectSuccess();
    project.compile().expectSuccess();
  }

  private void assertRefusedAsTwoHeads() throws IOException {
    String refused = project.compile().toString();
    assertTrue(refused.contains("[lockstep:TwoHeads] "), refused);
  }

  @Test
  void aMigrationThatWasEditedToLeadElsewhere() throws IOException {
    project.write(
        SECOND,
        project.read(SECOND).replace("text()", "varchar(80)").replace(".text;", ".varchar;"));

    assertRefused("M0002_Second.java:11: [lockstep:ReplayDiffers] the migrations up to"
        + " \"M0002_Second\" lead to another schema than schema.json records");

    project.table(
        "User", "@Table public class User { @Id Long id; @Column(length = 80) String name; }");
    project.generate("Keep it").expectSuccess();
    assertTrue(project.read(SNAPSHOT).contains("\"varchar(80)\""));
    project.compile().expectSuccess();
  }

  @Test
  void aMigrationThatCannotFollow() throws IOException {
    project.write(SECOND, project.read(SECOND).replace("\"user\"", "\"customer\""));

    assertRefused("M0002_Second.java:11: [lockstep:MigrationBroken] migration \"M0002_Second\""
        + " cannot follow what is before it: there is no table \"customer\"");
  }

  @Test
  void aMigrationThatRefersToWhatMayChange() throws IOException {
    project.write("com/example/shop/Names.java", """
        package com.example.shop;

        public final class Names {
          public static final String USER = "user";

          public enum Mood { GOOD }

          public static String of(String name) {
            return name;
          }
        }
        """);
    String migration = project.read(SECOND);
    for (String[] mention : new String[][] {
      {"import com.example.shop.Names;", "Names.USER", "com.example.shop.Names.USER"},
      {"import static com.example.shop.Names.USER;", "USER", "com.example.shop.Names.USER"},
      {"", "com.example.shop.Names.USER", "com.example.shop.Names.USER"},
      {"import static com.example.shop.Names.*;", "USER", "com.example.shop.Names.USER"},
      {"import com.example.shop.*;", "Names.Mood.GOOD.name()", "enum com.example.shop.Names.Mood"},
      {
        "import com.example.shop.Names.Mood;",
        "Mood.valueOf(\"GOOD\").name()",
        "enum com.example.shop.Names.Mood"
      }
    }) {
      project.write(
          SECOND,
          migration
              .replace(
                  "import dev.lockstep.Migration;", mention[0] + "\nimport dev.lockstep.Migration;")
              .replaceFirst("\"user\"", mention[1]));

      assertRefused("M0002_Second.java:12: [lockstep:MigrationNotFrozen] migration"
          + " \"M0002_Second\" refers to " + mention[2]
          + ", so it would mean something else when that changes");
    }
    project.write(
        SECOND,
        migration
            .replaceFirst("\"user\"", "String.valueOf(\"user\")")
            .replace(
                "public final class M0002_Second implements Migration {",
                "public final class M0002_Second implements Migration {\n  enum Own { A }\n"
                    + "  static final int N = java.sql.Types.INTEGER + Own.A.ordinal();\n"));
    project.compile().expectSuccess();
  }

  @Test
  void aStepThatFailsWhenItRuns() throws IOException {
    project.write(
        SECOND,
        project
            .read(SECOND)
            .replace(
                "schema.addColumn",
                "schema.createEnum(\"e\", \"a\", \"a\");\n    schema.addColumn"));

    assertRefused("M0002_Second.java:11: [lockstep:MigrationInvalid] migration \"M0002_Second\""
        + " has a step that fails when it runs: createEnum: enum \"e\" has a value twice");
  }

  @Test
  void aCycle() throws IOException {
    project.write(
        FIRST, project.read(FIRST).replace("@Revision(", "@Revision(parents = \"M0002_Second\", "));

    assertRefused("M0001_First.java:12: [lockstep:MigrationCycle]"
        + " migrations \"M0001_First\" and \"M0002_Second\" wait for each other");
  }

  @Test
  void aMigrationThatRefersToTheModel() throws IOException {
    String migration = project.read(SECOND);
    for (String mention : List.of(
        "import com.example.shop.User;\n@Revision(",
        "import com.example.shop.*;\n// User\n@Revision(")) {
      project.write(
          SECOND,
          migration
              .replace("@Revision(", mention)
              .replace(
                  "@Override\n  public void up",
                  "Class<?> model = User.class;\n@Override\n  public void up"));

      Result result = project.compile();

      assertTrue(
          result
              .errors()
              .get(0)
              .contains(
                  "[lockstep:MigrationUsesModel] migration"
                      + " \"M0002_Second\" refers to com.example.shop.User, which will not stay as it is"),
          result.toString());
    }
  }

  @Test
  void aMigrationThatRefersToAnEnumType() throws IOException {
    project.table("State", "@EnumType public enum State { ON }");
    project.write(
        SECOND,
        project
            .read(SECOND)
            .replace(
                "@Override\n  public void up",
                "Class<?> model = com.example.shop.State.class;\n@Override\n  public void up"));

    List<String> errors = project.compile().errors();

    assertTrue(
        errors.stream()
            .anyMatch(
                error -> error.contains("\"M0002_Second\" refers to com.example.shop.State,")),
        errors.toString());
  }

  @Test
  void aMentionInACommentIsNone() throws IOException {
    project.write(
        SECOND,
        project
            .read(SECOND)
            .replace("@Revision(", "/** See {@code com.example.shop.User}. */ @Revision("));

    project.compile().expectSuccess();
  }

  @Test
  void classesThatAreNoMigrations() throws IOException {
    String second = project.read(SECOND);
    assertInvalid(second.replace("public final class", "public abstract class"), "is abstract");
    assertInvalid(second.replace("public final class", "final class"), "is not public");
    assertInvalid(
        second.replace("Migration {", "Migration {\n  private M0002_Second() {}\n"),
        "has no public constructor without parameters");
    assertInvalid(
        second.replace("@Revision(parents = \"M0001_First\", description = \"Second\")", ""),
        "has no @Revision, so its place among the migrations is unknown");
    assertInvalid(
        second.replace("implements Migration ", "").replace("@Override", ""),
        "does not implement Migration");
  }

  private void assertInvalid(String source, String flaw) throws IOException {
    project.write(SECOND, source);

    Result result = project.compile();

    assertTrue(
        result
            .errors()
            .get(0)
            .contains("[lockstep:MigrationInvalid] migration \"M0002_Second\" " + flaw),
        result.toString());
  }

  @Test
  void aMigrationThatIsNotCompiled() throws IOException {
    List<Path> model = project.javaFiles().stream()
        .filter(file -> !file.getParent().endsWith("migrations"))
        .toList();
    java.nio.file.Files.walk(project.classes())
        .filter(file -> file.toString().endsWith(".class"))
        .forEach(file -> file.toFile().delete());

    Result result = project.compile(model);

    assertTrue(
        result
            .errors()
            .get(0)
            .startsWith("[lockstep:MigrationNotCompiled] migration"
                + " \"M0001_First\" is not part of this compile"),
        result.toString());
  }

  @Test
  void aNameThatTheRegistryNeeds() throws IOException {
    project.write(
        Project.MIGRATIONS + "Migrations.java",
        "package com.example.shop.migrations;\npublic class Migrations {}");

    Result result = project.compile();

    assertTrue(
        result.errors().get(0).contains("com.example.shop.migrations.Migrations"),
        result.toString());
    assertEquals(1, result.errors().size(), result.toString());
  }

  @Test
  void aHintThatNamesWhatNeverWas() throws IOException {
    project.table("User", """
        @Table(renamedFrom = "person") public class User {
          @Id Long id;
          @Column(renamedFrom = "nick") String name;
        }""");

    assertRefused(
        "User.java:5: [lockstep:RenameUnknown] there never was a table \"person\"",
        "User.java:7: [lockstep:RenameUnknown] table \"user\" never had a column \"nick\"");

    project.table("User", """
        @Table public class User {
          @Id Long id;
          @Column(renamedFrom = "name") String nick;
        }""");
    project.generate("Rename").expectSuccess();
    Result done = project.compile().expectSuccess();
    assertTrue(
        done.warnings().get(0).contains("[lockstep:RenameDone] renamedFrom = \"name\""),
        done.toString());
    project.table("User", """
        @Table public class User {
          @Id Long id;
          @Column(renamedFrom = "nick") String name;
        }""");
    project.generate("Rename back").expectSuccess();
    assertEquals(1, project.compile().expectSuccess().warnings().size());
  }

  @Test
  void aHintThatHasDoneItsWorkThoughTheOldNameHoldsADot() throws IOException {
    project.table("Thing", """
        @Table(name = "t.old") public class Thing { @Id Long id; }
        @EnumType(name = "e.old") enum State { A }
        @Sequence(name = "s.old") @View(name = "v.old", query = "SELECT 1 AS a") class Others {}
        """);
    project.generate("Third").expectSuccess();
    project.table("Thing", """
        @Table(name = "t_new", renamedFrom = "t.old") public class Thing { @Id Long id; }
        @EnumType(name = "e_new", renamedFrom = "e.old") enum State { A }
        @Sequence(name = "s_new", renamedFrom = "s.old")
        @View(name = "v_new", renamedFrom = "v.old", query = "SELECT 1 AS a") class Others {}
        """);
    project.generate("Rename").expectSuccess();

    List<String> warnings = project.compile().expectSuccess().warnings();

    assertEquals(4, warnings.size(), warnings.toString());
    for (String old : List.of("t.old", "e.old", "s.old", "v.old")) {
      String done = "[lockstep:RenameDone] renamedFrom = \"" + old + "\"";
      assertTrue(warnings.stream().anyMatch(each -> each.contains(done)), warnings.toString());
    }
  }
}
