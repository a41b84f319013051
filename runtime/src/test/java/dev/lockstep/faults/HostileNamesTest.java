package dev.lockstep.faults;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.LockKind;
import dev.lockstep.LockstepException;
import dev.lockstep.Migrator;
import dev.lockstep.WrittenMigrations;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.Psql;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that mean something else where they are not quoted. */
class HostileNamesTest {
  private static final List<String> NAMES = List.of(
      "a\"b; DROP TABLE victim; --",
      "it's",
      "select",
      "MixedCase",
      "Gr\u00f6\u00dfe \u6570 \uD83D\uDE00",
      "back\\slash",
      "$$ $lockstep$",
      "per%cent %s %1$I ? {d} :x",
      "two\nlines\t/* */",
      "end ",
      "x".repeat(63));

  static Stream<Arguments> cases() {
    return Postgres.majors().stream()
        .flatMap(major -> NAMES.stream().map(name -> Arguments.of(major, name)));
  }

  /** Of everything that a migration can name, and in parts as well. */
  private static WrittenMigrations migrations(String name) {
    return new WrittenMigrations()
        .add(
            "M0001_" + name,
            schema -> schema.createTable(
                name, column(name, bigint()).notNull(), primaryKey(other(name, 1), name)),
            schema -> schema.dropTable(name))
        .add(
            "M0002_" + name,
            schema -> {
              schema.addColumn(name, column(other(name, 2), text()).defaultValue("'it''s'"));
              schema.addConstraint(name, unique(other(name, 3), other(name, 2)));
              schema.addConstraintNotValid(
                  name, check(other(name, 4), PostgresDdl.quote(name) + " > 0"));
              schema.validateConstraint(name, other(name, 4));
              schema.createIndexConcurrently(
                  name, index(other(name, 5), PostgresDdl.quote(other(name, 2))));
              schema.backfill(name, other(name, 2), "'x'");
              schema.addColumn(name, column(other(name, 6), bigint()));
              schema.addConstraint(
                  name, foreignKey(other(name, 7), other(name, 6)).references(name, name));
              schema.createEnum(other(name, 8), name, other(name, 9));
              schema.run(name, connection -> {});
            },
            schema -> {
              schema.dropEnum(other(name, 8));
              schema.dropConstraint(name, other(name, 7));
              schema.dropColumn(name, other(name, 6));
              schema.dropIndexConcurrently(other(name, 5));
              schema.dropConstraint(name, other(name, 4));
              schema.dropConstraint(name, other(name, 3));
              schema.dropColumn(name, other(name, 2));
            });
  }

  /** Another of the same kind, and no longer than the server takes. */
  private static String other(String name, int number) {
    return number + (name.length() > 60 ? name.substring(3) : name);
  }

  @Fault(Scenario.HOSTILE_NAMES)
  @ParameterizedTest
  @MethodSource("cases")
  void areQuotedWhereverTheyStand(int major, String name) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    Migrator migrator = Migrator.builder(database)
        .migrations(migrations(name))
        .schema(name)
        .lock(major == Postgres.NEWEST ? LockKind.LEASE : LockKind.ADVISORY)
        .build();

    migrator.upgrade();

    assertEquals(List.of(), migrator.upgrade().applied());
    assertEquals(List.of(), migrator.check().differences());
    assertEquals(
        List.of("M0001_" + name, "M0002_" + name),
        query(
            database,
            "SELECT revision FROM " + PostgresDdl.quote(name)
                + ".lockstep_history ORDER BY ordinal"));
    migrator.downgradeTo("M0001_" + name);
    String first = CatalogDump.of(database, name);
    migrator.upgrade();
    migrator.downgrade(1);
    assertEquals(first, CatalogDump.of(database, name));
    migrator.downgradeTo("base");
    assertEquals(
        List.of(),
        query(
            database,
            "SELECT tablename FROM pg_tables WHERE tablename NOT LIKE 'lockstep%'"
                + " AND schemaname NOT IN ('pg_catalog', 'information_schema')"));
  }

  @Fault(Scenario.HOSTILE_NAMES)
  @ParameterizedTest
  @MethodSource("cases")
  void areQuotedInScriptsToo(int major, String name) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations first = migrations(name).copy(Set.of("M0001_" + name));
    Migrator migrator =
        Migrator.builder(database).migrations(first).schema(name).build();

    assertEquals("", Psql.run(database, migrator.script("base", "head").toString()));

    assertEquals(List.of(), migrator.upgrade().applied());
    assertEquals(List.of(), migrator.check().differences());
  }

  @Fault(Scenario.HOSTILE_NAMES)
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nul\0l", "pg_mine"})
  void areRefusedWhereThereIsNoSuchName(String name) throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations set = new WrittenMigrations()
        .add("M0001_Begin", schema -> schema.createTable(name, column("id", bigint())));

    LockstepException refusal = assertThrows(
        LockstepException.class,
        () -> Migrator.builder(database).migrations(set).schema(name).build().upgrade());

    assertTrue(refusal.getMessage().startsWith("[lockstep:SchemaName]"), refusal.getMessage());
  }
}
