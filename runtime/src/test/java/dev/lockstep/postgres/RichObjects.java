package dev.lockstep.postgres;

import static dev.lockstep.SchemaElements.*;

import dev.lockstep.SchemaEditor;
import dev.lockstep.schema.SqlType;

/** What {@link RichSchema} has beside plain tables, and the tables that need it. */
final class RichObjects {
  private RichObjects() {}

  /** After the plain tables and the schema {@code app}. */
  static void create(SchemaEditor schema, int major) {
    types(schema);
    sequences(schema);
    typedTables(schema);
    storedTables(schema);
    partitionedTables(schema);
    exclusions(schema);
    views(schema);
    routines(schema);
    procedures(schema);
    guards(schema);
    if (major >= 15) {
      schema.createView(view("invoked", "SELECT id FROM person").with("security_invoker", "true"));
    }
    if (major >= 17) {
      since17(schema);
    }
    if (major >= 18) {
      since18(schema);
    }
  }

  private static void types(SchemaEditor schema) {
    for (String extension : new String[] {"citext", "hstore", "btree_gist", "pg_trgm"}) {
      schema.createExtension(extension);
    }
    schema.createEnum("mood", "sad", "it's ok", "happy");
    schema.addEnumValueBefore("mood", "meh", "happy");
    schema.commentOnEnum("mood", "how one is");
    schema.in("app").createEnum("Level", "low", "high");
    schema.createEnum("nothing_yet");
    schema.createObject(
        "postcode",
        "CREATE DOMAIN postcode AS text COLLATE \"C\" NOT NULL DEFAULT '00000' CHECK (VALUE ~ '^[0-9]{5}$')",
        "DROP DOMAIN postcode");
    schema.createObject(
        "place",
        "CREATE TYPE place AS (street text, code postcode, at point)",
        "DROP TYPE place",
        "postcode");
    schema.createObject(
        "german",
        "CREATE COLLATION app.german (provider = icu, locale = 'de-u-co-phonebk')",
        "DROP COLLATION app.german");
    schema.createObject(
        "moods",
        "CREATE TYPE mood_range AS RANGE (subtype = mood)",
        "DROP TYPE mood_range",
        "mood");
  }

  private static void sequences(SchemaEditor schema) {
    schema.createSequence(sequence("plain_seq"));
    schema.createSequence(sequence("down_seq").as(integer()).increment(-1));
    schema.createSequence(sequence("limit_seq").as(smallint()).max(32767).min(1).start(1));
    schema.createSequence(sequence("All seq")
        .as(smallint())
        .start(20)
        .increment(-2)
        .min(-99)
        .max(50)
        .cache(7)
        .cycle());
    schema.commentOnSequence("All seq", "with everything");
    schema.in("app").createSequence(sequence("plain_seq").start(1000));
    schema.createSequence(sequence("ticket_id_seq").as(integer()));
    schema.createTable(
        "ticket",
        column("id", integer()).notNull().defaultValue("nextval('ticket_id_seq')"),
        column("number", bigint()).defaultValue("nextval('app.plain_seq'::regclass)"));
    schema.setSequenceOwner("ticket_id_seq", "ticket", "id");
  }

  private static void typedTables(SchemaEditor schema) {
    schema.createTable(
        "person",
        column("id", bigint()).notNull().identity(),
        column("email", type("citext")).notNull(),
        column("mood", type("mood")).notNull().defaultValue("'sad'"),
        column("moods", array(type("mood"))).defaultValue("'{sad,happy}'"),
        column("level", type("app.\"Level\"")),
        column("tags", type("hstore")),
        column("place", type("place")),
        column("code", type("postcode")),
        column("name", text()).collate("app.german"),
        column("happy", bool()).computed("mood = 'happy' or 'happy' = any (moods)"),
        column("changed", timestamptz()),
        column("owner", type("name")).notNull().defaultValue("current_user"),
        primaryKey("person_pkey", "id"),
        check("person_mood_check", "mood <> 'happy' or level = 'high'"));
    schema.createIndex("person", uniqueIndex("person_email", "email").where("mood in ('sad')"));
    schema.createIndex(
        "person", index("person_trgm", "name gist_trgm_ops(siglen=32)").using("gist"));
    schema.createIndex(
        "person", index("person_name", "(upper(email::text))", "name collate \"C\""));
  }

  private static void storedTables(SchemaEditor schema) {
    schema.createTable(
        "stored",
        column("id", bigint()),
        column("a", text()),
        column("b", text()),
        column("c", jsonb()),
        column("d", varchar(9)),
        tableOptions()
            .with("fillfactor", "70")
            .with("autovacuum_enabled", "false")
            .with("autovacuum_vacuum_scale_factor", "0.05")
            .with("toast.autovacuum_enabled", "false"));
    schema.setColumnStorage("stored", "a", text(), "external");
    schema.setColumnStorage("stored", "b", text(), "extended");
    schema.setColumnStorage("stored", "c", jsonb(), "main");
    schema.setColumnStorage("stored", "d", varchar(9), "plain");
    schema.setColumnCompression("stored", "a", "pglz");
    schema.setColumnStatistics("stored", "a", 500);
    schema.setColumnStatistics("stored", "b", 0);
    schema.createTable("quick", column("a", text()), tableOptions().notLogged());
  }

  private static void partitionedTables(SchemaEditor schema) {
    schema.createTable(
        "event",
        column("id", bigint()).notNull(),
        column("day", date()).notNull(),
        column("at", timestamptz()),
        column("note", text()).collate("C"),
        primaryKey("event_pkey", "id", "day"),
        check("event_id_check", "id>0"),
        partitionByRange("day"));
    schema.createPartition("event", "event_2024", "FROM ('2024-01-01') TO ('2025-01-01')");
    schema.createPartition("event", "event_2025", "from ('20250101') to ('2025-01-01'::date+365)");
    schema.createPartition("event", "event_rest", "DEFAULT");
    schema.createIndex("event", index("event_note", "note").where("note<>''"));
    schema.createTable(
        "moment",
        column("at", timestamptz()).notNull(),
        column("event", bigint()),
        column("day", date()),
        foreignKey("moment_event_fkey", "event", "day").references("event", "id", "day"),
        partitionByRange("at"));
    schema.createPartition(
        "moment", "moment_1", "FROM ('2024-01-01') TO ('2024-02-01 12:00:00.5+02')");
    schema.createTable(
        "region",
        column("country", text()),
        column("mood", type("mood")),
        partitionByList("(lower(country))"));
    schema.createPartition("region", "region_eu", "IN ('de','fr')");
    schema.createPartition("region", "Region null", "IN (NULL)");
    schema.createEnum("side", "left", "right");
    schema.createTable("sided", column("side", type("side")), partitionByList("side"));
    schema.createPartition("sided", "sided_left", "IN ('left')");
    schema.createTable(
        "bucket", column("id", bigint()), column("t", text()), partitionByHash("id", "t"));
    schema.createPartition("bucket", "bucket_0", "WITH (modulus 2, remainder 0)");
    schema.createPartition("bucket", "bucket_1", "with (MODULUS 2, REMAINDER 1)");
    schema.createTable(
        "keyed",
        column("a", integer()),
        column("b", text()),
        column("d", date()),
        column("z", timestamptz()),
        partitionByRange(
            "(a + 1)",
            "(lower(b)) collate \"C\" text_pattern_ops",
            "b collate \"C\"",
            "(extract(year from d))",
            "(coalesce(b, ''))",
            "(z at time zone 'UTC')",
            "(a is null)"));
  }

  private static void exclusions(SchemaEditor schema) {
    schema.createTable(
        "booking",
        column("room", integer()),
        column("during", type("tsrange")),
        column("cancelled", bool()),
        column("name", text()),
        exclude("booking_excl", "gist", "room with =", "during with &&")
            .where("not cancelled and room>0")
            .initiallyDeferred(),
        exclude(
            "booking_name_excl", "btree", "(lower(name)) collate \"C\" text_pattern_ops with ="),
        exclude("booking_app", "gist", "name gist_trgm_ops with operator(public.%)")
            .deferrable());
  }

  private static void views(SchemaEditor schema) {
    schema.createView(view(
            "sad_person",
            "select p.*, upper(p.email::text) as loud from person p\nwhere mood = 'sad' -- only those")
        .with("security_barrier", "true")
        .with("check_option", "local"));
    schema.commentOnView("sad_person", "it's sad");
    schema.createView("over_view", "select count(*) as n, max(loud) from sad_person");
    schema.createView("constant", "select 1 a, 'x'::varchar(3) as b");
    schema.createView(
        "counting",
        "with recursive r(n) as (values (1) union all select n + 1 from r where n < 5) select n from r");
    schema
        .in("app")
        .createView(
            "across", "select u.id, p.mood, p.level from app.\"user\" u join person p using (id)");
    schema.createView(
        materializedView("mood_count", "select mood, count(*) n from person group by mood")
            .with("fillfactor", "80")
            .with("toast.autovacuum_enabled", "false"));
    schema.createIndex("mood_count", uniqueIndex("mood_count_mood", "mood"));
    schema.createIndex("mood_count", index("mood_count_some", "(n + 1) desc").where("mood='sad'"));
    schema.commentOnMaterializedView("mood_count", "how many");
    schema.createMaterializedView("over_mood", "select n from mood_count");
  }

  private static void routines(SchemaEditor schema) {
    schema.createObject("touch", """
        CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.changed := now(); -- it's changed
          RETURN NEW;
        END
        $$""", "DROP FUNCTION touch()");
    schema.createObject(
        "twice", """
        CREATE FUNCTION twice(a int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT a * 2';
        CREATE FUNCTION twice(a text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT a || ''; '' || a';
        CREATE AGGREGATE all_of(text) (sfunc = textcat, stype = text, initcond = '')""", "DROP AGGREGATE all_of(text); DROP FUNCTION twice(int), twice(text)");
  }

  private static void procedures(SchemaEditor schema) {
    schema.createObject(
        "do it",
        "CREATE PROCEDURE app.do_it() LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END",
        "DROP PROCEDURE app.do_it()");
  }

  private static void guards(SchemaEditor schema) {
    schema.createObject(
        "person_touch",
        "CREATE TRIGGER person_touch BEFORE UPDATE OF mood, email ON person FOR EACH ROW"
            + " WHEN (old.mood is distinct from new.mood) EXECUTE FUNCTION touch()",
        "DROP TRIGGER person_touch ON person",
        "person",
        "touch");
    schema.createObject(
        "person_late",
        "CREATE CONSTRAINT TRIGGER person_late AFTER INSERT ON person DEFERRABLE INITIALLY DEFERRED"
            + " FOR EACH ROW EXECUTE FUNCTION touch();"
            + " CREATE TRIGGER wrong AFTER INSERT ON person EXECUTE FUNCTION touch();"
            + " ALTER TRIGGER wrong ON person RENAME TO right_one;"
            + " ALTER TABLE person DISABLE TRIGGER person_late",
        "DROP TRIGGER person_late ON person; DROP TRIGGER right_one ON person",
        "person",
        "touch");
    schema.createObject(
        "person_policies",
        """
        ALTER TABLE person ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ONLY public.person FORCE ROW LEVEL SECURITY;
        CREATE POLICY own ON person USING (owner = current_user);
        CREATE POLICY "see all" ON person AS RESTRICTIVE FOR SELECT TO PUBLIC USING (mood <> 'sad' or id>0)""",
        "DROP POLICY own ON person; DROP POLICY \"see all\" ON person;"
            + " ALTER TABLE person DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY",
        "person");
    schema.createObject(
        "person_rules",
        "CREATE RULE keep AS ON DELETE TO person DO INSTEAD NOTHING;"
            + " CREATE RULE no_insert AS ON INSERT TO over_view DO INSTEAD NOTHING",
        "DROP RULE keep ON person; DROP RULE no_insert ON over_view",
        "person",
        "over_view");
    schema.createObject(
        "across_insert",
        "CREATE TRIGGER across_insert INSTEAD OF INSERT ON app.across FOR EACH ROW EXECUTE FUNCTION touch()",
        "DROP TRIGGER across_insert ON app.across",
        "app.across",
        "touch");
    schema.createObject(
        "grants",
        "GRANT SELECT ON person TO PUBLIC; GRANT SELECT (a) ON stored TO PUBLIC",
        "REVOKE SELECT ON person FROM PUBLIC; REVOKE SELECT (a) ON stored FROM PUBLIC",
        "person",
        "stored");
  }

  private static void since17(SchemaEditor schema) {
    schema.createTable(
        "apart",
        column("a", integer()),
        column("r", type("int4range")),
        exclude("apart_excl", "gist", "a with =", "r with &&"),
        partitionByList("a"));
    schema.createPartition("apart", "apart_1", "IN (1)");
  }

  private static void since18(SchemaEditor schema) {
    SqlType range = type("daterange");
    schema.createTable(
        "term",
        column("id", integer()).notNull(),
        column("valid", range).notNull(),
        column("code", integer()),
        primaryKey("term_pkey", "id", "valid").notOverlapping(),
        unique("term_code_key", "code", "valid").notOverlapping());
    schema.createTable(
        "clause",
        column("term_id", integer()),
        column("valid", range),
        foreignKey("clause_term_fkey", "term_id", "valid")
            .references("term", "id", "valid")
            .period());
  }
}
