package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.partitionByRange;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Migrations with every kind of step, up and down. What is done twice shows in the rows of the
 * table {@code tally}: each step by hand adds to it, and each row that a backfill fills.
 */
public final class EveryStep {
  /** Makes several batches. */
  public static final int BATCH = 4;

  private EveryStep() {}

  /** What a database has in the end. */
  record State(String catalog, List<String> rows, List<String> history) {
    static State of(DataSource database) throws SQLException {
      return new State(
          MigrationInParts.catalog(database),
          EveryStep.rows(database),
          MigrationInParts.history(database));
    }
  }

  static Migrator.Builder builder(DataSource database) {
    return Shop.builder(database)
        .migrations(migrations())
        .backfillBatch(BATCH)
        .backfillPause(Duration.ZERO);
  }

  public static WrittenMigrations migrations() {
    return new WrittenMigrations()
        .add("M0001_Tables", EveryStep::tables, EveryStep::noTables)
        .add("M0002_Parts", EveryStep::parts, EveryStep::noParts)
        .add("M0003_Java", EveryStep::java, EveryStep::noJava);
  }

  /** All in one transaction. */
  private static void tables(SchemaEditor schema) {
    schema.createEnum("mood", "calm");
    schema.createTable(
        "account",
        column("id", bigint()).notNull(),
        column("email", text()).notNull(),
        column("name", text()),
        primaryKey("account_pkey", "id"));
    schema.createIndex("account", index("account_name", "name"));
    schema.createTable(
        "sale", column("id", bigint()).notNull(), column("note", text()), partitionByRange("id"));
    schema.createPartition("sale", "sale_1", "FROM (1) TO (10)");
    // One that nobody declared, so that the index over all is completed by the server's catalog.
    schema.sql("CREATE TABLE sale_2 PARTITION OF sale FOR VALUES FROM (10) TO (20)");
    schema.sql("CREATE TABLE tally (steps int, filled int, mood text)");
    schema.sql("INSERT INTO tally VALUES (1, 0, 'none')");
    schema.sql("INSERT INTO account SELECT n, 'e' || n, 'n' || n FROM generate_series(1, 6) AS n");
    schema.sql("INSERT INTO sale SELECT n, 's' || n FROM generate_series(1, 19) AS n");
    schema.createObject("count", """
        CREATE FUNCTION count_fill() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE tally SET filled = filled + 1;
          RETURN NEW;
        END $$""", "DROP FUNCTION count_fill()");
  }

  private static void noTables(SchemaEditor schema) {
    schema.dropObject("count", "DROP FUNCTION count_fill()");
    schema.sql("DROP TABLE tally");
    schema.dropTable("sale");
    schema.dropTable("account");
    schema.dropEnum("mood");
  }

  private static void parts(SchemaEditor schema) {
    schema.addColumn("account", column("code", text()));
    schema.sql("UPDATE account SET name = NULL WHERE id > 1");
    schema.sql("CREATE TRIGGER filled AFTER UPDATE ON account FOR EACH ROW"
        + " EXECUTE FUNCTION count_fill()");
    schema.createIndexConcurrently("account", index("account_email", "email"));
    schema.addConstraintNotValid("account", check("account_named", "name <> ''"));
    schema.sql("UPDATE tally SET steps = steps + 10");
    schema.validateConstraint("account", "account_named");
    schema.backfill("account", "code", "'c' || id");
    schema.setNotNull("account", "code");
    schema.run("count", connection -> count(connection, "+ 100"));
    schema.createIndexOnly("sale", index("sale_note", "note"));
    schema.createIndexConcurrently("sale_1", index("sale_1_note", "note"));
    schema.attachIndex("sale_note", "sale_1_note");
    schema.dropIndexConcurrently("account_name");
    schema.lockTable("account");
    schema.addColumn("account", column("extra", integer()).defaultValue("7"));
    schema.analyze("account", "email");
    schema.addEnumValue("mood", "keen");
    schema.sql("UPDATE tally SET steps = steps + 1000, mood = 'keen'::mood::text");
  }

  private static void noParts(SchemaEditor schema) {
    schema.sql("UPDATE tally SET steps = steps - 1000, mood = 'calm'::mood::text");
    schema.lockTable("account");
    schema.dropColumn("account", "extra");
    schema.createIndexConcurrently("account", index("account_name", "name"));
    schema.dropIndex("sale_note");
    schema.run("count", connection -> count(connection, "- 100"));
    schema.backfill("account", "name", "'n' || id");
    schema.dropConstraint("account", "account_named");
    schema.dropColumn("account", "code");
    schema.dropIndexConcurrently("account_email");
    schema.sql("UPDATE tally SET steps = steps - 10");
    schema.sql("DROP TRIGGER filled ON account");
  }

  private static void java(SchemaEditor schema) {
    schema.run("count", connection -> count(connection, "+ 10000"));
    schema.addColumn("account", column("more", text()));
  }

  private static void noJava(SchemaEditor schema) {
    schema.dropColumn("account", "more");
    schema.run("count", connection -> count(connection, "- 10000"));
  }

  private static void count(Connection connection, String change) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("UPDATE tally SET steps = steps " + change);
    }
  }

  /** All rows of the tables that are there. */
  static List<String> rows(DataSource database) throws SQLException {
    List<String> rows = new ArrayList<>();
    for (String table : query(
        database,
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            + " AND tablename NOT IN ('lockstep_history', 'lockstep_lease') ORDER BY 1")) {
      rows.addAll(
          query(database, "SELECT '" + table + " ' || t::text FROM " + table + " AS t ORDER BY 1"));
    }
    return rows;
  }
}
