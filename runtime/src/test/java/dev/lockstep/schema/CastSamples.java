package dev.lockstep.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Types with values that are hard to convert, and the functions that try them on a server. */
final class CastSamples {
  /**
   * A table per type, {@code t1} to {@code tN}, with a row per sample; {@code measure()} tries
   * every ordered pair. Each trial is a subtransaction that is rolled back.
   */
  static final List<String> SETUP = List.of(
      "SET TIME ZONE 'UTC'",
      "CREATE EXTENSION citext",
      "CREATE TYPE mood AS ENUM ('sad', 'ok', 'as_long_as_a_label_can_be_mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm')",
      "CREATE TYPE weather AS ENUM ('ok', 'foul', 'another_long_label_of_it_wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww')",
      "CREATE TABLE samples (type text, value text)",
      "CREATE TABLE types (id serial, name text)",
      """
      CREATE FUNCTION prepare() RETURNS void LANGUAGE plpgsql AS $$
      DECLARE r record;
      BEGIN
        INSERT INTO types (name) SELECT type FROM samples GROUP BY type ORDER BY type;
        FOR r IN SELECT * FROM types LOOP
          EXECUTE format('CREATE TABLE t%s (c %s)', r.id, r.name);
          EXECUTE format(
              'INSERT INTO t%s SELECT value::%s FROM samples WHERE type = %L', r.id, r.name, r.name);
        END LOOP;
      END $$
      """,
      """
      CREATE FUNCTION alters(source text, target text, conversion text) RETURNS text
          LANGUAGE plpgsql AS $$
      DECLARE before oid; result text;
      BEGIN
        EXECUTE 'CREATE TABLE trial (c ' || source || ')';
        before := pg_relation_filenode('trial');
        EXECUTE 'ALTER TABLE trial ALTER c TYPE ' || target || conversion;
        result := CASE WHEN before = pg_relation_filenode('trial') THEN 'keeps' ELSE 'rewrites' END;
        RAISE EXCEPTION USING ERRCODE = 'LS001';
      EXCEPTION
        WHEN SQLSTATE 'LS001' THEN RETURN result;
        WHEN datatype_mismatch OR cannot_coerce THEN RETURN NULL;
      END $$
      """,
      """
      CREATE FUNCTION comes_back(source text, target text, value text, conversion text)
          RETURNS boolean LANGUAGE plpgsql AS $$
      DECLARE same boolean; way text;
      BEGIN
        EXECUTE 'CREATE TABLE trial (c ' || source || ')';
        EXECUTE format('INSERT INTO trial VALUES (%L)', value);
        EXECUTE 'ALTER TABLE trial ALTER c TYPE ' || target || conversion;
        FOREACH way IN ARRAY ARRAY['', '::text', '::numeric'] LOOP
          BEGIN
            EXECUTE format(
                'SELECT (c%s::%s)::text = %L::%s::text FROM trial', way, source, value, source)
                INTO same;
            IF same AND source IN ('oid', 'integer') AND target IN ('oid', 'integer') THEN
              -- The bits come back; whether the number was the same meanwhile is another question.
              EXECUTE format('SELECT c::text = %L FROM trial', value) INTO same;
            END IF;
            EXIT WHEN same;
          EXCEPTION WHEN OTHERS THEN
            CONTINUE;
          END;
        END LOOP;
        RAISE EXCEPTION USING ERRCODE = 'LS001';
      EXCEPTION
        WHEN SQLSTATE 'LS001' THEN RETURN same;
        WHEN OTHERS THEN RETURN false;
      END $$
      """,
      """
      CREATE FUNCTION measure() RETURNS TABLE (
          source text, target text, kind text, rewrites boolean, witness text)
          LANGUAGE plpgsql AS $$
      DECLARE a record; b record; work text; how text;
      BEGIN
        FOR a IN SELECT * FROM types LOOP
          FOR b IN SELECT * FROM types LOOP
            kind := 'ASSIGNMENT';
            how := '';
            work := alters(a.name, b.name, how);
            IF work IS NULL THEN
              kind := 'EXPLICIT';
              how := ' USING c::' || b.name;
              work := alters(a.name, b.name, how);
            END IF;
            IF work IS NULL THEN
              kind := 'NONE';
              how := ' USING c::text::' || b.name;
              work := alters(a.name, b.name, how);
            END IF;
            source := a.name;
            target := b.name;
            rewrites := work = 'rewrites';
            SELECT value INTO witness FROM samples
                WHERE type = a.name AND kind = 'ASSIGNMENT'
                    AND comes_back(a.name, b.name, value, how) IS NOT TRUE
                LIMIT 1;
            RETURN NEXT;
          END LOOP;
        END LOOP;
      END $$
      """);

  private CastSamples() {}

  /** By type; at least one value each. */
  static Map<String, List<String>> samples() {
    Map<String, List<String>> samples = new LinkedHashMap<>();
    List<String> fractions = List.of("12:34:56.123456", "00:00:00");
    samples.put("boolean", List.of("t", "f"));
    samples.put("smallint", List.of("-32768", "32767", "0"));
    samples.put("integer", List.of("-2147483648", "2147483647", "16777217", "2", "0"));
    samples.put("bigint", List.of("-9223372036854775808", "9223372036854775807", "2"));
    samples.put("oid", List.of("4294967294", "4294967295", "0"));
    samples.put("numeric", List.of("0.1234567890123456789", "1e40", "NaN", "-1"));
    samples.put("numeric(6,2)", List.of("NaN", "9999.99", "-9999.99", "0.01"));
    samples.put("numeric(8,2)", List.of("NaN", "999999.99", "-0.01"));
    samples.put("numeric(8,4)", List.of("NaN", "9999.9999", "0.0001"));
    samples.put("numeric(5,0)", List.of("NaN", "99999", "-99999"));
    samples.put("real", List.of("1.2345679", "0.1", "3.4e38", "NaN", "1e-30"));
    samples.put("double precision", List.of("0.1", "1.7e308", "0.1234567890123456", "Infinity"));
    samples.put("money", List.of("92233720368547758.07", "-0.01"));
    for (String type : List.of("text", "varchar", "citext")) {
      samples.put(type, List.of("x".repeat(70), "a ", "7"));
    }
    samples.put("varchar(5)", List.of("abcde", "a ", "a"));
    samples.put("varchar(40)", List.of("é".repeat(40), "a "));
    samples.put("char(5)", List.of("abcde", "a"));
    samples.put("char(40)", List.of("é".repeat(40), "a"));
    samples.put("bpchar", List.of("x".repeat(70), "a"));
    samples.put("\"char\"", List.of("a"));
    samples.put(
        "bytea",
        List.of(
            "\\xabababababababababababababababababababababababababababababababababababababababab",
            "\\x00ff00ff"));
    samples.put("uuid", List.of("f47ac10b-58cc-4372-a567-0e02b2c3d479"));
    samples.put("date", List.of("2024-02-29", "0044-03-15 BC", "infinity"));
    samples.put("time", fractions);
    samples.put("time(3)", List.of("12:34:56.123"));
    samples.put("timetz", List.of("12:34:56.123456+05", "00:00:00+00"));
    samples.put("timetz(3)", List.of("12:34:56.123-07"));
    samples.put("timestamp", List.of("2024-02-29 12:34:56.123456", "infinity"));
    samples.put("timestamp(3)", List.of("2024-02-29 12:34:56.123", "infinity"));
    samples.put("timestamptz", List.of("2024-02-29 12:34:56.123456+05", "infinity"));
    samples.put("timestamptz(3)", List.of("2024-02-29 12:34:56.123+05", "infinity"));
    samples.put(
        "interval",
        List.of(
            "-178000000 years -11 mons -2147483647 days -03:04:05.123456",
            "1 year 2 days 03:04:05.123456",
            "-1 day"));
    samples.put(
        "interval(3)",
        List.of(
            "-178000000 years -11 mons -2147483647 days -2003:04:05.123",
            "1 year 2 days 03:04:05.123",
            "-1 day"));
    samples.put(
        "json",
        List.of(
            "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"",
            "{\"a\": [1, true]}",
            "\"x\"",
            "null"));
    samples.put(
        "jsonb",
        List.of(
            "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"",
            "{\"a\": [1, true]}",
            "\"x\"",
            "true",
            "1"));
    samples.put(
        "inet", List.of("1234:5678:9abc:def0:1234:5678:9abc:def0/64", "192.168.1.5/24", "::1"));
    samples.put(
        "cidr",
        List.of("1234:5678:9abc:def0:1234:5678:9abc:def0/128", "192.168.1.0/24", "10.0.0.0/8"));
    samples.put("macaddr", List.of("08:00:2b:01:02:03"));
    samples.put("macaddr8", List.of("08:00:2b:01:02:03:04:05"));
    samples.put("bit(8)", List.of("10101010", "11111111"));
    samples.put("bit(16)", List.of("1010101010101010"));
    samples.put("varbit", List.of("10101", "1".repeat(80)));
    samples.put("varbit(8)", List.of("10101010", "1"));
    samples.put("varbit(16)", List.of("1010101010101010", "1"));
    samples.put("point", List.of("(-123.1234567890123,-1.234567890123456e-200)", "(1.5,2)"));
    samples.put(
        "line", List.of("{0.1234567890123456,0.1234567890123456,0.1234567890123456}", "{1,2,3}"));
    samples.put(
        "lseg",
        List.of(
            "[(0.1234567890123456,1),(0.1234567890123456,0.1234567890123456)]", "[(0,0),(3,1)]"));
    samples.put(
        "box",
        List.of(
            "(8.1234567890123456,0.1234567890123456),(0.1234567890123456,0.1234567890123456)",
            "(3,1),(0,0)"));
    samples.put(
        "path",
        List.of(
            "((0.1234567890123456,1),(0.1234567890123456,0.1234567890123456))",
            "((0,0),(3,1))",
            "[(0,0),(3,1)]"));
    samples.put(
        "polygon",
        List.of(
            "((0.1234567890123456,1),(0.1234567890123456,0.1234567890123456))",
            "((0,0),(3,1),(5,7))"));
    samples.put(
        "circle",
        List.of("<(0.1234567890123456,0.1234567890123456),0.1234567890123456>", "<(1,2),3.5>"));
    samples.put(
        "tsvector",
        List.of(
            "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx':1",
            "'a':1 'b':2"));
    samples.put(
        "tsquery",
        List.of(
            "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
            "'a' & 'b'"));
    samples.put("int4range", List.of("[-2147483648,2147483646)", "[1,5)", "empty"));
    samples.put(
        "int8range", List.of("[-9223372036854775808,9223372036854775806)", "[1,50000000000)"));
    samples.put(
        "numrange",
        List.of(
            "[0.1111111111111111111111111111111111111111,0.2222222222222222222222222222222222222222)",
            "[1.5,2)"));
    samples.put("daterange", List.of("[2024-01-01,2024-02-01)"));
    samples.put(
        "tstzrange",
        List.of(
            "[\"2024-01-01 00:00:00.123456+00\",\"2024-02-01 00:00:00.123456+00\")",
            "[\"2024-01-01 00:00:00+00\",\"2024-02-01 00:00:00+00\")"));
    samples.put(
        "int4multirange",
        List.of(
            "{[100000,100005),[200000,200005),[300000,300005),[400000,400005),[500000,500005),[600000,600005),[700000,700005)}",
            "{[1,5),[7,9)}"));
    samples.put(
        "datemultirange",
        List.of(
            "{[2020-01-01,2020-02-01),[2021-01-01,2021-02-01),[2022-01-01,2022-02-01),[2023-01-01,2023-02-01),[2024-01-01,2024-02-01),[2025-01-01,2025-02-01)}",
            "{[2024-01-01,2024-02-01),[2025-01-01,2025-02-01)}"));
    samples.put("xid8", List.of("42", "18446744073709551615"));
    samples.put(
        "mood", List.of("sad", "as_long_as_a_label_can_be_mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm"));
    samples.put(
        "weather",
        List.of("foul", "another_long_label_of_it_wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"));
    samples.put(
        "integer[]",
        List.of(
            "{1000000,1000001,1000002,1000003,1000004,1000005,1000006,1000007,1000008}",
            "{1,2147483647}"));
    samples.put(
        "bigint[]",
        List.of(
            "{1000000,1000001,1000002,1000003,1000004,1000005,1000006,1000007,1000008}",
            "{1,9223372036854775807}"));
    samples.put(
        "text[]",
        List.of(
            "{xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx}",
            "{a,\"b c\"}"));
    samples.put(
        "varchar[]",
        List.of(
            "{xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx}",
            "{a,\"b c\"}"));
    samples.put(
        "varchar(5)[]",
        List.of(
            "{abcde,abcde,abcde,abcde,abcde,abcde,abcde,abcde,abcde,abcde,abcde,abcde,abcde,abcde}",
            "{abcde}"));
    samples.put("varchar(40)[]", List.of("{" + "x".repeat(40) + "}"));
    samples.put(
        "numeric[]",
        List.of(
            "{0.111111111111111111111111111111111111111111111}",
            "{1000000,1000001,1000002,1000003,1000004,1000005,1000006,1000007,1000008}",
            "{0.123456789}"));
    samples.put(
        "numeric(6,2)[]",
        List.of(
            "{9999.99,9999.99,9999.99,9999.99,9999.99,9999.99,9999.99,9999.99,9999.99,9999.99}",
            "{9999.99}"));
    samples.put(
        "timestamptz[]",
        List.of(
            "{\"2024-02-29 12:34:56.123456+00\",\"2025-02-28 12:34:56.123456+00\",\"2025-02-28 12:34:56.123456+00\"}",
            "{\"2024-02-29 12:34:56.123456+00\"}"));
    samples.put(
        "mood[]",
        List.of(
            "{as_long_as_a_label_can_be_mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm,as_long_as_a_label_can_be_mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm}",
            "{sad,ok}"));
    return samples;
  }
}
