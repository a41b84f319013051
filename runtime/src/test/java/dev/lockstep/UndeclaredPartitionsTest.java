package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.partitionByRange;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Partitions that a job makes, and no migration. */
class UndeclaredPartitionsTest {
  private static final String INDEXES =
      "SELECT concat_ws(' ', c.relname, i.indisvalid, t.relname) FROM pg_index i"
          + " JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid"
          + " WHERE t.relname LIKE 'sale%' ORDER BY 1";

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static WrittenMigrations migrations() {
    return new WrittenMigrations()
        .add("M0001", schema -> {
          schema.createTable(
              "sale",
              column("id", bigint()).notNull(),
              column("note", text()),
              partitionByRange("id"));
          schema.createPartition("sale", "sale_1", "FROM (1) TO (100)");
        })
        .add(
            "M0002",
            schema -> {
              schema.createIndexOnly("sale", uniqueIndex("sale_id", "id"));
              schema.createIndexConcurrently("sale_1", uniqueIndex("sale_1_id", "id"));
              schema.attachIndex("sale_id", "sale_1_id");
            },
            schema -> schema.dropIndex("sale_id"));
  }

  private static DataSource sales(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    migrator(database, migrations()).upgradeTo("M0001");
    execute(database, """
        CREATE TABLE "sale 2" PARTITION OF sale FOR VALUES FROM (100) TO (200);
        CREATE TABLE sale_3 PARTITION OF sale FOR VALUES FROM (200) TO (300) PARTITION BY RANGE (id);
        CREATE TABLE sale_3a PARTITION OF sale_3 FOR VALUES FROM (200) TO (250);
        INSERT INTO sale SELECT n FROM generate_series(1, 249) n""");
    return database;
  }

  @ParameterizedTest
  @MethodSource("majors")
  void getTheirPartsOfAnIndex(int major) throws SQLException {
    DataSource database = sales(major);

    migrator(database, migrations()).upgrade();

    assertEquals(
        List.of(
            "sale 2_sale_id t sale 2",
            "sale_1_id t sale_1",
            "sale_3_sale_id t sale_3",
            "sale_3a_sale_id t sale_3a",
            "sale_id t sale"),
        query(database, INDEXES));
    assertEquals(List.of(), migrator(database, migrations()).check().differences());
    migrator(database, migrations()).downgrade(1);
    assertEquals(List.of(), query(database, INDEXES));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void rowsInThemThatDoNotFitLeaveAWayBackAndOneAhead(int major) throws SQLException {
    DataSource database = sales(major);
    execute(database, "INSERT INTO sale VALUES (220)");
    Migrator migrator = migrator(database, migrations());

    MigrationFailedException failure =
        assertThrows(MigrationFailedException.class, migrator::upgrade);
    assertEquals("23505", failure.failure().sqlState());
    migrator.downgrade(1);
    assertEquals(
        List.of(), query(database, INDEXES.replace("WHERE", "WHERE t.relname <> 'sale_3a' AND")));

    assertThrows(MigrationFailedException.class, migrator::upgrade);
    execute(database, "DELETE FROM sale WHERE id = 220");
    migrator.upgrade();
    assertEquals(List.of("5"), query(database, "SELECT count(*) FROM (" + INDEXES + ") AS i"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aBuildThatIsCutIsTakenBackWithTheWhole(int major) throws SQLException {
    DataSource database = sales(major);
    execute(database, "INSERT INTO sale VALUES (7)");
    Migrator migrator = migrator(database, migrations());
    assertThrows(MigrationFailedException.class, migrator::upgrade);
    assertEquals(List.of("sale_id f sale"), query(database, INDEXES));

    migrator.downgrade(1);

    assertEquals(List.of(), query(database, INDEXES));
    execute(database, "DELETE FROM sale WHERE id = 7");
    migrator.upgrade();
    assertEquals(List.of("5"), query(database, "SELECT count(*) FROM (" + INDEXES + ") AS i"));
  }
}
