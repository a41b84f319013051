package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.MigrationSet;
import dev.lockstep.Migrator;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Branches that each add migrations, merged with real git; databases that have applied either side
 * first, both, or nothing all end with one catalog.
 */
class BranchesTest {
  @TempDir
  Path folder;

  private Project project;
  private GitRepository git;
  private final Map<String, MigrationSet> compiled = new HashMap<>();

  @BeforeEach
  void beginWithOneMigration() throws Exception {
    project = Project.shop(Files.createDirectories(folder.resolve("shop")));
    git = GitRepository.init(project.root());
    project.write("../../../.gitignore", "target/\n");
    user("");
    project.generate("Begin").expectSuccess();
    git.commit("Begin");
  }

  private void user(String fields) throws IOException {
    project.table("User", """
        @Table
        public class User {
          @Id Long id;
          String name;
        %s}
        """.formatted(fields));
  }

  /** A branch off another, with the model so and a migration of it. */
  private void branch(String name, String from, String fields, String description)
      throws Exception {
    git.run("checkout", "--quiet", "-B", name, from);
    user(fields);
    project.generate(description).expectSuccess();
    git.commit(description);
  }

  /** What is checked out there, compiled; every side of the history has its own classes. */
  private MigrationSet migrationsOf(String commit) throws Exception {
    MigrationSet known = compiled.get(commit);
    if (known != null) {
      return known;
    }
    Path checkout = folder.resolve("checkout-" + commit.replaceAll("\\W", "-"));
    git.run("worktree", "add", "--quiet", "--detach", checkout.toString(), commit);
    Project there = new Project(checkout);
    there.compile().expectSuccess();
    MigrationSet set = ServiceLoader.load(MigrationSet.class, there.load()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(each -> each.getClass().getPackageName().equals("com.example.shop.migrations"))
        .findFirst()
        .orElseThrow();
    compiled.put(commit, set);
    return set;
  }

  /** Applies the states one after the other, the last one being the merge; what is there then. */
  private static String catalogAfter(int major, List<MigrationSet> states) {
    DataSource database = Postgres.newDatabase(major);
    for (MigrationSet state : states) {
      Migrator.builder(database).migrations(state).build().upgrade();
    }
    MigrationSet merged = states.get(states.size() - 1);
    Migrator migrator = Migrator.builder(database).migrations(merged).build();
    assertEquals(List.of(), migrator.check().differences());
    assertTrue(migrator.upgrade().applied().isEmpty());
    return CatalogDump.of(database, "public");
  }

  private void assertAllEndAlike(String merge, String... sides) throws Exception {
    MigrationSet merged = migrationsOf(merge);
    MigrationSet begin = migrationsOf("begin");
    String catalog = catalogAfter(18, List.of(merged));
    for (String side : sides) {
      MigrationSet one = migrationsOf(side);
      for (int major : new int[] {14, 18}) {
        String there = catalogAfter(major, List.of(begin, one, merged));
        if (major == 18) {
          assertEquals(catalog, there, side);
        }
      }
    }
  }

  @Test
  void aMergeWithNothingLeftToDo() throws Exception {
    git.run("branch", "begin");
    branch("a", "main", "  String email;\n", "Add email");
    branch("b", "main", "  @Column(unique = true) String phone;\n", "Add phone");
    git.run("checkout", "--quiet", "main");
    git.run("merge", "--quiet", "a");
    git.mergeInConflict("b", "merge");
    user("  String email;\n  @Column(unique = true) String phone;\n");

    assertEquals(
        List.of("package-info.java:1: [lockstep:SnapshotConflict] "
            + MigrationFolder.shown(project.sources().resolve(Project.MIGRATIONS))
            + "/schema.json is in a merge conflict: two branches have added a migration\n"
            + "      merge them: mvn compile -Dlockstep.migrate=\"Merge\""),
        project.compile().errors());
    project.generate("Merge").expectSuccess();

    assertEquals("""
        package com.example.shop.migrations;

        import dev.lockstep.Migration;
        import dev.lockstep.Revision;
        import dev.lockstep.SchemaEditor;

        @Revision(parents = {"M0002_AddEmail", "M0002_AddPhone"}, description = "Merge")
        public final class M0003_Merge implements Migration {
          @Override
          public void upgrade(SchemaEditor schema) {
            // The branches together are what the model says: nothing is left to do
          }

          @Override
          public void downgrade(SchemaEditor schema) {
            // Nothing was done
          }
        }
        """, project.read(Project.MIGRATIONS + "M0003_Merge.java"));
    project.compile().expectSuccess();
    assertFalse(project.read(Project.MIGRATIONS + "schema.json").contains("<<<<"));
    git.commit("Merge");
    assertAllEndAlike("main", "begin", "a", "b");
  }

  @Test
  void threeHeadsAndAChangeOfTheMergeItself() throws Exception {
    git.run("branch", "begin");
    branch("a", "main", "  String email;\n", "Add email");
    branch("b", "main", "  String phone;\n  @Index String fax;\n", "Add phone and fax");
    git.run("checkout", "--quiet", "-B", "c", "main");
    project.table("Team", "@Table public class Team { @Id Long id; @References User lead; }");
    project.generate("Add teams").expectSuccess();
    git.commit("Add teams");

    git.run("checkout", "--quiet", "main");
    git.run("merge", "--quiet", "a");
    git.mergeInConflict("b", "diff3");
    user("  String email;\n  String phone;\n  @Index String fax;\n");
    git.run("checkout", "--ours", "--", "src/main/java/" + Project.MIGRATIONS + "schema.json");
    git.commit("Merge b, and forget its snapshot");
    assertEquals(
        "M0002_AddPhoneAndFax.java:12: [lockstep:TwoHeads] migrations \"M0002_AddEmail\" and"
            + " \"M0002_AddPhoneAndFax\" have both come last, on two branches\n"
            + "      merge them: mvn compile -Dlockstep.migrate=\"Merge\"",
        project.compile().errors().get(0));
    git.mergeInConflict("c", "diff3");
    user(
        "  String email;\n  String phone;\n  @Index String fax;\n  @Check(\"age > 0\") Integer age;\n");

    project.generate("Merge all, and add the age").expectSuccess();

    String merge = project.read(Project.MIGRATIONS + "M0003_MergeAllAndAddTheAge.java");
    assertTrue(
        merge.contains(
            "parents = {\"M0002_AddEmail\", \"M0002_AddPhoneAndFax\"," + " \"M0002_AddTeams\"}"),
        merge);
    assertTrue(merge.contains("schema.addColumn(\"user\", column(\"age\", integer()));"), merge);
    assertFalse(merge.contains("phone"), merge);
    git.commit("Merge");
    assertAllEndAlike("main", "begin", "a", "b", "c");
  }

  @Test
  void mergesThatCross() throws Exception {
    git.run("branch", "begin");
    branch("a", "main", "  String email;\n", "Add email");
    branch("b", "main", "  String phone;\n", "Add phone");
    git.run("branch", "a1", "a");
    git.run("branch", "b1", "b");
    for (String side : new String[] {"a", "b"}) {
      git.run("checkout", "--quiet", side);
      git.mergeInConflict(side.equals("a") ? "b1" : "a1", "diff3");
      user("  String email;\n  String phone;\n");
      project.generate("Merge into " + side).expectSuccess();
      git.commit("Merge into " + side);
      user("  String email;\n  String phone;\n  Integer of" + side + ";\n");
      project.generate("Go on with " + side).expectSuccess();
      git.commit("Go on with " + side);
    }
    git.run("checkout", "--quiet", "main");
    git.run("merge", "--quiet", "a");
    git.mergeInConflict("b", "diff3");
    user("  String email;\n  String phone;\n  Integer ofa;\n  Integer ofb;\n");

    project.generate("Merge crosswise").expectSuccess();
    project.compile().expectSuccess();
    git.commit("Merge crosswise");
    assertAllEndAlike("main", "begin", "a1", "b1", "a", "b");
  }

  @Test
  void refusesWhatDoesNotCommute() throws Exception {
    branch("a", "main", "  Integer age;\n", "Add age");
    branch("b", "main", "  Integer size;\n", "Add size");
    project.table("User", "@Table public class User { @Id Long id; }");
    project.generate("Drop name and size", "-Alockstep.accept=data-loss").expectSuccess();
    git.commit("Drop name");
    git.run("checkout", "--quiet", "a");
    project.table(
        "User", "@Table public class User { @Id Long id; @Index String name; Integer age; }");
    project.generate("Index names").expectSuccess();
    git.commit("Index names");
    git.mergeInConflict("b", "merge");
    project.table("User", "@Table public class User { @Id Long id; Integer age; }");

    List<String> errors = project.compile().errors();

    assertEquals(2, errors.size(), errors.toString());
    assertTrue(errors.get(0).contains("[lockstep:BranchesClash]"), errors.toString());
    assertTrue(errors.get(0).contains("\"M0003_DropNameAndSize\""), errors.toString());
    assertTrue(errors.get(0).contains("\"M0003_IndexNames\""), errors.toString());
    var before = project.tree();
    assertFalse(project.generate("Merge").success());
    assertEquals(before, project.tree());
  }

  @Test
  void refusesTwoMigrationsOfOneName() throws Exception {
    branch("a", "main", "  String email;\n", "Add column");
    branch("b", "main", "  String phone;\n", "Add column");
    String file = Project.MIGRATIONS + "M0002_AddColumn.java";
    git.mergeInConflict("a", "merge");
    user("  String email;\n  String phone;\n");
    for (String side : List.of("--ours", "--theirs")) {
      git.run("checkout", side, "--", "src/main/java/" + file);
      assertTwice();
    }
    String one = "schema.addColumn(\"user\", column(\"email\", text()));";
    String both = project.read(file).replace(one, one + "\n    " + one.replace("email", "phone"));
    assertTrue(both.contains("phone"), both);
    project.write(file, both);
    assertTwice();
  }

  @Test
  void refusesTwoMigrationsOfOneNameBeforeTheLastOne() throws Exception {
    branch("a", "main", "  String email;\n", "Add column");
    branch("b", "main", "  String phone;\n", "Add column");
    user("  String phone;\n  String fax;\n");
    project.generate("Add fax").expectSuccess();
    git.commit("Add fax");
    git.run("checkout", "--quiet", "a");
    git.mergeInConflict("b", "diff3");
    user("  String email;\n  String phone;\n  String fax;\n");
    String file = "src/main/java/" + Project.MIGRATIONS + "M0002_AddColumn.java";
    git.run("checkout", "--ours", "--", file);
    assertTwice();
    assertTrue(project.compile().errors().get(0).contains("checkout --theirs"));
    String snapshot = "src/main/java/" + Project.MIGRATIONS + "schema.json";
    git.run("checkout", "--theirs", "--", file, snapshot);
    project.generate("Add email").expectSuccess();
    project.compile().expectSuccess();
  }

  private void assertTwice() throws IOException {
    var before = project.tree();
    for (Project.Result result : List.of(project.compile(), project.generate("Merge"))) {
      assertEquals(1, result.errors().size(), result.errors().toString());
      assertTrue(
          result.errors().get(0).contains("[lockstep:MigrationTwice]"),
          result.errors().toString());
    }
    assertEquals(before, project.tree());
  }

  @ParameterizedTest
  @ValueSource(strings = {"M0002_Rename", "M0003_Unique"})
  void keepsTheSideThatIsToBeKept(String kept) throws Exception {
    renamedHereAndUsedThere();
    String error = project.generate("Merge").errors().stream()
        .filter(each -> each.contains("BranchesClash] migration \"" + kept + "\""))
        .findFirst()
        .orElseThrow();

    for (String file : shown("rm (.*)", error).split(" ")) {
      Files.delete(Path.of(file));
    }
    git.run(shown("git (checkout .*)", error).split(" "));

    project.generate("Go on").expectSuccess();
    project.compile().expectSuccess();
    assertTrue(Files.exists(project.sources().resolve(Project.MIGRATIONS + kept + ".java")));
  }

  /** On a branch {@code theirs}, and on the one that is checked out. */
  private void renamedHereAndUsedThere() throws Exception {
    users("@Column(renamedFrom = \"name\") String called;");
    git.run("checkout", "--quiet", "-b", "theirs");
    project.generate("Rename").expectSuccess();
    git.commit("Rename");
    git.run("checkout", "--quiet", "-b", "ours", "main");
    users("String name; @Index String word;");
    project.generate("Index").expectSuccess();
    users("@Column(unique = true) String name; @Index String word;");
    project.generate("Unique").expectSuccess();
    users("@Column(unique = true) String name; @Index String word; Integer age;");
    project.generate("Age").expectSuccess();
    git.commit("Unique");
    git.mergeInConflict("theirs", "merge");
    users("@Column(renamedFrom = \"name\", unique = true) String called;"
        + " @Index String word; Integer age;");
  }

  private void users(String fields) throws IOException {
    project.table("User", "@Table public class User { @Id Long id; " + fields + " }");
  }

  private static String shown(String pattern, String error) {
    Matcher matcher = Pattern.compile(pattern).matcher(error);
    assertTrue(matcher.find(), error);
    return matcher.group(1);
  }
}
