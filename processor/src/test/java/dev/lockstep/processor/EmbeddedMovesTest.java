package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields that move into, out of and beside embeddables: cases 89 to 95 of the model-diff cases. */
class EmbeddedMovesTest {
  private static final String ADDRESS = "@Embeddable class Address { String city; }";

  @TempDir
  private Path folder;

  private Project project;

  /** Generates the first migration for these classes. */
  private void before(Map<String, String> classes) throws IOException {
    project = Project.shop(folder);
    write(classes);
    project.generate("Initial migration").expectSuccess();
  }

  private void write(Map<String, String> classes) throws IOException {
    for (Map.Entry<String, String> each : classes.entrySet()) {
      project.table(each.getKey(), each.getValue());
    }
  }

  /** The operations up and down of the second migration, one each. */
  private List<String> after(Map<String, String> classes) throws IOException {
    write(classes);
    project.generate("Move", "-Alockstep.online=false").expectSuccess();
    return project
        .read(Project.MIGRATIONS + "M0002_Move.java")
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("schema."))
        .toList();
  }

  /** First lines of what the generating compile refuses. */
  private List<String> refused(Map<String, String> classes) throws IOException {
    write(classes);
    return project.generate("Move").errors().stream()
        .map(error -> error.lines().findFirst().orElse(""))
        .toList();
  }

  private static Map<String, String> model(String user, String address) {
    return Map.of("User", user, "Address", address);
  }

  /** What goes down undoes what goes up. */
  private static List<String> renamed(String from, String to) {
    return List.of(
        "schema.renameColumn(\"user\", \"" + from + "\", \"" + to + "\");",
        "schema.renameColumn(\"user\", \"" + to + "\", \"" + from + "\");");
  }

  @Test
  void aMoveIntoAnEmbeddableIsARenameThatTheUserStates() throws IOException {
    before(Map.of("User", "@Table class User { @Id int id; String city; }"));
    assertEquals(
        List.of(
            "User.java:5: [lockstep:ColumnRemoved] column \"city\" of table \"user\" has no field any more; a migration would delete its data"),
        refused(model("@Table class User { @Id int id; @Embedded Address home; }", ADDRESS)));
    assertEquals(
        renamed("city", "home_city"),
        after(model(
            "@Table class User { @Id int id; @Embedded Address home; }",
            "@Embeddable class Address { @Column(renamedFrom = \"city\") String city; }")));
    assertEquals(1, project.compile().expectSuccess().warnings().size());
  }

  @Test
  void aMoveOutOfAnEmbeddableIsARenameThatTheUserStates() throws IOException {
    before(model("@Table class User { @Id int id; @Embedded Address home; }", ADDRESS));
    assertEquals(
        renamed("home_city", "city"),
        after(
            Map.of(
                "User",
                "@Table class User { @Id int id; @Column(renamedFrom = \"home_city\") String city; }")));
  }

  @Test
  void aRenameInsideHasNothingToSayOfAUseThatIsNew() throws IOException {
    before(model("@Table class User { @Id int id; @Embedded Address home; }", ADDRESS));
    String renamed = "@Embeddable class Address { @Column(renamedFrom = \"city\") String town; }";
    assertEquals(
        List.of(
            "schema.renameColumn(\"user\", \"home_city\", \"home_town\");",
            "schema.addColumn(\"user\", column(\"work_town\", text()));",
            "schema.dropColumn(\"user\", \"work_town\");",
            "schema.renameColumn(\"user\", \"home_town\", \"home_city\");"),
        after(model(
            "@Table class User { @Id int id; @Embedded Address home; @Embedded Address work; }",
            renamed)));
    assertEquals(2, project.compile().expectSuccess().warnings().size());
    write(Map.of("Firm", "@Table class Firm { @Id int id; @Embedded Address seat; }"));
    project.generate("Add firm").expectSuccess();
  }

  @Test
  void aRenameInsideThatNoUseEverHadIsWrong() throws IOException {
    before(model("@Table class User { @Id int id; @Embedded Address home; }", ADDRESS));
    assertEquals(
        List.of(
            "Address.java:5: [lockstep:RenameUnknown] table \"user\" never had a column \"home_citi\"; did you mean \"home_city\"?",
            "User.java:5: [lockstep:ColumnRemoved] column \"home_city\" of table \"user\" has no field any more; a migration would delete its data"),
        refused(model(
            "@Table class User { @Id int id; @Embedded Address home; }",
            "@Embeddable class Address { @Column(renamedFrom = \"citi\") String town; }")));
  }

  /** Case 89. */
  @Test
  void aMoveToASecondUseLeavesTheFirstAlone() throws IOException {
    before(
        model("@Table class User { @Id int id; @Embedded Address home; String city; }", ADDRESS));
    assertEquals(renamed("city", "work_city"), after(Map.of("User", """
                @Table class User { @Id int id; @Embedded Address home;
                  @Embedded(overrides = @ColumnOverride(field = "city", column = @Column(renamedFrom = "city"))) Address work; }""")));
  }

  /** Case 90. */
  @Test
  void aRenameInsideDoesNotTakeANewFieldOfTheOwner() throws IOException {
    before(model("@Table class User { @Id int id; @Embedded Address home; }", ADDRESS));
    assertEquals(
        List.of(
            "schema.renameColumn(\"user\", \"home_city\", \"home_town\");",
            "schema.addColumn(\"user\", column(\"city\", text()));",
            "schema.dropColumn(\"user\", \"city\");",
            "schema.renameColumn(\"user\", \"home_town\", \"home_city\");"),
        after(model(
            "@Table class User { @Id int id; @Embedded Address home; String city; }",
            "@Embeddable class Address { @Column(renamedFrom = \"city\") String town; }")));
  }

  /** Case 91. */
  @Test
  void aRenameOfTheOwnersFieldDoesNotTakeANewOneInside() throws IOException {
    before(model("@Table class User { @Id int id; @Embedded Address home; String zip; }", ADDRESS));
    assertEquals(
        List.of(
            "schema.renameColumn(\"user\", \"zip\", \"post_code\");",
            "schema.addColumn(\"user\", column(\"home_zip\", text()));",
            "schema.dropColumn(\"user\", \"home_zip\");",
            "schema.renameColumn(\"user\", \"post_code\", \"zip\");"),
        after(model(
            "@Table class User { @Id int id; @Embedded Address home; @Column(renamedFrom = \"zip\") String postCode; }",
            "@Embeddable class Address { String city; String zip; }")));
  }

  /** Case 93. */
  @Test
  void twoUsesAddAllTheirColumns() throws IOException {
    before(Map.of("User", "@Table class User { @Id int id; }"));
    assertEquals(
        List.of("home_city", "work_city"),
        after(model(
                "@Table class User { @Id int id; @Embedded Address home; @Embedded(prefix = \"work_\") Address office; }",
                ADDRESS))
            .stream()
            .filter(line -> line.contains("addColumn"))
            .map(line -> line.replaceAll(".*column\\(\"(\\w+)\".*", "$1"))
            .collect(Collectors.toList()));
  }

  /** Case 94. */
  @Test
  void aNewFieldOfAnEmbeddableIsAddedAtEachUse() throws IOException {
    before(model(
        "@Table class User { @Id int id; @Embedded Address home; @Embedded Address work; }",
        ADDRESS));
    project.table("Address", "@Embeddable class Address { String city;\nString zip; }");
    assertEquals(
        List.of(
            "Address.java:6: [lockstep:ColumnAdded] column \"home_zip\" of table \"user\" is not migrated yet",
            "Address.java:6: [lockstep:ColumnAdded] column \"work_zip\" of table \"user\" is not migrated yet"),
        project.compile().errors().stream()
            .map(error -> error.lines().findFirst().orElse(""))
            .toList());
    assertEquals(
        List.of(
            "schema.addColumn(\"user\", column(\"home_zip\", text()));",
            "schema.addColumn(\"user\", column(\"work_zip\", text()));",
            "schema.dropColumn(\"user\", \"work_zip\");",
            "schema.dropColumn(\"user\", \"home_zip\");"),
        after(Map.of()));
  }

  /** Case 95. */
  @Test
  void aClassSplitInTwoOfTheSameColumnsIsNoChange() throws IOException {
    before(Map.of("User", "@Table class User { @Id int id; String city; String name; }"));
    write(model(
        "@Table class User extends Named { @Id int id; @Embedded(prefix = \"\") Address home; }\n@MappedSuperclass class Named { String name; }",
        ADDRESS));
    assertEquals(List.of(), project.compile().expectSuccess().warnings());
    Map<String, String> tree = project.tree();
    project.generate("Move", "-Alockstep.online=false").expectSuccess();
    assertEquals(tree, project.tree());
  }

  @Test
  void placesWhatALibraryCausesAtTheFieldThatEmbedsIt() throws IOException {
    before(model("@Table class User { @Id int id;\n@Embedded Address home; }", ADDRESS));
    project.table("Address", "@Embeddable class Address { String city; Integer zip; }");
    project.compile(
        List.of(project.sources().resolve(Project.PACKAGE + "Address.java")), "-proc:none");
    List<Path> rest = project.javaFiles().stream()
        .filter(file -> !file.endsWith("Address.java"))
        .toList();
    assertEquals(
        List.of(
            "User.java:6: [lockstep:ColumnAdded] column \"home_zip\" of table \"user\" is not migrated yet\n"
                + "      migrate: mvn compile -Dlockstep.migrate=\"Add home_zip to user\""),
        project.compile(rest).errors());
  }

  @Test
  void placesAMistakeOfALibraryAtTheFieldThatEmbedsIt() throws IOException {
    project = Project.shop(folder);
    project.table(
        "Address", "@Embeddable class Address { @Column(length = 3) int city; Thread t; }");
    project.compile(
        List.of(project.sources().resolve(Project.PACKAGE + "Address.java")), "-proc:none");
    project.delete(Project.PACKAGE + "Address.java");
    project.table("User", "@Table class User { @Id int id;\n@Embedded\nAddress\nhome; }");
    assertEquals(
        List.of(
            "User.java:8: [lockstep:AttributeMisplaced] length means nothing for type integer",
            "User.java:8: [lockstep:TypeUnmapped] java.lang.Thread has no PostgreSQL type"),
        project.compile().errors().stream()
            .map(error -> error.lines().findFirst().orElse(""))
            .toList());
  }
}
