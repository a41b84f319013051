package dev.lockstep;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.Psql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What needs no database, and does the same in one. */
class MigrationScriptTest {
  @TempDir
  Path folder;

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static String columns(DataSource database, String schema) throws SQLException {
    return String.join(
        " ",
        query(
            database,
            "SELECT column_name FROM information_schema.columns WHERE table_name = 'user'"
                + " AND table_schema = '" + schema + "' ORDER BY ordinal_position"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void scriptDoesWhatAnUpgradeDoes(int major) throws SQLException {
    DataSource upgraded = Postgres.newDatabase(major);
    DataSource scripted = Postgres.newDatabase(major);
    WrittenMigrations migrations = Shop.migrations().add("M0003_Sql", schema -> {
      schema.sql("INSERT INTO \"user\" (email) VALUES ('a;b') -- a comment at the end");
      schema.sql("UPDATE \"user\" SET address = E'it\\'s \\\\ here'; -- another");
      schema.setDefault("user", "address", "'none'");
    });
    migrator(upgraded, migrations).upgrade();
    Migrator migrator = migrator(scripted, migrations);

    execute(scripted, migrator.script("base", "head").sql());

    assertEquals(CatalogDump.of(upgraded, "public"), CatalogDump.of(scripted, "public"));
    assertEquals(List.of("it's \\ here"), query(scripted, "SELECT address FROM \"user\""));
    assertEquals(Outcome.DONE, migrator.status().outcome());
    assertEquals(List.of(), migrator.upgrade().applied());

    execute(scripted, migrator.script("head", "M0001").sql());

    assertEquals("2 pending", migrator.status().summary());
    assertEquals("id email", columns(scripted, "public"));
  }

  /** What reads the script may expect another encoding: a database that has one, or its user. */
  @ParameterizedTest
  @MethodSource("majors")
  void scriptSaysItsEncodingWhereThatMatters(int major) throws Exception {
    assumeTrue(Psql.isInstalled());
    DataSource latin = Postgres.newLatinDatabase(major);
    WrittenMigrations migrations = new WrittenMigrations()
        .add(
            "M0001_Sizes",
            schema -> schema.createTable("größe", column("größe", text()).defaultValue("'größe'")),
            schema -> schema.dropTable("größe"));
    Migrator migrator = migrator(latin, migrations);

    assertEquals("", Psql.runInstalled(latin, file(migrator.script("base", "head"))));

    assertEquals(Outcome.DONE, migrator.status().outcome());
    assertEquals(List.of(), migrator.check().differences());
    execute(latin, "INSERT INTO größe DEFAULT VALUES");
    assertEquals(List.of("größe"), query(latin, "SELECT größe FROM größe"));

    assertEquals("", Psql.runInstalled(latin, file(migrator.script("head", "base"))));

    assertEquals(List.of(), query(latin, "SELECT relname FROM pg_class WHERE relname LIKE 'gr%e'"));
    String plain = migrator(Unreachable.DATABASE).script("M0001", "M0002").sql();
    assertFalse(plain.contains("client_encoding"), plain);
  }

  private Path file(MigrationScript script) throws IOException {
    return Files.writeString(folder.resolve("script.sql"), script.sql());
  }

  @Test
  void scriptOfNothingIsEmpty() {
    assertEquals(
        "",
        migrator(Postgres.newDatabase(Postgres.NEWEST)).script("M0001", "M0001").sql());
  }

  @Test
  void saysBesideEachStatementWhatItDoes() {
    String script = migrator(Unreachable.DATABASE).script("M0001", "M0002").sql();

    assertTrue(script.contains("""
              -- locks user against reads and writes (ACCESS EXCLUSIVE)
              -- running code: a prepared SELECT * inside a transaction fails once
              EXECUTE $sql$ALTER TABLE "public"."user" ADD COLUMN "address" varchar(200)$sql$;
            """), script);
  }

  @Test
  void showsAMigrationWithoutADatabase() {
    RevisionReport report = Migrator.builder(Unreachable.DATABASE)
        .migrations(Shop.migrations())
        .build()
        .show("M0002");

    assertEquals("""
        M0002_AddAddressToUser: it's M0002_AddAddressToUser
        parents: M0001_InitialMigration
        upgrade:
          ALTER TABLE "public"."user" ADD COLUMN "address" varchar(200);
            -- locks user against reads and writes (ACCESS EXCLUSIVE)
            -- running code: a prepared SELECT * inside a transaction fails once
        downgrade:
          ALTER TABLE "public"."user" DROP COLUMN "address";
            -- locks user against reads and writes (ACCESS EXCLUSIVE)
            -- running code: statements that name the column fail""", report.toString());
  }

  @Test
  void aStepInJavaCannotBeScripted() {
    Migrator migrator = migrator(
        Unreachable.DATABASE,
        Shop.migrations().add("M0003_Java", schema -> schema.run("fill it", connection -> {})));

    assertEquals(
        """
        [lockstep:NotScriptable] M0003_Java has the step "fill it" in Java, which no SQL script can do
            instead: upgrade, or script what comes before it and after it""",
        assertThrows(UsageException.class, () -> migrator.script("base", "head"))
            .getMessage());
    assertTrue(migrator.script("M0001", "M0002").sql().contains("ADD COLUMN"));
  }

  @Test
  void branchesHaveNoWayToEachOther() {
    Migrator migrator = migrator(
        Unreachable.DATABASE,
        new WrittenMigrations()
            .add("M1", schema -> {})
            .add("M2a", List.of("M1"), schema -> {}, schema -> {})
            .add("M2b", List.of("M1"), schema -> {}, schema -> {}));

    assertEquals(
        "NoWay",
        assertThrows(UsageException.class, () -> migrator.script("M2a", "M2b")).code());
  }
}
