package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A check where the server cannot be made to print what is expected. */
class CoarseDriftTest {
  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static WrittenMigrations migrations() {
    return Shop.migrations()
        .add(
            "M0003_AddThing",
            schema -> schema.createTable(
                "thing",
                column("id", bigint()),
                column("state", text()).notNull().defaultValue("'new'"),
                column("size", integer()).defaultValue("-1"),
                primaryKey("thing_pkey", "id"),
                check("thing_size_check", "size > 0"),
                check("thing_state_check", "state in ('new', 'old')")));
  }

  /** As a role without TEMPORARY, which may read the history. */
  private static DataSource reader(DataSource database) throws SQLException {
    execute(database, """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'coarse_reader') THEN
            CREATE ROLE coarse_reader LOGIN;
          END IF;
          EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
        END $$;
        GRANT SELECT ON lockstep_history TO coarse_reader""");
    PGSimpleDataSource reader = new PGSimpleDataSource();
    reader.setURL(((PGSimpleDataSource) database).getURL());
    reader.setUser("coarse_reader");
    return reader;
  }

  private static void makeReadOnly(DataSource database) throws SQLException {
    execute(database, """
        DO $$ BEGIN
          EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database());
        END $$""");
  }

  private static String name(DataSource database) {
    return String.valueOf(((PGSimpleDataSource) database).getDatabaseName());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aRoleWithoutTheRightIsToldWhatWasNotCompared(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    migrator(database, migrations()).upgrade();

    DriftReport report = migrator(reader(database), migrations()).check();

    assertEquals("""
        schema public at M0003_AddThing: no drift in what could be compared, 1 not compared
          not compared as PostgreSQL prints them: no TEMPORARY on database "%1$s":\
         GRANT TEMPORARY ON DATABASE "%1$s" TO "coarse_reader"
          not compared for certain: constraint "thing_state_check" of table "thing"
            expected: CONSTRAINT "thing_state_check" CHECK (state in ('new', 'old'))
            found:    CONSTRAINT "thing_state_check" CHECK\
         ((state = ANY (ARRAY['new'::text, 'old'::text])))""".formatted(name(database)), report.toString());
    assertEquals(0, report.outcome().exitCode());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void driftIsSeenInAReadOnlyDatabase(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    migrator(database, migrations()).upgrade();
    execute(database, """
        ALTER TABLE thing ALTER state SET DEFAULT 'old', ALTER size SET DEFAULT -2, ADD extra int;
        ALTER TABLE thing DROP CONSTRAINT thing_size_check""");
    makeReadOnly(database);

    DriftReport report = migrator(database, migrations()).check();

    assertEquals(
        List.of(
            "default of column \"state\" of table \"thing\"",
            "default of column \"size\" of table \"thing\"",
            "column \"extra\" of table \"thing\"",
            "constraint \"thing_size_check\" of table \"thing\""),
        report.differences().stream().map(DriftReport.Difference::object).toList(),
        report.toString());
    assertEquals(
        "the session is read-only: SET default_transaction_read_only = off", report.coarse());
    assertEquals(1, report.unsure().size());
    assertEquals(Outcome.DRIFT, report.outcome());
    assertTrue(report.mend().toString().contains("DROP COLUMN \"extra\";"), report.toString());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aStampLooksAtWhatCanBeCompared(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    migrator(database, migrations()).upgrade();
    DataSource writer = reader(database);
    execute(database, """
        GRANT ALL ON lockstep_history TO coarse_reader;
        GRANT ALL ON SCHEMA public TO coarse_reader;
        DELETE FROM lockstep_history;
        ALTER TABLE "user" DROP address""");
    Migrator migrator = migrator(writer, migrations());

    DriftException refusal = assertThrows(DriftException.class, () -> migrator.stamp("M0003"));
    execute(database, "ALTER TABLE \"user\" ADD address varchar(200)");

    assertEquals(1, refusal.differences().size());
    assertEquals(List.of("M0003_AddThing"), migrator.stamp("M0003").at());
  }
}
