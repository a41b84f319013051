package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Migration;
import dev.lockstep.MigrationSet;
import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operations;
import dev.lockstep.processor.Project.Result;
import dev.lockstep.processor.snapshot.SnapshotJson;
import dev.lockstep.schema.Schema;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk-through of the design, without a database. */
class WalkThroughTest {
  private static final String USER = """
      @Table
      public class User {
        @Id @Identity Long id;
        @Column(length = 80, unique = true, nullable = false) String username;
        @Column(length = 120, unique = true, nullable = false) String email;
      }
      """;
  private static final String USER_WITH_ADDRESS =
      USER.replace("String email;", "String email;\n  @Column(length = 200) String address;");

  @TempDir
  Path folder;

  @Test
  void goesFromAModelToMigrations() throws IOException {
    walk(Project.shop(folder));
  }

  @Test
  void goesTheSameWayWithEcj() throws IOException {
    walk(Project.shop(folder, new EclipseCompiler()));
  }

  private static void walk(Project project) throws IOException {
    project.table("User", USER);

    Result forgotten = project.compile();
    assertFalse(forgotten.success());
    assertEquals(1, forgotten.errors().size(), forgotten.toString());
    assertTrue(
        forgotten.errors().get(0).startsWith("User.java:6: [lockstep:TableAdded]"),
        forgotten.toString());
    assertEquals(2, project.tree().size());

    Result generated = project.generate("Initial migration").expectSuccess();
    assertEquals(List.of(), generated.warnings());
    assertTrue(project.tree().containsKey(Project.MIGRATIONS + "M0001_InitialMigration.java"));
    assertTrue(project.tree().containsKey(Project.MIGRATIONS + "schema.json"));
    assertEquals(4, project.tree().size());

    Map<String, String> before = project.tree();
    Result idle = project.compile().expectSuccess();
    assertEquals(List.of(), idle.notes());
    assertEquals(before, project.tree());

    Result nothing = project.generate("Nothing").expectSuccess();
    assertEquals(before, project.tree());
    assertEquals(
        List.of("[lockstep:NothingToMigrate] no change was detected in database \"main\","
            + " so there is no new migration"),
        nothing.notes());

    project.table("User", USER_WITH_ADDRESS);
    Result edited = project.compile();
    assertFalse(edited.success());
    assertTrue(
        edited
            .errors()
            .get(0)
            .startsWith(
                "User.java:10: [lockstep:ColumnAdded] column \"address\" of table \"user\" is not migrated yet"),
        edited.toString());
    assertEquals(1, edited.errors().size());

    project.generate("Add address to User").expectSuccess();
    assertTrue(project.tree().containsKey(Project.MIGRATIONS + "M0002_AddAddressToUser.java"));
    project.compile().expectSuccess();
    assertReplays(project);
  }

  private static void assertReplays(Project project) throws IOException {
    try (URLClassLoader loader = project.load()) {
      List<MigrationSet> sets = ServiceLoader.load(MigrationSet.class, loader).stream()
          .map(ServiceLoader.Provider::get)
          .toList();
      assertEquals(1, sets.size());
      MigrationSet set = sets.get(0);
      Schema schema = Schema.EMPTY;
      for (MigrationSet.Entry entry : set.entries()) {
        Migration migration = set.migration(entry.id());
        Schema after = Operations.apply(SchemaEditor.record(migration::upgrade), schema);
        assertEquals(schema, Operations.apply(SchemaEditor.record(migration::downgrade), after));
        schema = after;
      }
      assertEquals(
          SnapshotJson.read(project.read(Project.MIGRATIONS + "schema.json")).schema(), schema);
      assertEquals("main", set.name());
    }
  }
}
