package dev.lockstep.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.CatalogDump;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One user's way: a project, a build, a database. Each method is a step and checks what it did. */
final class Walk {
  static final String FIRST = "lockstep.migrate=Initial migration";
  static final String SECOND = "lockstep.migrate=Add address to User";

  private static final String M1 = "M0001_InitialMigration";
  private static final String M2 = "M0002_AddAddressToUser";
  private static final int DONE = 0;
  private static final int PENDING = 3;

  private final Readme readme;
  private final Build build;
  private final UserProject project;
  private final DataSource database;

  Walk(Readme readme, Build build, UserProject project, DataSource database) {
    this.readme = readme;
    this.build = build;
    this.project = project;
    this.database = database;
  }

  /** DESIGN's table, row by row. */
  void start() throws IOException {
    forgetsToMigrate();
    generatesTheFirst();
    generatesNothingTwice();
    findsNothingToDo();
    String nothing = catalog();
    appliesTheFirst();
    String first = catalog();
    assertNotEquals(nothing, first);
    editsTheModel();
    generatesTheSecond();
    appliesTheSecond();
    String second = catalog();
    assertNotEquals(first, second);
    goesBack(first);
    goesBackToTheStart(nothing);
    goesToTheHead(second);
  }

  private void forgetsToMigrate() {
    Shell.Result result = fails(List.of());

    says(result, "[lockstep:TableAdded] table \"user\" is not migrated yet");
    says(result, "    migrate: mvn compile -Dlockstep.migrate=\"Initial migration\"");
    assertEquals(List.of(), project.changes(), result::toString);
  }

  private void generatesTheFirst() {
    Shell.Result result = compiles(List.of(FIRST));

    assertEquals(List.of(added(M1 + ".java"), added("schema.json")), project.changes());
    says(result, M1);
    for (String type : List.of(M1, "Migrations")) {
      assertTrue(
          project
              .classes()
              .resolve("com/example/shop/migrations/" + type + ".class")
              .toFile()
              .isFile(),
          () -> type + " is not compiled\n" + result);
    }
  }

  private void generatesNothingTwice() throws IOException {
    SortedMap<String, String> before = project.migrations();

    Shell.Result result = compiles(List.of(FIRST));

    says(result, "no change");
    assertEquals(before, project.migrations());
    project.commit();
  }

  private void findsNothingToDo() {
    Shell.Result result = compiles(List.of());

    assertEquals(List.of(), project.changes(), result::toString);
  }

  private void appliesTheFirst() {
    commandLine(PENDING, "status", M1, "pending");
    commandLine(DONE, "upgrade", M1);
    commandLine(DONE, "status", M1, "applied");
  }

  private void editsTheModel() throws IOException {
    List<String> edits = readme.listings("User.java");
    project.write(UserProject.USER, edits.get(1));
    project.commit();

    Shell.Result result = fails(List.of());

    String place = build.at(project.lineOf(UserProject.USER, "String address"));
    String message =
        "[lockstep:ColumnAdded] column \"address\" of table \"user\" is not migrated yet";
    assertTrue(
        Pattern.compile(place + Pattern.quote(message)).matcher(result.output()).find(),
        result::toString);
    says(result, "    migrate: mvn compile -Dlockstep.migrate=\"Add address to user\"");
    assertEquals(List.of(), project.changes(), result::toString);
  }

  private void generatesTheSecond() throws IOException {
    Shell.Result result = compiles(List.of(SECOND));

    says(result, M2);
    assertEquals(List.of(changed("schema.json"), added(M2 + ".java")), project.changes());
    assertEquals(readme.listings(M2 + ".java").get(0), project.migrations().get(M2 + ".java"));
    project.commit();
    findsNothingToDo();
  }

  private void appliesTheSecond() {
    commandLine(PENDING, "status", M2, "pending");
    commandLine(DONE, "upgrade", M2);
    commandLine(DONE, "status", M2, "applied");
    commandLine(DONE, "history", M1, M2);
    commandLine(DONE, "check");
  }

  private void goesBack(String first) {
    commandLine(DONE, "downgrade", M2);
    assertEquals(first, catalog());
    commandLine(PENDING, "status", M2, "pending");
  }

  private void goesBackToTheStart(String nothing) {
    commandLine(DONE, "downgrade base", M1);
    assertEquals(nothing, catalog());
  }

  private void goesToTheHead(String second) {
    commandLine(DONE, "upgrade", M1, M2);
    assertEquals(second, catalog());
  }

  private Shell.Result compiles(List<String> options) {
    Shell.Result result = build.compile(project, options);
    assertEquals(0, result.exitCode(), result::toString);
    return result;
  }

  private Shell.Result fails(List<String> options) {
    Shell.Result result = build.compile(project, options);
    assertNotEquals(0, result.exitCode(), result::toString);
    return result;
  }

  /** Runs {@code dev.lockstep.cli.Main} on what was compiled. */
  private void commandLine(int exitCode, String arguments, String... said) {
    List<String> command = new ArrayList<>(List.of(
        build.jdk().program("java"),
        "-cp",
        BuiltJars.path(BuiltJars.RUN, project.classes()),
        "dev.lockstep.cli.Main"));
    command.addAll(List.of(arguments.split(" ")));
    Shell.Result result = Shell.run(project.root(), environment(), command);
    assertEquals(exitCode, result.exitCode(), result::toString);
    for (String text : said) {
      says(result, text);
    }
  }

  private Map<String, String> environment() {
    return Map.of("LOCKSTEP_URL", ((PGSimpleDataSource) database).getURL(), "PGUSER", "postgres");
  }

  private String catalog() {
    return CatalogDump.of(database, "public");
  }

  private static void says(Shell.Result result, String text) {
    assertTrue(result.output().contains(text), () -> "\"" + text + "\" is not in\n" + result);
  }

  private static String added(String file) {
    return "?? " + UserProject.MIGRATIONS + file;
  }

  private static String changed(String file) {
    return " M " + UserProject.MIGRATIONS + file;
  }
}
