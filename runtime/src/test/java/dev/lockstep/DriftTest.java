package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.DriftReport.Difference;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DriftTest {
  static List<Integer> majors() {
    return Postgres.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void whatMigrationsMadeIsNoDrift(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    Migrator migrator = migrator(database);
    assertEquals("schema public at base: no drift", migrator.check().toString());
    migrator.upgradeTo("M0001");

    assertEquals(
        "schema public at M0001_InitialMigration: no drift", migrator.check().toString());
    assertEquals(Outcome.DONE, migrator.check().outcome());
  }

  /** Public is never made by a migration, and it may be the target schema itself. */
  @ParameterizedTest
  @CsvSource({"public", "app"})
  void aTableThatNamesPublicIsFoundThere(String target) throws SQLException {
    WrittenMigrations migrations = new WrittenMigrations().add("M0001_Two", schema -> {
      schema.createTable("a", column("id", bigint()).notNull(), primaryKey("a_pkey", "id"));
      schema
          .in("public")
          .createTable(
              "b",
              column("a_id", bigint()),
              foreignKey("b_a_id_fkey", "a_id").references("a", "id"));
    });
    Migrator migrator = Migrator.builder(Postgres.newDatabase(Postgres.NEWEST))
        .migrations(migrations)
        .schema(target)
        .build();
    migrator.upgrade();

    assertEquals(List.of(), migrator.check().differences());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void everyDifferenceIsNamed(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    Migrator migrator = migrator(database);
    migrator.upgrade();
    execute(database, """
        ALTER TABLE "user" ALTER address TYPE text, ALTER email DROP NOT NULL, ADD fax text;
        ALTER TABLE "user" DROP CONSTRAINT user_email_key;
        CREATE INDEX user_email_idx ON "user" (email);
        CREATE TABLE not_ours (id int)""");
    String before = CatalogDump.of(database, "public");

    DriftReport report = migrator.check();

    assertEquals("""
        schema public at M0002_AddAddressToUser: 5 differences
          nullability of column "email" of table "user"
            expected: NOT NULL
            found:    NULL
            mend:     DROP INDEX "public"."user_email_idx";
                      -- fails while a row has NULL there
                      ALTER TABLE "public"."user" ALTER COLUMN "email" SET NOT NULL;
          type of column "address" of table "user"
            expected: varchar(200)
            found:    text
            mend:     -- loses data: spaces at the end of its values may have been cut
                      ALTER TABLE "public"."user" ALTER COLUMN "address" TYPE varchar(200);
          column "fax" of table "user"
            expected: nothing
            found:    "fax" text
            mend:     -- loses data: its values are deleted
                      ALTER TABLE "public"."user" DROP COLUMN "fax";
          constraint "user_email_key" of table "user"
            expected: CONSTRAINT "user_email_key" UNIQUE ("email")
            found:    nothing
            mend:     ALTER TABLE "public"."user" ADD CONSTRAINT "user_email_key" UNIQUE ("email");
          index "user_email_idx" of table "user"
            expected: nothing
            found:    CREATE INDEX "user_email_idx" ON "user" ("email")
            mend:     -- mended with nullability of column "email" of table "user"
          before a mend: SET search_path = "public", "pg_temp"; SET TimeZone = 'UTC';\
         SET DateStyle = 'ISO, MDY'; SET IntervalStyle = 'postgres';""", report.toString());
    assertEquals(3, report.outcome().exitCode());
    assertEquals(before, CatalogDump.of(database, "public"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP TABLE \"user\" | table \"user\" | there | nothing",
        "ALTER TABLE \"user\" ALTER address SET DEFAULT 'x' | default of column \"address\" of"
            + " table \"user\" | nothing | DEFAULT 'x'::character varying",
        "COMMENT ON COLUMN \"user\".address IS 'c' | comment of column \"address\" of table"
            + " \"user\" | nothing | c",
        "COMMENT ON TABLE \"user\" IS 'c' | comment of table \"user\" | nothing | c",
        "ALTER TABLE \"user\" DROP address | column \"address\" of table \"user\" | \"address\""
            + " varchar(200) | nothing",
        "ALTER TABLE \"user\" ADD CHECK (id > 0) | constraint \"user_id_check\" of table \"user\""
            + " | nothing | CONSTRAINT \"user_id_check\" CHECK ((id > 0))",
      })
  void says(String sql, String object, String expected, String found) throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator = migrator(database);
    migrator.upgrade();
    execute(database, sql);

    DriftReport report = migrator.check();

    assertEquals(
        object + "\n  expected: " + expected + "\n  found:    " + found,
        report.differences().get(0).withMend(List.of()).toString());
    assertEquals(1, report.differences().size());
  }

  /** What mends each of one change by hand, with lines between. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE \"user\" ADD fax text, ADD age int"
            + " | -- loses data: its values are deleted"
            + "/ALTER TABLE \"public\".\"user\" DROP COLUMN \"fax\";"
            + "//-- loses data: its values are deleted"
            + "/ALTER TABLE \"public\".\"user\" DROP COLUMN \"age\";",
        "ALTER TABLE \"user\" DROP email"
            + " | -- fails while the table has rows"
            + "/ALTER TABLE \"public\".\"user\" ADD COLUMN \"email\" varchar(120) NOT NULL;"
            + "//ALTER TABLE \"public\".\"user\" ADD CONSTRAINT \"user_email_key\" UNIQUE"
            + " (\"email\");",
        "ALTER TABLE \"user\" ALTER address TYPE int USING 1, ALTER address SET DEFAULT 1"
            + " | ALTER TABLE \"public\".\"user\" ALTER COLUMN \"address\" DROP DEFAULT;"
            + "/ALTER TABLE \"public\".\"user\" ALTER COLUMN \"address\" TYPE varchar(200);"
            + "//-- mended with type of column \"address\" of table \"user\"",
        "ALTER TABLE \"user\" ALTER email DROP NOT NULL"
            + " | -- fails while a row has NULL there"
            + "/ALTER TABLE \"public\".\"user\" ALTER COLUMN \"email\" SET NOT NULL;",
        "ALTER TABLE \"user\" DROP id, ADD id uuid"
            + " | -- no single statement mends this: there is no cast from uuid to bigint; only a"
            + " person can say what becomes of the values",
        "ALTER TABLE \"user\" RENAME TO usr" + " | -- no single statement mends this: there is",
      })
  void saysWhatMendsIt(String sql, String mend) throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator = migrator(database);
    migrator.upgrade();
    execute(database, sql);

    String statements = migrator.check().differences().stream()
        .map(each -> String.join("/", each.mend()).replace("\n", "/"))
        .collect(Collectors.joining("//"));

    assertEquals(mend, statements.substring(0, Math.min(mend.length(), statements.length())));
  }

  @Test
  void oneWhoRunsTheStatementsFindsNoDifference() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator = migrator(database);
    migrator.upgrade();
    execute(database, "DROP TABLE \"user\"");

    execute(database, String.join("\n", migrator.check().mend()));

    assertEquals(List.of(), migrator.check().differences());
    assertEquals(List.of(), migrator.check().mend());
  }

  private static WrittenMigrations orders() {
    return Shop.migrations().add("M0003_AddOrder", schema -> {
      schema.createTable(
          "order",
          column("id", bigint()).notNull(),
          column("user_id", bigint()),
          primaryKey("order_pkey", "id"),
          foreignKey("order_user_id_fkey", "user_id").references("user", "id"));
      schema.commentOnColumn("order", "id", "of the shop");
    });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE a DROP CONSTRAINT a_n_check, ADD CONSTRAINT a_n_check CHECK (n > 0) NOT VALID"
            + " | CHECK ((n > 0)) NOT VALID",
        "ALTER TABLE a DROP CONSTRAINT a_n_check, ADD CONSTRAINT a_n_check CHECK (n > 0) NO INHERIT"
            + " | CHECK ((n > 0)) NO INHERIT",
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'a_n_idx'::regclass"
            + " | CREATE INDEX a_n_idx ON public.a USING btree (n) INVALID",
      })
  void showsWhatIsThereButNotInForce(String sql, String found) throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = new WrittenMigrations().add("M0001_One", schema -> {
      schema.createTable("a", column("n", bigint()), check("a_n_check", "n > 0"));
      schema.createIndex("a", index("a_n_idx", "n"));
    });
    Migrator migrator = Migrator.builder(database).migrations(migrations).build();
    migrator.upgrade();
    execute(database, sql);

    DriftReport report = migrator.check();

    assertEquals(
        List.of(found), report.differences().stream().map(Difference::found).toList());
    for (String statement : report.mend()) {
      execute(database, statement);
    }
    assertEquals(List.of(), migrator.check().differences());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE \"user\" RENAME TO usr"
            + " | constraint \"order_user_id_fkey\" of table \"order\""
            + " ; table \"user\"",
        "CREATE TABLE other (id bigint PRIMARY KEY);"
            + " ALTER TABLE \"order\" ADD CONSTRAINT other_fkey FOREIGN KEY (id) REFERENCES other"
            + " | constraint \"other_fkey\" of table \"order\"",
        "ALTER TABLE \"order\" RENAME id TO number"
            + " | column \"number\" of table \"order\""
            + " ; column \"id\" of table \"order\""
            + " ; constraint \"order_pkey\" of table \"order\"",
        "ALTER TABLE \"user\" RENAME id TO number"
            + " | constraint \"order_user_id_fkey\" of table \"order\""
            + " ; column \"number\" of table \"user\""
            + " ; column \"id\" of table \"user\""
            + " ; constraint \"user_pkey\" of table \"user\"",
        "DROP TABLE \"user\" CASCADE"
            + " | constraint \"order_user_id_fkey\" of table \"order\" ; table \"user\"",
      })
  void namesWhatNoMigrationCouldMake(String sql, String objects) throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator = migrator(database, orders());
    migrator.upgrade();
    assertEquals(List.of(), migrator.check().differences());
    execute(database, sql);

    DriftReport report = migrator.check();

    assertEquals(
        objects,
        report.differences().stream()
            .map(DriftReport.Difference::object)
            .collect(Collectors.joining(" ; ")),
        report.toString());
    assertEquals(Outcome.DRIFT, report.outcome());
  }

  /** A trigger and a check are printed with the names in them. */
  @ParameterizedTest
  @MethodSource("majors")
  void whatTheDatabaseSetsIsNoDrift(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations migrations = Shop.migrations().add("M0003_AddGuards", schema -> {
      schema.addConstraint("user", check("user_id_check", "id > 0 or email in ('a', 'b')"));
      schema.createObject(
          "t",
          "CREATE TRIGGER t BEFORE UPDATE ON \"user\" FOR EACH ROW"
              + " EXECUTE FUNCTION suppress_redundant_updates_trigger()",
          "DROP TRIGGER t ON \"user\"");
    });
    migrator(database, migrations).upgrade();
    execute(database, """
        DO $$ BEGIN
          EXECUTE format('ALTER DATABASE %I SET quote_all_identifiers = on', current_database());
        END $$""");

    assertEquals(
        "schema public at M0003_AddGuards: no drift",
        migrator(database, migrations).check().toString());
  }
}
