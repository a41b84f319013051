package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Migration;
import dev.lockstep.annotations.Table;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration means the same for ever: it asks nobody what to do. */
class FrozenTest {
  private static final String FIRST = Project.MIGRATIONS + "M0001_First.java";

  @TempDir
  Path folder;

  private Project project;
  private String migration;
  private String[] options = {};

  @BeforeEach
  void generate() throws IOException {
    project = Project.shop(folder).table("User", "@Table public class User { @Id Long id; }");
    project.write("com/example/shop/Names.java", """
        package com.example.shop;

        public class Names {
          public static String table() {
            return "user";
          }

          public String own() {
            return "user";
          }
        }
        """);
    project.generate("First").expectSuccess();
    migration = project.read(FIRST);
  }

  /** What the first message says that the migration refers to; empty if it may. */
  private String refused(String imports, String members, String dropped) throws IOException {
    project.write(
        FIRST,
        migration
            .replace("import dev.lockstep.Migration;", imports + "import dev.lockstep.Migration;")
            .replace("implements Migration {", "implements Migration {\n" + members)
            .replace("schema.dropTable(\"user\");", dropped));
    Project.Result result = project.compile(options);
    return result.errors().isEmpty()
        ? ""
        : result
            .errors()
            .get(0)
            .lines()
            .findFirst()
            .orElse("")
            .replaceAll(".*\\[lockstep:MigrationNotFrozen] migration \"M0001_First\" refers to", "")
            .replace(", so it would mean something else when that changes", "")
            .strip();
  }

  private String argument(String imports, String argument) throws IOException {
    return refused(imports, "", "schema.dropTable(" + argument + ");");
  }

  @Test
  void refusesMethodsOfTheProject() throws IOException {
    String call = "com.example.shop.Names.table()";
    assertEquals(call, argument("import com.example.shop.Names;\n", "Names.table()"));
    assertEquals(call, argument("", "com.example.shop.Names.table()"));
    assertEquals(call, argument("import static com.example.shop.Names.table;\n", "table()"));
    assertEquals(call, argument("import static com.example.shop.Names.*;\n", "table()"));
    assertEquals(
        call,
        argument(
            "import com.example.shop.Names;\n",
            "((java.util.function.Supplier<String>) Names::table).get()"));
    assertEquals(
        "new com.example.shop.Names()",
        argument("import com.example.shop.*;\n", "new Names().own()"));
  }

  @Test
  void refusesWhatTheMachineOrTheClockSays() throws IOException {
    assertEquals("java.lang.System.getProperty()", argument("", "System.getProperty(\"user\")"));
    assertEquals("java.lang.System.getenv()", argument("", "java.lang.System.getenv(\"USER\")"));
    assertEquals(
        "java.lang.System.getenv()",
        argument("import static java.lang.System.getenv;\n", "getenv(\"USER\")"));
    assertEquals(
        "java.time.LocalDate.now()",
        argument("import java.time.LocalDate;\n", "\"user_\" + LocalDate.now().getYear()"));
    assertEquals(
        "java.time.Instant.now()", argument("import java.time.*;\n", "Instant.now().toString()"));
    assertEquals(
        "java.time.Year.now()",
        argument("import static java.time.Year.now;\n", "\"user_\" + now()"));
    assertEquals(
        "new java.util.Random()",
        argument("import java.util.Random;\n", "\"user\" + new Random().nextInt()"));
    assertEquals("java.lang.Math.random()", argument("", "\"user\" + Math.random()"));
    assertEquals(
        "java.util.UUID.randomUUID()", argument("", "java.util.UUID.randomUUID().toString()"));
  }

  /** Where a name means what the module sees. */
  @Test
  void refusesTheSameInAModule() throws Exception {
    project.write("module-info.java", """
        module shop {
          requires dev.lockstep.annotations;
          requires dev.lockstep.runtime;
        }
        """);
    options = new String[] {
      "--module-path", home(Table.class) + File.pathSeparator + home(Migration.class)
    };

    assertEquals("", argument("", "\"user\""));
    assertEquals(
        "com.example.shop.Names.table()",
        argument("import com.example.shop.*;\n", "Names.table()"));
    assertEquals(
        "java.time.Instant.now()", argument("import java.time.*;\n", "Instant.now().toString()"));
  }

  private static String home(Class<?> part) throws URISyntaxException {
    return Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  @Test
  void refusesVariablesOfItsOwn() throws IOException {
    assertEquals(
        "its own variable table",
        refused("", "  static String table = \"user\";\n", "schema.dropTable(table);"));
    assertEquals(
        "its own variable table",
        refused(
            "",
            "  static class Held { static String table = \"user\"; }\n",
            "schema.dropTable(Held.table);"));
  }

  /** The same of a migration whose class goes on so behind its name. */
  private String inherits(String heritage, String members, String dropped) throws IOException {
    String original = migration;
    migration = original.replace("implements Migration {", heritage + " {\n" + members);
    String said = refused("", "", "schema.dropTable(" + dropped + ");");
    migration = original;
    return said;
  }

  @Test
  void refusesSupertypesOfTheProject() throws IOException {
    project.write("com/example/shop/Base.java", """
        package com.example.shop;

        public class Base {
          protected static String table = "user";

          protected String table() {
            return "user";
          }
        }
        """);
    project.write("com/example/shop/Constants.java", """
        package com.example.shop;

        public interface Constants {
          String TABLE = "user";

          default String tableName() {
            return "user";
          }
        }
        """);
    String base = "its supertype com.example.shop.Base";
    String constants = "its supertype com.example.shop.Constants";
    String extended = "extends com.example.shop.Base implements Migration";
    String implemented = "implements Migration, com.example.shop.Constants";
    assertEquals(base, inherits(extended, "", "table()"));
    assertEquals(base, inherits(extended, "", "table"));
    assertEquals(constants, inherits(implemented, "", "TABLE"));
    assertEquals(constants, inherits(implemented, "", "tableName()"));
    assertEquals(
        base,
        inherits(
            "implements Migration",
            "  static final class Held extends com.example.shop.Base {}\n",
            "Held.table"));
    assertEquals(
        "",
        inherits(
            "implements Migration, Comparable<M0001_First>",
            "  interface Named { String NAME = \"user\"; }\n"
                + "  static final class Held implements Named {}\n"
                + "  public int compareTo(M0001_First other) { return 0; }\n",
            "Held.NAME"));
  }

  @Test
  void seesMembersThatAnotherClassInherits() throws IOException {
    project.write(
        "com/example/shop/Sub.java",
        "package com.example.shop; public class Sub implements Constants {}");
    project.write(
        "com/example/shop/Constants.java",
        "package com.example.shop; public interface Constants { String TABLE = \"user\"; }");
    assertEquals("com.example.shop.Sub.TABLE", argument("", "com.example.shop.Sub.TABLE"));
    assertEquals(
        "com.example.shop.Sub.TABLE",
        argument("import static com.example.shop.Sub.TABLE;\n", "TABLE"));
  }

  @Test
  void seesClassesWithANameInLowerCase() throws IOException {
    project.write("com/example/shop/lower.java", """
        package com.example.shop;

        public class lower {
          public static String TABLE = "user";

          public static String table() {
            return "user";
          }
        }
        """);
    String imported = "import com.example.shop.lower;\n";
    assertEquals("com.example.shop.lower.TABLE", argument(imported, "lower.TABLE"));
    assertEquals("com.example.shop.lower.table()", argument(imported, "lower.table()"));
    assertEquals("com.example.shop.lower.TABLE", argument("", "com.example.shop.lower.TABLE"));
    assertEquals(
        "new com.example.shop.lower()",
        argument("import com.example.shop.*;\n", "new lower().toString()"));
  }

  @Test
  void looksIntoItsOwnMethods() throws IOException {
    assertEquals(
        "java.lang.System.getenv()",
        refused(
            "",
            "  private static String table() { return System.getenv(\"USER\"); }\n",
            "schema.dropTable(table());"));
    assertEquals(
        "",
        refused(
            "",
            "  private static final String USER = \"user\";\n"
                + "  private static String table() { return USER.toLowerCase(); }\n",
            "schema.dropTable(table());"));
  }

  @Test
  void leavesWhatRunsOnAConnectionAlone() throws IOException {
    for (String work : List.of(
        "connection -> System.getenv(\"USER\")",
        "connection -> { java.time.Instant.now(); count++; }",
        "connection -> com.example.shop.Names.table()",
        "M0001_First::fill")) {
      assertEquals(
          "",
          refused(
              "",
              "  static int count;\n"
                  + "  private static void fill(java.sql.Connection connection) {\n"
                  + "    new java.util.Random().nextInt();\n  }\n",
              "schema.run(\"fill\", " + work + ");\n    schema.dropTable(\"user\");"),
          work);
    }
    assertEquals(
        "java.lang.System.getenv()",
        refused(
            "",
            "",
            "schema.run(System.getenv(\"NAME\"), connection -> {});"
                + " schema.dropTable(\"user\");"));
  }

  @Test
  void refusesTheModelEvenOnAConnection() throws IOException {
    assertEquals(
        "M0001_First.java:13: [lockstep:MigrationUsesModel] migration \"M0001_First\" refers to"
            + " com.example.shop.User, which will not stay as it is",
        refused(
            "import com.example.shop.User;\n",
            "",
            "schema.run(\"fill\", connection -> User.class.getName());"
                + " schema.dropTable(\"user\");"));
  }
}
