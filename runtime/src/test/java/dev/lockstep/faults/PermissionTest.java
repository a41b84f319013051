package dev.lockstep.faults;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.MigrationFailedException;
import dev.lockstep.Migrator;
import dev.lockstep.SchemaEditor;
import dev.lockstep.WrittenMigrations;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A role that may do the first two steps of five. */
class PermissionTest {
  private static final String SECOND = "M0002_Five";
  private static final String FORBIDDEN = "CREATE TABLE locked.note (id int)";

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static WrittenMigrations migrations(Consumer<SchemaEditor> five) {
    return new WrittenMigrations()
        .add(
            "M0001_Begin",
            schema ->
                schema.createTable("account", column("id", bigint()), column("email", text())))
        .add(SECOND, five::accept);
  }

  /** With the schema {@code app}, which is the role's, and {@code locked}, which is not. */
  private static DataSource asRole(DataSource database) throws SQLException {
    PGSimpleDataSource role = (PGSimpleDataSource) database;
    String name = "app_" + role.getDatabaseName();
    execute(
        database,
        "CREATE ROLE " + name + " LOGIN; CREATE SCHEMA app AUTHORIZATION " + name
            + "; CREATE SCHEMA locked");
    PGSimpleDataSource other = new PGSimpleDataSource();
    other.setServerNames(role.getServerNames());
    other.setPortNumbers(role.getPortNumbers());
    other.setDatabaseName(role.getDatabaseName());
    other.setUser(name);
    return other;
  }

  private static Migrator migrator(DataSource database, WrittenMigrations set) {
    return Migrator.builder(database).migrations(set).schema("app").build();
  }

  private static MigrationFailedException refused(Migrator migrator) {
    MigrationFailedException failure =
        assertThrows(MigrationFailedException.class, migrator::upgrade);
    assertEquals("42501", failure.failure().sqlState());
    assertEquals(FORBIDDEN, failure.failure().statement());
    return failure;
  }

  private static void grant(DataSource database, DataSource role) throws SQLException {
    execute(
        database,
        "GRANT USAGE, CREATE ON SCHEMA locked TO " + ((PGSimpleDataSource) role).getUser());
  }

  @Fault(Scenario.PERMISSION_DENIED)
  @ParameterizedTest
  @MethodSource("majors")
  void inATransactionNothingStays(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    DataSource role = asRole(database);
    Migrator migrator = migrator(role, migrations(schema -> {
      schema.addColumn("account", column("a", text()));
      schema.addColumn("account", column("b", text()));
      schema.sql(FORBIDDEN);
      schema.addColumn("account", column("c", text()));
      schema.addColumn("account", column("d", text()));
    }));
    migrator.upgradeTo("M0001");
    String before = CatalogDump.of(database, "app");

    assertEquals("MigrationFailed", refused(migrator).code());

    assertEquals(before, CatalogDump.of(database, "app"));
    assertEquals("1 pending", migrator.status().summary());
    grant(database, role);
    assertEquals(List.of(SECOND), migrator.upgrade().at());
  }

  @Fault(Scenario.PERMISSION_DENIED)
  @ParameterizedTest
  @MethodSource("majors")
  void inPartsTheRowSaysTheStep(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    DataSource role = asRole(database);
    Migrator migrator = migrator(role, migrations(schema -> {
      schema.addColumn("account", column("a", text()));
      schema.createIndexConcurrently("account", index("account_a", "a"));
      schema.sql(FORBIDDEN);
      schema.createIndexConcurrently("account", index("account_email", "email"));
      schema.addColumn("account", column("d", text()));
    }));

    MigrationFailedException failure = refused(migrator);

    assertEquals("StoppedPartWay", failure.code());
    assertEquals(6, failure.outcome().exitCode());
    assertTrue(
        failure.getMessage().contains("2 of 5 steps are committed: permission denied"),
        failure.getMessage());
    assertEquals(
        List.of("upgrading 2 of 5"),
        query(
            database,
            "SELECT state || ' ' || steps_done || ' of ' || steps FROM app.lockstep_history"
                + " WHERE revision = '" + SECOND + "'"));
    String number = "SELECT 'app.account_a'::regclass::oid";
    List<String> built = query(database, number);
    grant(database, role);
    assertEquals(List.of(SECOND), migrator.upgrade().at());
    assertEquals(built, query(database, number));
  }
}
