package dev.lockstep.postgres;

import static dev.lockstep.postgres.Database.assertSameLines;
import static dev.lockstep.postgres.Database.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.DriftReport;
import dev.lockstep.Migrator;
import dev.lockstep.WrittenMigrations;
import dev.lockstep.engine.ShortWay;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a check finds in a database that has something of everything. */
class RichDriftTest {
  /**
   * SQL that a person runs by hand.
   *
   * @param since the oldest server that it runs on
   * @param differences object, expected and found, with bars between, of each line of the report
   */
  private record Drift(int since, String sql, List<String> differences) {}

  static List<Integer> majors() {
    return Postgres.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void whatMigrationsMadeIsNoDrift(int major) throws SQLException {
    DataSource database = migrated(major);
    String before = CatalogDump.of(database, "public", "app");

    assertShortWay(database, major, "");
    assertEquals(
        "schema public at M0001_Rich: no drift",
        migrator(database, major).check().toString());
    assertEquals(before, CatalogDump.of(database, "public", "app"));
  }

  /** None of them touches what another does, so that one check sees them all. */
  @ParameterizedTest
  @MethodSource("majors")
  void namesEachOfManyDrifts(int major) throws SQLException {
    DataSource database = migrated(major);
    List<String> expected = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (Drift drift : drifts()) {
        if (drift.since() <= major) {
          execute(connection, drift.sql());
          expected.addAll(drift.differences());
        }
      }
    }

    assertSameLines(expected, differences(migrator(database, major).check()), "");
    assertShortWay(database, major, "");
  }

  @ParameterizedTest
  @MethodSource("majors")
  void findsNoFalseDriftWhereNothingCanBeMade(int major) throws SQLException {
    DataSource database = migrated(major);
    makeReadOnly(database);

    DriftReport report = migrator(database, major).check();

    assertEquals(List.of(), differences(report));
    assertEquals(
        "the session is read-only: SET default_transaction_read_only = off", report.coarse());
  }

  /** What is there and differs is a difference, or not compared for certain. */
  @ParameterizedTest
  @MethodSource("majors")
  void missesNoDriftWhereNothingCanBeMade(int major) throws SQLException {
    DataSource database = migrated(major);
    try (Connection connection = database.getConnection()) {
      for (Drift drift : drifts()) {
        if (drift.since() <= major) {
          execute(connection, drift.sql());
        }
      }
    }
    Set<String> all = objects(migrator(database, major).check().differences());
    makeReadOnly(database);

    DriftReport report = migrator(database, major).check();

    Set<String> certain = objects(report.differences());
    Set<String> seen = new TreeSet<>(certain);
    seen.addAll(objects(report.unsure()));
    assertEquals(Set.of(), minus(certain, all), "false drift");
    assertEquals(Set.of(), minus(all, seen), "neither drift nor named");
  }

  private static Set<String> objects(List<DriftReport.Difference> differences) {
    return differences.stream().map(DriftReport.Difference::object).collect(Collectors.toSet());
  }

  private static Set<String> minus(Set<String> all, Set<String> others) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private static void makeReadOnly(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      execute(
          connection,
          "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET"
              + " default_transaction_read_only = on', current_database()); END $$");
    }
  }

  /** All statements of a report, in order, leave no difference but those that it says stay. */
  @ParameterizedTest
  @MethodSource("majors")
  void mendsManyDrifts(int major) throws SQLException {
    DataSource database = migrated(major);
    try (Connection connection = database.getConnection()) {
      for (Drift drift : drifts()) {
        if (drift.since() <= major) {
          execute(connection, drift.sql());
        }
      }
    }

    DriftReport report = migrator(database, major).check();

    assertMends(database, major, report, "");
  }

  private static void assertMends(DataSource database, int major, DriftReport report, String drift)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      for (String statement : report.mend()) {
        mend(connection, statement, drift + "\n" + report);
      }
    }
    Set<String> staying = report.differences().stream()
        .filter(each -> each.mend().stream()
            .anyMatch(text -> text.startsWith("-- no single statement mends this: ")))
        .map(DriftReport.Difference::object)
        .collect(Collectors.toSet());
    String left = migrator(database, major).check().differences().stream()
        .filter(each -> !staying.contains(each.object()))
        .map(DriftReport.Difference::toString)
        .collect(Collectors.joining("\n"));
    assertEquals("", left, () -> drift + "\n" + report);
  }

  private static void mend(Connection connection, String statement, String of) {
    try {
      execute(connection, statement);
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage() + "\n" + statement + "\nof " + of, e);
    }
  }

  /** Each in a database of its own. */
  @ParameterizedTest
  @MethodSource("majors")
  void mendsAllThatADriftTakesWithIt(int major) throws SQLException {
    DataSource template = migrated(major);
    for (Drift drift : largeDrifts()) {
      if (drift.since() <= major) {
        DataSource database = Postgres.copyOf(template);
        try (Connection connection = database.getConnection()) {
          execute(connection, drift.sql());
        }
        assertMends(database, major, migrator(database, major).check(), drift.sql());
        Postgres.drop(database);
      }
    }
  }

  /** Each in a database of its own. */
  @ParameterizedTest
  @MethodSource("majors")
  void namesAllThatADriftTakesWithIt(int major) throws SQLException {
    DataSource template = migrated(major);
    for (Drift drift : largeDrifts()) {
      if (drift.since() > major) {
        continue;
      }
      DataSource database = Postgres.copyOf(template);
      try (Connection connection = database.getConnection()) {
        execute(connection, drift.sql());
      }
      assertSameLines(
          drift.differences(), differences(migrator(database, major).check()), drift.sql());
      assertShortWay(database, major, drift.sql());
      Postgres.drop(database);
    }
  }

  private static void assertShortWay(DataSource database, int major, String drift)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      ShortWay.assertSameAsLongWay(connection, RichSchema.schema(major), () -> drift);
    }
  }

  private static List<String> differences(DriftReport report) {
    return report.differences().stream()
        .map(each -> each.object() + " | " + each.expected() + " | " + each.found())
        .map(text -> text.replaceAll("\\s+", " "))
        .toList();
  }

  private static DataSource migrated(int major) {
    DataSource database = Postgres.newDatabase(major);
    migrator(database, major).upgrade();
    return database;
  }

  private static Migrator migrator(DataSource database, int major) {
    return Migrator.builder(database)
        .migrations(
            new WrittenMigrations().add("M0001_Rich", schema -> RichSchema.create(schema, major)))
        .build();
  }

  private static Drift drift(String sql, String... differences) {
    return since(14, sql, differences);
  }

  private static Drift since(int major, String sql, String... differences) {
    return new Drift(major, sql, Arrays.asList(differences));
  }

  private static List<Drift> drifts() {
    return List.of(
        drift(
            "ALTER TABLE columns ADD COLUMN z int",
            "column \"z\" of table \"columns\" | nothing | \"z\" integer"),
        drift(
            "ALTER TABLE columns DROP COLUMN i",
            "column \"i\" of table \"columns\" | \"i\" uuid DEFAULT gen_random_uuid() | nothing"),
        drift(
            "ALTER TABLE columns ALTER a DROP NOT NULL",
            "nullability of column \"a\" of table \"columns\" | NOT NULL | NULL"),
        drift(
            "ALTER TABLE columns ALTER a SET DEFAULT 1",
            "default of column \"a\" of table \"columns\" | DEFAULT 0 | DEFAULT 1"),
        drift(
            "ALTER TABLE columns ALTER e DROP EXPRESSION",
            "computed of column \"e\" of table \"columns\" | GENERATED ALWAYS AS (((a * 2))::numeric) STORED | nothing"),
        drift(
            "ALTER TABLE types ALTER \"c_varchar(80)\" TYPE varchar(81)",
            "type of column \"c_varchar(80)\" of table \"types\" | varchar(80) | varchar(81)"),
        drift(
            "ALTER TABLE types ALTER c_text TYPE text COLLATE \"C\"",
            "collation of column \"c_text\" of table \"types\" | that of the type | C"),
        drift(
            "ALTER TABLE types ALTER c_bytea SET STORAGE external",
            "storage of column \"c_bytea\" of table \"types\" | default | external"),
        drift(
            "ALTER TABLE columns RENAME COLUMN d TO dd",
            "column \"d\" of table \"columns\" | \"d\" text[] NOT NULL DEFAULT '{}'::text[] | nothing",
            "column \"dd\" of table \"columns\" | nothing | \"dd\" text[] NOT NULL DEFAULT '{}'::text[]"),
        drift("ALTER TABLE nothing RENAME TO something", "table \"nothing\" | there | nothing"),
        drift("COMMENT ON TABLE types IS 'x'", "comment of table \"types\" | nothing | x"),
        drift(
            "COMMENT ON COLUMN app.\"user\".name IS NULL",
            "comment of column \"name\" of table \"app.user\" | another schema's | nothing"),
        drift(
            "ALTER TABLE identities ALTER plain SET GENERATED BY DEFAULT",
            "identity of column \"plain\" of table \"identities\" | GENERATED ALWAYS AS IDENTITY | GENERATED BY DEFAULT AS IDENTITY"),
        drift(
            "ALTER TABLE identity_small ALTER id DROP IDENTITY",
            "identity of column \"id\" of table \"identity_small\" | GENERATED BY DEFAULT AS IDENTITY | nothing"),
        drift(
            "ALTER TABLE identity_all ALTER id SET CACHE 21 SET NO CYCLE",
            "identity of column \"id\" of table \"identity_all\" | GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5 MINVALUE 10 MAXVALUE 1000 CACHE 20 CYCLE) | GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5 MINVALUE 10 MAXVALUE 1000 CACHE 21)"),
        drift(
            "ALTER TABLE columns DROP CONSTRAINT columns_b_check",
            "constraint \"columns_b_check\" of table \"columns\" | CONSTRAINT \"columns_b_check\" CHECK ((((b)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])) OR (b IS NULL))) | nothing"),
        drift(
            "ALTER TABLE columns ADD CONSTRAINT more CHECK (a <> 5)",
            "constraint \"more\" of table \"columns\" | nothing | CONSTRAINT \"more\" CHECK ((a <> 5))"),
        drift(
            "ALTER TABLE keys DROP CONSTRAINT keys_c_key, ADD CONSTRAINT keys_c_key UNIQUE (c) DEFERRABLE",
            "constraint \"keys_c_key\" of table \"keys\" | CONSTRAINT \"keys_c_key\" UNIQUE (\"c\") | CONSTRAINT \"keys_c_key\" UNIQUE (\"c\") DEFERRABLE"),
        drift(
            "ALTER TABLE node DROP CONSTRAINT node_keys_fkey",
            "constraint \"node_keys_fkey\" of table \"node\" | CONSTRAINT \"node_keys_fkey\" FOREIGN KEY (\"y\", \"x\") REFERENCES \"keys\" (\"b\", \"a\") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE | nothing"),
        drift(
            "ALTER TABLE node ALTER CONSTRAINT node_user_id_fkey NOT DEFERRABLE",
            "constraint \"node_user_id_fkey\" of table \"node\" | CONSTRAINT \"node_user_id_fkey\" FOREIGN KEY (\"user_id\") REFERENCES \"user\" (\"id\") ON DELETE SET DEFAULT ON UPDATE RESTRICT DEFERRABLE INITIALLY DEFERRED | CONSTRAINT \"node_user_id_fkey\" FOREIGN KEY (\"user_id\") REFERENCES \"user\" (\"id\") ON DELETE SET DEFAULT ON UPDATE RESTRICT"),
        drift(
            "DROP INDEX plain",
            "index \"plain\" of table \"docs\" | CREATE INDEX \"plain\" ON \"docs\" (\"a\") | nothing"),
        drift(
            "ALTER INDEX gist RENAME TO mist",
            "name of index \"gist\" of table \"docs\" | gist | mist"),
        drift(
            "ALTER INDEX \"full\" SET (fillfactor = 71)",
            "index \"full\" of table \"docs\" | CREATE INDEX \"full\" ON \"docs\" (\"a\") WITH (\"fillfactor\" = 70) | CREATE INDEX \"full\" ON \"docs\" (\"a\") WITH (\"fillfactor\" = 71)"),
        drift(
            "DROP INDEX partial; CREATE INDEX partial ON docs (b) WHERE b > 1",
            "index \"partial\" of table \"docs\" | CREATE INDEX \"partial\" ON \"docs\" (\"b\") WHERE (((b > 0) AND (a = ANY (ARRAY['x'::text, 'y'::text])))) | CREATE INDEX \"partial\" ON \"docs\" (\"b\") WHERE ((b > 1))"),
        drift(
            "CREATE INDEX another ON docs (c)",
            "index \"another\" of table \"docs\" | nothing | CREATE INDEX \"another\" ON \"docs\" (\"c\")"),
        drift("CREATE SCHEMA not_ours"),
        drift("DROP SCHEMA \"empty schema\"", "schema \"empty schema\" | there | nothing"),
        drift("CREATE TABLE not_ours (a int)"),
        since(
            15,
            "ALTER TABLE docs DROP CONSTRAINT not_distinct, ADD CONSTRAINT not_distinct UNIQUE (b)",
            "constraint \"not_distinct\" of table \"docs\" | CONSTRAINT \"not_distinct\" UNIQUE NULLS NOT DISTINCT (\"b\") | CONSTRAINT \"not_distinct\" UNIQUE (\"b\")"),
        since(
            15,
            "ALTER VIEW invoked RESET (security_invoker)",
            "parameter \"security_invoker\" of view \"invoked\" | true | nothing"),
        drift(
            "ALTER TYPE mood ADD VALUE 'bored'",
            "value \"bored\" of enum \"mood\" | nothing | there"),
        drift(
            "ALTER TYPE side RENAME VALUE 'left' TO 'sinister'",
            "partition \"sided_left\" of table \"sided\" | IN ('left') | IN ('sinister')",
            "value \"left\" of enum \"side\" | there | nothing",
            "value \"sinister\" of enum \"side\" | nothing | there"),
        drift("COMMENT ON TYPE mood IS NULL", "comment of enum \"mood\" | how one is | nothing"),
        drift(
            "ALTER TYPE nothing_yet RENAME TO something_yet",
            "enum \"nothing_yet\" | CREATE TYPE \"nothing_yet\" AS ENUM () | nothing"),
        drift(
            "DROP SEQUENCE limit_seq",
            "sequence \"limit_seq\" | CREATE SEQUENCE \"limit_seq\" AS smallint | nothing"),
        drift(
            "ALTER SEQUENCE down_seq AS bigint",
            "type of sequence \"down_seq\" | integer | bigint"),
        drift(
            "ALTER SEQUENCE \"All seq\" CACHE 8 NO CYCLE",
            "options of sequence \"All seq\" | START WITH 20 INCREMENT BY -2 MINVALUE -99 MAXVALUE 50 CACHE 7 CYCLE | START WITH 20 INCREMENT BY -2 MINVALUE -99 MAXVALUE 50 CACHE 8"),
        drift(
            "COMMENT ON SEQUENCE \"All seq\" IS 'other'",
            "comment of sequence \"All seq\" | with everything | other"),
        drift(
            "ALTER SEQUENCE ticket_id_seq OWNED BY NONE",
            "owner of sequence \"ticket_id_seq\" | column \"id\" of table \"ticket\" | nothing"),
        drift(
            "ALTER VIEW sad_person SET (security_barrier = false)",
            "parameter \"security_barrier\" of view \"sad_person\" | true | false"),
        drift(
            "ALTER VIEW sad_person RESET (check_option)",
            "parameter \"check_option\" of view \"sad_person\" | local | nothing"),
        drift(
            "COMMENT ON VIEW sad_person IS 'so sad'",
            "comment of view \"sad_person\" | it's sad | so sad"),
        drift(
            "DROP MATERIALIZED VIEW over_mood",
            "materialized view \"over_mood\" | there | nothing"),
        drift(
            "DROP INDEX mood_count_mood",
            "index \"mood_count_mood\" of materialized view \"mood_count\" | CREATE UNIQUE INDEX \"mood_count_mood\" ON \"mood_count\" (\"mood\") | nothing"),
        drift(
            "DROP INDEX mood_count_some; CREATE INDEX mood_count_some ON mood_count (n)",
            "index \"mood_count_some\" of materialized view \"mood_count\" | CREATE INDEX \"mood_count_some\" ON \"mood_count\" ((((n + 1))) DESC) WHERE ((mood = 'sad'::mood)) | CREATE INDEX \"mood_count_some\" ON \"mood_count\" (\"n\")"),
        drift(
            "ALTER MATERIALIZED VIEW mood_count SET (fillfactor = 81)",
            "parameter \"fillfactor\" of materialized view \"mood_count\" | 80 | 81"),
        drift("CREATE VIEW not_our_view AS SELECT 1 AS a"),
        drift(
            "ALTER TABLE stored SET (fillfactor = 71)",
            "parameter \"fillfactor\" of table \"stored\" | 70 | 71"),
        drift(
            "ALTER TABLE stored RESET (toast.autovacuum_enabled)",
            "parameter \"toast.autovacuum_enabled\" of table \"stored\" | false | nothing"),
        drift(
            "ALTER TABLE ticket SET (parallel_workers = 2)",
            "parameter \"parallel_workers\" of table \"ticket\" | nothing | 2"),
        drift("ALTER TABLE quick SET LOGGED", "logging of table \"quick\" | UNLOGGED | LOGGED"),
        drift("ALTER TABLE ticket SET UNLOGGED", "logging of table \"ticket\" | LOGGED | UNLOGGED"),
        drift(
            "ALTER TABLE stored ALTER a SET STORAGE extended",
            "storage of column \"a\" of table \"stored\" | external | default"),
        drift(
            "ALTER TABLE stored ALTER a SET COMPRESSION default",
            "compression of column \"a\" of table \"stored\" | pglz | default"),
        drift(
            "ALTER TABLE stored ALTER a SET STATISTICS 400",
            "statistics of column \"a\" of table \"stored\" | 500 | 400"),
        drift(
            "ALTER TABLE stored ALTER b SET STATISTICS -1",
            "statistics of column \"b\" of table \"stored\" | 0 | default"),
        drift(
            "ALTER TABLE moment DROP CONSTRAINT moment_event_fkey",
            "constraint \"moment_event_fkey\" of table \"moment\" | CONSTRAINT \"moment_event_fkey\" FOREIGN KEY (\"event\", \"day\") REFERENCES \"event\" (\"id\", \"day\") | nothing"),
        drift(
            "DROP TABLE event_2024",
            "partition \"event_2024\" of table \"event\" | FROM ('2024-01-01') TO ('2025-01-01') | nothing"),
        drift(
            "ALTER TABLE event DETACH PARTITION event_rest",
            "partition \"event_rest\" of table \"event\" | DEFAULT | nothing"),
        drift(
            "ALTER TABLE event DETACH PARTITION event_2025; ALTER TABLE event ATTACH PARTITION event_2025 FOR VALUES FROM ('2025-01-01') TO ('2027-01-01')",
            "partition \"event_2025\" of table \"event\" | FROM ('2025-01-01') TO ('2026-01-01') | FROM ('2025-01-01') TO ('2027-01-01')"),
        drift(
            "CREATE TABLE event_2023 PARTITION OF event FOR VALUES FROM ('2023-01-01') TO ('2024-01-01')"),
        drift(
            "ALTER TABLE region_eu RENAME TO region_europe",
            "partition \"region_eu\" of table \"region\" | IN ('de', 'fr') | nothing"),
        drift(
            "DROP TABLE bucket; CREATE TABLE bucket (id bigint, t text) PARTITION BY HASH (t)",
            "partition \"bucket_0\" of table \"bucket\" | WITH (modulus 2, remainder 0) | nothing",
            "partition \"bucket_1\" of table \"bucket\" | WITH (modulus 2, remainder 1) | nothing",
            "partitioning of table \"bucket\" | HASH (id, t) | HASH (t)"),
        drift(
            "DROP TABLE keyed; CREATE TABLE keyed (a int, b text, d date, z timestamptz)",
            "partitioning of table \"keyed\" | RANGE (((a + 1)), (lower(b)) collate \"C\" text_pattern_ops, b collate \"C\", (EXTRACT(year FROM d)), (COALESCE(b, ''::text)), (z AT TIME ZONE 'UTC'::text), ((a IS NULL))) | nothing"),
        drift(
            "ALTER TABLE booking DROP CONSTRAINT booking_excl",
            "constraint \"booking_excl\" of table \"booking\" | CONSTRAINT \"booking_excl\" EXCLUDE USING \"gist\" (\"room\" WITH =, \"during\" WITH &&) WHERE (((NOT cancelled) AND (room > 0))) DEFERRABLE INITIALLY DEFERRED | nothing"),
        drift(
            "ALTER TABLE booking DROP CONSTRAINT booking_app, ADD CONSTRAINT booking_app EXCLUDE USING gist (name WITH =) DEFERRABLE",
            "constraint \"booking_app\" of table \"booking\" | CONSTRAINT \"booking_app\" EXCLUDE USING \"gist\" (\"name\" \"gist_trgm_ops\" WITH %) DEFERRABLE | CONSTRAINT \"booking_app\" EXCLUDE USING \"gist\" (\"name\" WITH =) DEFERRABLE"),
        drift(
            "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "body of function \"touch\" | BEGIN NEW.changed := now(); -- it's changed RETURN NEW; END | BEGIN RETURN NEW; END"),
        drift("DROP FUNCTION twice(text)", "function \"twice\" | there | nothing"),
        drift("DROP AGGREGATE all_of(text)", "aggregate \"all_of\" | there | nothing"),
        drift("DROP PROCEDURE app.do_it()", "procedure \"app.do_it\" | there | nothing"),
        drift("DROP TYPE mood_range", "type \"mood_range\" | there | nothing"),
        drift(
            "DROP TRIGGER person_touch ON person; CREATE TRIGGER person_touch BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION touch()",
            "trigger \"person_touch\" on \"person\" | CREATE TRIGGER person_touch BEFORE UPDATE OF mood, email ON person FOR EACH ROW WHEN ((old.mood IS DISTINCT FROM new.mood)) EXECUTE FUNCTION touch() | CREATE TRIGGER person_touch BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION touch()"),
        drift(
            "ALTER TABLE person ENABLE TRIGGER person_late",
            "trigger \"person_late\" on \"person\" | CREATE CONSTRAINT TRIGGER person_late AFTER INSERT ON person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch(), disabled | CREATE CONSTRAINT TRIGGER person_late AFTER INSERT ON person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch()"),
        drift(
            "DROP TRIGGER across_insert ON app.across",
            "trigger \"across_insert\" on \"app.across\" | CREATE TRIGGER across_insert INSTEAD OF INSERT ON across FOR EACH ROW EXECUTE FUNCTION touch() | nothing"),
        drift(
            "CREATE TRIGGER surprise AFTER DELETE ON ticket FOR EACH STATEMENT EXECUTE FUNCTION touch()",
            "trigger \"surprise\" on \"ticket\" | nothing | CREATE TRIGGER surprise AFTER DELETE ON ticket FOR EACH STATEMENT EXECUTE FUNCTION touch()"),
        drift(
            "DROP POLICY own ON person",
            "policy \"own\" on \"person\" | CREATE POLICY own ON person FOR ALL TO PUBLIC USING ((owner = CURRENT_USER)) | nothing"),
        drift(
            "ALTER POLICY \"see all\" ON person USING (id > 1)",
            "policy \"see all\" on \"person\" | CREATE POLICY \"see all\" ON person AS RESTRICTIVE FOR SELECT TO PUBLIC USING (((mood <> 'sad'::mood) OR (id > 0))) | CREATE POLICY \"see all\" ON person AS RESTRICTIVE FOR SELECT TO PUBLIC USING ((id > 1))"),
        drift(
            "CREATE POLICY extra ON ticket FOR INSERT WITH CHECK (id > 1)",
            "policy \"extra\" on \"ticket\" | nothing | CREATE POLICY extra ON ticket FOR INSERT TO PUBLIC WITH CHECK ((id > 1))"),
        drift(
            "ALTER TABLE person NO FORCE ROW LEVEL SECURITY",
            "row level security on \"person\" | ENABLE, FORCE | ENABLE"),
        drift(
            "ALTER TABLE stored ENABLE ROW LEVEL SECURITY",
            "row level security on \"stored\" | nothing | ENABLE"),
        drift(
            "DROP RULE keep ON person",
            "rule \"keep\" on \"person\" | CREATE RULE keep AS ON DELETE TO person DO INSTEAD NOTHING | nothing"),
        drift(
            "CREATE RULE surprise AS ON INSERT TO stored DO ALSO NOTHING",
            "rule \"surprise\" on \"stored\" | nothing | CREATE RULE surprise AS ON INSERT TO stored DO NOTHING"),
        since(
            18,
            "ALTER TABLE term DROP CONSTRAINT term_code_key, ADD CONSTRAINT term_code_key UNIQUE (code, valid)",
            "constraint \"term_code_key\" of table \"term\" | CONSTRAINT \"term_code_key\" UNIQUE (\"code\", \"valid\" WITHOUT OVERLAPS) | CONSTRAINT \"term_code_key\" UNIQUE (\"code\", \"valid\")"),
        since(
            18,
            "ALTER TABLE clause DROP CONSTRAINT clause_term_fkey",
            "constraint \"clause_term_fkey\" of table \"clause\" | CONSTRAINT \"clause_term_fkey\" FOREIGN KEY (\"term_id\", PERIOD \"valid\") REFERENCES \"term\" (\"id\", PERIOD \"valid\") | nothing"),
        since(
            18,
            "ALTER TABLE columns DROP COLUMN virtual",
            "column \"virtual\" of table \"columns\" | \"virtual\" integer GENERATED ALWAYS AS ((a + 1)) VIRTUAL | nothing"),
        drift("DROP VIEW counting", "view \"counting\" | there | nothing"),
        drift(
            "CREATE OR REPLACE VIEW constant AS SELECT 2 AS a, 'x'::varchar(3) AS b",
            "query of view \"constant\" | SELECT 1 AS a, 'x'::character varying(3) AS b | SELECT 2 AS a, 'x'::character varying(3) AS b"));
  }

  private static List<Drift> largeDrifts() {
    return List.of(
        drift(
            "DROP EXTENSION citext CASCADE",
            "column \"email\" of table \"person\" | \"email\" citext NOT NULL | nothing",
            "extension \"citext\" | there | nothing",
            "index \"person_email\" of table \"person\" | CREATE UNIQUE INDEX \"person_email\" ON \"person\" (\"email\") WHERE (mood in ('sad')) | nothing",
            "index \"person_name\" of table \"person\" | CREATE INDEX \"person_name\" ON \"person\" ((upper(email::text)), \"name\" COLLATE \"C\") | nothing",
            "trigger \"person_touch\" on \"person\" | CREATE TRIGGER person_touch BEFORE UPDATE OF mood, email ON person FOR EACH ROW WHEN (old.mood is distinct from new.mood) EXECUTE FUNCTION touch() | nothing",
            "view \"over_view\" | there | nothing",
            "view \"sad_person\" | there | nothing"),
        drift(
            "DROP TYPE mood CASCADE",
            "column \"happy\" of table \"person\" | \"happy\" boolean GENERATED ALWAYS AS (mood = 'happy' or 'happy' = any (moods)) STORED | nothing",
            "column \"mood\" of table \"person\" | \"mood\" mood NOT NULL DEFAULT 'sad' | nothing",
            "column \"mood\" of table \"region\" | \"mood\" mood | nothing",
            "column \"moods\" of table \"person\" | \"moods\" mood[] DEFAULT '{sad,happy}' | nothing",
            "constraint \"person_mood_check\" of table \"person\" | CONSTRAINT \"person_mood_check\" CHECK (mood <> 'happy' or level = 'high') | nothing",
            "enum \"mood\" | CREATE TYPE \"mood\" AS ENUM ('sad', 'it''s ok', 'meh', 'happy') | nothing",
            "index \"person_email\" of table \"person\" | CREATE UNIQUE INDEX \"person_email\" ON \"person\" (\"email\") WHERE (mood in ('sad')) | nothing",
            "materialized view \"mood_count\" | there | nothing",
            "materialized view \"over_mood\" | there | nothing",
            "policy \"see all\" on \"person\" | CREATE POLICY \"see all\" ON person AS RESTRICTIVE FOR SELECT TO PUBLIC USING (mood <> 'sad' or id>0) | nothing",
            "trigger \"person_touch\" on \"person\" | CREATE TRIGGER person_touch BEFORE UPDATE OF mood, email ON person FOR EACH ROW WHEN (old.mood is distinct from new.mood) EXECUTE FUNCTION touch() | nothing",
            "type \"mood_range\" | there | nothing",
            "view \"app.across\" | there | nothing",
            "view \"over_view\" | there | nothing",
            "view \"sad_person\" | there | nothing"),
        drift(
            "DROP DOMAIN postcode CASCADE",
            "column \"code\" of table \"person\" | \"code\" postcode | nothing",
            "domain \"postcode\" | there | nothing",
            "view \"over_view\" | there | nothing",
            "view \"sad_person\" | there | nothing"),
        drift(
            "DROP COLLATION app.german CASCADE",
            "collation \"app.german\" | there | nothing",
            "column \"name\" of table \"person\" | \"name\" text COLLATE \"app\".\"german\" | nothing",
            "index \"person_name\" of table \"person\" | CREATE INDEX \"person_name\" ON \"person\" ((upper(email::text)), \"name\" COLLATE \"C\") | nothing",
            "index \"person_trgm\" of table \"person\" | CREATE INDEX \"person_trgm\" ON \"person\" USING \"gist\" (\"name\" \"gist_trgm_ops\" (siglen=32)) | nothing",
            "view \"over_view\" | there | nothing",
            "view \"sad_person\" | there | nothing"),
        drift(
            "DROP SCHEMA app CASCADE",
            "collation \"app.german\" | there | nothing",
            "column \"level\" of table \"person\" | \"level\" app.\"Level\" | nothing",
            "column \"name\" of table \"person\" | \"name\" text COLLATE \"app\".\"german\" | nothing",
            "constraint \"person_mood_check\" of table \"person\" | CONSTRAINT \"person_mood_check\" CHECK (mood <> 'happy' or level = 'high') | nothing",
            "constraint \"user_id_fkey\" of table \"user\" | CONSTRAINT \"user_id_fkey\" FOREIGN KEY (\"id\") REFERENCES \"app\".\"user\" (\"id\") DEFERRABLE | nothing",
            "default of column \"number\" of table \"ticket\" | DEFAULT nextval('app.plain_seq'::regclass) | nothing",
            "enum \"app.Level\" | CREATE TYPE \"app\".\"Level\" AS ENUM ('low', 'high') | nothing",
            "index \"person_name\" of table \"person\" | CREATE INDEX \"person_name\" ON \"person\" ((upper(email::text)), \"name\" COLLATE \"C\") | nothing",
            "index \"person_trgm\" of table \"person\" | CREATE INDEX \"person_trgm\" ON \"person\" USING \"gist\" (\"name\" \"gist_trgm_ops\" (siglen=32)) | nothing",
            "procedure \"app.do_it\" | there | nothing",
            "schema \"app\" | there | nothing",
            "sequence \"app.plain_seq\" | CREATE SEQUENCE \"app\".\"plain_seq\" START WITH 1000 | nothing",
            "table \"app.user\" | there | nothing",
            "view \"app.across\" | there | nothing",
            "view \"over_view\" | there | nothing",
            "view \"sad_person\" | there | nothing"),
        since(
            15,
            "DROP TABLE person CASCADE",
            "materialized view \"mood_count\" | there | nothing",
            "materialized view \"over_mood\" | there | nothing",
            "table \"person\" | there | nothing",
            "view \"app.across\" | there | nothing",
            "view \"invoked\" | there | nothing",
            "view \"over_view\" | there | nothing",
            "view \"sad_person\" | there | nothing"),
        drift(
            "DROP FUNCTION touch() CASCADE",
            "function \"touch\" | there | nothing",
            "trigger \"across_insert\" on \"app.across\" | CREATE TRIGGER across_insert INSTEAD OF INSERT ON app.across FOR EACH ROW EXECUTE FUNCTION touch() | nothing",
            "trigger \"person_late\" on \"person\" | CREATE CONSTRAINT TRIGGER person_late AFTER INSERT ON person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch() | nothing",
            "trigger \"person_touch\" on \"person\" | CREATE TRIGGER person_touch BEFORE UPDATE OF mood, email ON person FOR EACH ROW WHEN (old.mood is distinct from new.mood) EXECUTE FUNCTION touch() | nothing",
            "trigger \"wrong\" on \"person\" | CREATE TRIGGER wrong AFTER INSERT ON person EXECUTE FUNCTION touch() | nothing"),
        drift(
            "ALTER TABLE person DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY",
            "row level security on \"person\" | ENABLE, FORCE | nothing"),
        drift(
            "ALTER TABLE booking RENAME during TO \"when\"",
            "column \"during\" of table \"booking\" | \"during\" tsrange | nothing",
            "column \"when\" of table \"booking\" | nothing | \"when\" tsrange",
            "constraint \"booking_excl\" of table \"booking\" | CONSTRAINT \"booking_excl\" EXCLUDE USING \"gist\" (\"room\" WITH =, \"during\" WITH &&) WHERE (((NOT cancelled) AND (room > 0))) DEFERRABLE INITIALLY DEFERRED | CONSTRAINT \"booking_excl\" EXCLUDE USING \"gist\" (\"room\" WITH =, \"when\" WITH &&) WHERE (((NOT cancelled) AND (room > 0))) DEFERRABLE INITIALLY DEFERRED"));
  }
}
