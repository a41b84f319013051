package dev.lockstep.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlTypeTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          int | integer
          INT4 | integer
          int8[] | bigint[]
          integer array | integer[]
          integer[3][3] | integer[]
          character varying ( 20 ) | varchar(20)
          VarChar(20)[] | varchar(20)[]
          varchar(10485761) | text
          character | char(1)
          bpchar | bpchar
          bpchar(3) | char(3)
          decimal(10) | numeric(10,0)
          numeric( 10 , 2 ) | numeric(10,2)
          float | double precision
          float(24) | real
          float8 | double precision
          timestamp with time zone | timestamptz
          timestamp(3) with time zone | timestamptz(3)
          timestamp (3) without time zone | timestamp(3)
          time with time zone | timetz
          bit varying(8) | varbit(8)
          bit | bit(1)
          pg_catalog.int4 | integer
          interval day to second(3) | interval day to second(3)
          citext | citext
          Mood | mood
          app."Mood"[] | app."Mood"[]
          geometry(Point,4326) | geometry(point,4326)
          double precision[] | double precision[]
          _text | text[]
          _int4 | integer[]
          _TimestampTZ | timestamptz[]
          "_varchar" | varchar[]
          _mood | _mood
          "char" | "char"
          "char"[] | "char"[]
          _char | "char"[]
          pg_catalog.char | "char"
          national character varying(3) | varchar(3)
          nchar(3) | char(3)
          """)
  void readsEverySpellingAsOne(String spelling, String canonical) {
    assertEquals(canonical, SqlType.parse(spelling).toString());
    assertEquals(SqlType.parse(canonical), SqlType.parse(spelling));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(",
        "varchar(",
        "varchar()",
        "int[",
        "1",
        "varchar(20) x y(",
        "int; drop table x"
      })
  void refusesWhatIsNoType(String text) {
    assertThrows(IllegalArgumentException.class, () -> SqlType.parse(text));
  }
}
