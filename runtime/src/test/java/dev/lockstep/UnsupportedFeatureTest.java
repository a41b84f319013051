package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.partitionByRange;
import static dev.lockstep.Shop.migrator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a server is too old for is refused before anything is done. */
class UnsupportedFeatureTest {
  private static final String THIRD = "M0003_Partitioned";
  private static final String FOURTH = "M0004_Numbered";

  private static final Consumer<SchemaEditor> PARTITIONED = schema -> {
    schema.createTable("sale", column("day", bigint()).notNull(), partitionByRange("day"));
    schema.createPartition("sale", "sale_1", "FROM (1) TO (10)");
  };
  private static final Consumer<SchemaEditor> NUMBERED = schema -> {
    schema.renameTable("sale", "sold");
    schema.addColumn("sold", column("n", bigint()).notNull().identity());
  };

  @Test
  void refusesAnIdentityThatComesToAPartitionedTable() {
    WrittenMigrations migrations = Shop.migrations().add(THIRD, PARTITIONED).add(FOURTH, NUMBERED);
    DataSource old = Postgres.newDatabase(Postgres.OLDEST);
    String before = CatalogDump.of(old, "public");

    UnsuitableServerException refused = assertThrows(
        UnsuitableServerException.class, () -> migrator(old, migrations).upgrade());

    assertEquals(
        "[lockstep:FeatureUnsupported] M0004_Numbered: identity column \"n\" added to partitioned table \"sold\""
            + " needs PostgreSQL 17 or later; this server is PostgreSQL 14",
        refused.getMessage().lines().findFirst().orElseThrow());
    assertEquals(before, CatalogDump.of(old, "public"));
    assertEquals(
        4,
        migrator(Postgres.newDatabase(Postgres.NEWEST), migrations)
            .upgrade()
            .applied()
            .size());
  }

  @Test
  void refusesItOnTheWayBackToo() {
    WrittenMigrations migrations = Shop.migrations()
        .add(THIRD, schema -> {
          schema.createTable(
              "sale",
              column("day", bigint()).notNull(),
              column("n", bigint()).notNull().identity(),
              partitionByRange("day"));
          schema.createPartition("sale", "sale_1", "FROM (1) TO (10)");
        })
        .add(
            FOURTH,
            schema -> schema.dropColumn("sale", "n"),
            schema -> schema.addColumn("sale", column("n", bigint()).notNull().identity()));
    DataSource old = Postgres.newDatabase(Postgres.OLDEST);
    migrator(old, migrations).upgrade();

    assertEquals(
        "FeatureUnsupported",
        assertThrows(
                UnsuitableServerException.class, () -> migrator(old, migrations).downgrade(1))
            .code());
    assertEquals("up to date, 4 applied", migrator(old, migrations).status().summary());
  }

  @Test
  void addsAnIdentityToAnOrdinaryTable() {
    WrittenMigrations migrations = Shop.migrations()
        .add(
            THIRD,
            schema -> schema.addColumn("user", column("n", bigint()).notNull().identity()));
    assertEquals(
        3,
        migrator(Postgres.newDatabase(Postgres.OLDEST), migrations)
            .upgrade()
            .applied()
            .size());
  }
}
